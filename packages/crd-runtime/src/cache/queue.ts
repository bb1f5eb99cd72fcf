/** First in, first out. What was taken is not kept reachable, and taking is cheap however long the queue is. */
export class Queue<Item> {
  #items: (Item | undefined)[] = [];
  #head = 0;

  get size(): number {
    return this.#items.length - this.#head;
  }

  push(item: Item): void {
    this.#items.push(item);
  }

  /** The oldest item, which stays; undefined when there is none. */
  peek(): Item | undefined {
    return this.#items[this.#head];
  }

  /** Takes the oldest item; undefined when there is none. */
  shift(): Item | undefined {
    if (this.size === 0) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    // Moving what is left only now and then keeps the cost of taking constant.
    if (this.#head > 1024 && this.#head > this.#items.length / 2) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    } else if (this.#head === this.#items.length) {
      this.clear();
    }
    return item;
  }

  clear(): void {
    this.#items = [];
    this.#head = 0;
  }
}
