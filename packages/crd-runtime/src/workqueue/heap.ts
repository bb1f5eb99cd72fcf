/** Where an element stands in the heap; -1 outside. Only the heap writes it. */
export interface HeapElement {
  heapIndex: number;
}

/** The least element first. Elements know their places, so that any of them is moved or taken out in logarithmic time. */
export class Heap<T extends HeapElement> {
  readonly #elements: T[] = [];
  readonly #isLess: (a: T, b: T) => boolean;

  constructor(isLess: (a: T, b: T) => boolean) {
    this.#isLess = isLess;
  }

  get size(): number {
    return this.#elements.length;
  }

  /** The least element, which stays. */
  peek(): T | undefined {
    return this.#elements[0];
  }

  /** Puts an element in, or moves one that is in to its place after it has changed. */
  set(element: T): void {
    if (element.heapIndex === -1) {
      element.heapIndex = this.#elements.length;
      this.#elements.push(element);
    }
    this.#settle(element);
  }

  /** Takes out the least element. */
  pop(): T | undefined {
    const least = this.#elements[0];
    if (least !== undefined) this.delete(least);
    return least;
  }

  /** Takes out an element that is in. */
  delete(element: T): void {
    const { heapIndex } = element;
    const last = this.#elements.pop();
    element.heapIndex = -1;
    if (last === undefined || last === element) return;
    last.heapIndex = heapIndex;
    this.#elements[heapIndex] = last;
    this.#settle(last);
  }

  clear(): void {
    for (const element of this.#elements.splice(0)) element.heapIndex = -1;
  }

  #settle(element: T): void {
    let index = this.#up(element);
    for (let child = this.#lesserChild(index); child !== undefined; ) {
      if (!this.#isLess(child, element)) break;
      const next = child.heapIndex;
      this.#place(child, index);
      index = next;
      child = this.#lesserChild(index);
    }
    this.#place(element, index);
  }

  #up(element: T): number {
    let index = element.heapIndex;
    while (index > 0) {
      const parent = this.#elements[(index - 1) >> 1];
      if (parent === undefined || !this.#isLess(element, parent)) break;
      const next = parent.heapIndex;
      this.#place(parent, index);
      index = next;
    }
    return index;
  }

  #lesserChild(index: number): T | undefined {
    const left = this.#elements[2 * index + 1];
    const right = this.#elements[2 * index + 2];
    return left !== undefined && right !== undefined && this.#isLess(right, left) ? right : left;
  }

  #place(element: T, index: number): void {
    element.heapIndex = index;
    this.#elements[index] = element;
  }
}
