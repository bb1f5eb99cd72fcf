import { isRecord } from "./guards.js";
import { parseJSON } from "./json.js";

const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Depth of the members of the list, and of its items. */
const memberDepth = 1;
const itemDepth = 2;

/** Bytes of the frame in which the key of an array is looked for. */
const keyWindow = 64;

/** What becomes of an item as soon as it is decoded. */
export type EachItem = (item: unknown) => unknown;

/**
 * Decodes a list while it arrives, item by item, so that neither its text nor the work of parsing comes
 * in one piece: 100,000 objects would hold the event loop for a second, and their text the memory twice.
 *
 * It only looks for the ends of items. What stands between two ends is for JSON.parse to accept, and
 * so is the list without its items, the frame.
 */
export class ListDecoder {
  readonly #each: EachItem;
  readonly #items: unknown[] = [];
  readonly #frame: Buffer[] = [];
  /** The item that has begun, as far as it has arrived. */
  #item: Buffer[] = [];
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inItems = false;
  /** Between items: whether one may begin, whether the list may end. */
  #mayBegin = false;
  #mayEnd = false;

  /** What is made of each item stands in its place; undefined leaves it out. */
  constructor(each: EachItem = (item) => item) {
    this.#each = each;
  }

  /** @throws SyntaxError; what is thrown for an item */
  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const { length } = bytes;
    // All bytes pass through this loop: what it looks at for each of them is in local variables.
    let inString = this.#inString;
    let betweenItems = this.#isBetweenItems();
    /** Begin of what is not kept yet: of the frame, or of the item that has begun. */
    let start = 0;
    let index = this.#escaped ? 1 : 0;
    while (index < length) {
      const byte = bytes[index];
      if (inString) {
        inString = byte !== quote;
        index += byte === backslash ? 2 : 1;
        continue;
      }
      if (byte === quote && !betweenItems) {
        inString = true;
      } else if (byte === openBrace || byte === openBracket) {
        if (betweenItems) {
          this.#beginItem(byte);
          start = index;
        } else if (this.#opensItems({ byte, before: bytes.subarray(start, index) })) {
          this.#frame.push(bytes.subarray(start, index + 1));
          this.#beginItems();
        }
        this.#depth += 1;
        betweenItems = this.#isBetweenItems();
      } else if (byte === closeBrace || byte === closeBracket) {
        this.#depth -= 1;
        if (betweenItems) {
          this.#endItems(byte);
          start = index;
        }
        betweenItems = this.#isBetweenItems();
        if (betweenItems) {
          this.#endItem(bytes.subarray(start, index + 1));
        }
      } else if (betweenItems) {
        this.#separate(byte);
      }
      index += 1;
    }
    this.#inString = inString;
    // A backslash at the very end has moved the index beyond it.
    this.#escaped = length === 0 ? this.#escaped : index > length;
    if (!this.#inItems) {
      this.#frame.push(bytes.subarray(start));
    } else if (this.#depth > itemDepth) {
      this.#item.push(bytes.subarray(start));
    }
  }

  /**
   * The list.
   *
   * @throws SyntaxError
   */
  end(): unknown {
    const frame = parseJSON(Buffer.concat(this.#frame).toString());
    // Of two members of one name the last counts, and it may be something else.
    if (isRecord(frame) && Array.isArray(frame["items"]) && this.#items.length > 0) {
      frame["items"] = this.#items;
    }
    return frame;
  }

  #isBetweenItems(): boolean {
    return this.#inItems && this.#depth === itemDepth;
  }

  /** A quote within a string follows a backslash: what follows a brace or comma is a key. */
  #opensItems(input: { readonly byte: number; readonly before: Buffer }): boolean {
    const { byte, before } = input;
    if (byte !== openBracket || this.#depth !== memberDepth) {
      return false;
    }
    let tail = before.subarray(-keyWindow);
    for (let last = this.#frame.length - 1; last >= 0 && tail.length < keyWindow; last--) {
      tail = Buffer.concat([this.#frame[last] ?? tail, tail]);
    }
    return /[{,]\s*"items"\s*:\s*$/.test(tail.toString("latin1"));
  }

  #beginItems(): void {
    this.#inItems = true;
    this.#mayBegin = true;
    this.#mayEnd = true;
    this.#items.length = 0;
  }

  #endItems(byte: number): void {
    if (byte !== closeBracket || !this.#mayEnd) {
      throw new SyntaxError("the items of the list do not end as an array does");
    }
    this.#inItems = false;
  }

  #beginItem(byte: number): void {
    if (byte !== openBrace || !this.#mayBegin) {
      throw new SyntaxError("the items of the list are not objects with commas between them");
    }
    this.#mayBegin = false;
  }

  #endItem(last: Buffer): void {
    const bytes = this.#item.length === 0 ? last : Buffer.concat([...this.#item, last]);
    this.#item = [];
    const item = this.#each(parseJSON(bytes.toString()));
    if (item !== undefined) this.#items.push(item);
    this.#mayEnd = true;
  }

  #separate(byte: number | undefined): void {
    if (byte === comma && this.#mayEnd && !this.#mayBegin) {
      this.#mayBegin = true;
      this.#mayEnd = false;
    } else if (byte === undefined || byte > space) {
      throw new SyntaxError("the items of the list are not objects with commas between them");
    }
  }
}
