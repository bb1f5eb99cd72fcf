/** Where an element stands in the run; -1 outside. Only the run writes it. */
export interface RunElement {
  runIndex: number;
}

/** Slots, holes among them, below which it is not worth closing up. */
const smallRun = 1_024;

/** Elements in the order in which they came. Each knows its place, so that any of them is taken out at once. */
export class Run<T extends RunElement> {
  /** What was taken out leaves a hole, but never at the end. */
  #slots: (T | undefined)[] = [];
  #firstIndex = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get first(): T | undefined {
    return this.#slots[this.#firstIndex];
  }

  get last(): T | undefined {
    return this.#slots[this.#slots.length - 1];
  }

  push(element: T): void {
    element.runIndex = this.#slots.length;
    this.#slots.push(element);
    this.#size++;
  }

  /** Takes out an element that is in. */
  delete(element: T): void {
    this.#slots[element.runIndex] = undefined;
    element.runIndex = -1;
    this.#size--;
    while (this.#slots.length > 0 && this.last === undefined) this.#slots.pop();
    if (this.#size === 0) this.#firstIndex = 0;
    else while (this.first === undefined) this.#firstIndex++;
    if (this.#slots.length > smallRun && this.#size < this.#slots.length / 2) this.#closeUp();
  }

  clear(): void {
    for (const element of this.#slots) if (element !== undefined) element.runIndex = -1;
    this.#slots = [];
    this.#firstIndex = 0;
    this.#size = 0;
  }

  /** Only now and then, so that taking out stays cheap however long the run is. */
  #closeUp(): void {
    const slots = this.#slots;
    this.#slots = [];
    this.#firstIndex = 0;
    this.#size = 0;
    for (const element of slots) if (element !== undefined) this.push(element);
  }
}
