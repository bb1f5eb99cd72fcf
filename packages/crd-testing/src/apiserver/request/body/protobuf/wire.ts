import { ParseError } from "../json.js";

/** How a field is written; 3 and 4 are begin and end of a group, which no type of Kubernetes has. */
export type WireType = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What stands before a field. */
export interface Tag {
  readonly number: number;
  readonly wireType: WireType;
}

const maxVarintBytes = 10;
/** Integers of so many bytes are numbers without loss. */
const exactBytes = 7;

/** Reads the wire format of protobuf, and refuses what Go's generated code refuses, in its words. */
export class WireReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** The tag of the next field of a message. @throws ParseError */
  tag(message: string): Tag {
    const wire = BigInt.asUintN(64, BigInt(this.#varint()));
    const number = Number(BigInt.asIntN(32, wire >> 3n));
    const wireType = wireTypeOf(wire);
    if (wireType === 4) throw new ParseError(`proto: ${message}: wiretype end group for non-group`);
    if (number <= 0) {
      throw new ParseError(`proto: ${message}: illegal tag ${number} (wire type ${wire})`);
    }
    return { number, wireType };
  }

  /** @throws ParseError */
  int32(): number {
    return Number(BigInt.asIntN(32, BigInt(this.#varint())));
  }

  /** A bigint where a number is not exact. @throws ParseError */
  int64(): number | bigint {
    const value = BigInt.asIntN(64, BigInt(this.#varint()));
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  /** @throws ParseError */
  boolean(): boolean {
    return BigInt.asUintN(64, BigInt(this.#varint())) !== 0n;
  }

  /** @throws ParseError */
  float64(): number {
    const start = this.#at;
    this.#advance(8);
    return this.#bytes.readDoubleLE(start);
  }

  /** The bytes of a text, of a message, or just bytes. @throws ParseError */
  bytes(): Buffer {
    const length = this.int64();
    if (length < 0) {
      throw new ParseError("proto: negative length found during unmarshaling");
    }
    const start = this.#at;
    this.#advance(Number(length));
    return this.#bytes.subarray(start, this.#at);
  }

  /** Goes past the value of a field that nobody knows; `wireType` is what its tag says. @throws ParseError */
  skip(wireType: WireType): void {
    let depth = 0;
    let next: WireType = wireType;
    for (;;) {
      if (next === 0) this.#varint();
      else if (next === 1) this.#advance(8);
      else if (next === 2) this.bytes();
      else if (next === 3) depth++;
      else if (next === 4) depth--;
      else if (next === 5) this.#advance(4);
      else throw new ParseError(`proto: illegal wireType ${next}`);
      if (depth === 0) return;
      next = wireTypeOf(BigInt(this.#varint()));
    }
  }

  /** Up to 64 bits, of which Go drops what is beyond. */
  #varint(): number | bigint {
    const start = this.#at;
    let value = 0;
    let factor = 1;
    for (let count = 1; count <= maxVarintBytes; count++) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw unexpectedEnd();
      this.#at++;
      value += (byte & 0x7f) * factor;
      factor *= 0x80;
      if (byte < 0x80) return count <= exactBytes ? value : this.#wideVarint(start);
    }
    throw new ParseError("proto: integer overflow");
  }

  #wideVarint(start: number): bigint {
    const bytes = [...this.#bytes.subarray(start, this.#at)];
    return bytes.reduceRight((high, byte) => (high << 7n) | BigInt(byte & 0x7f), 0n);
  }

  #advance(count: number): void {
    if (count > this.#bytes.length - this.#at) throw unexpectedEnd();
    this.#at += count;
  }
}

function wireTypeOf(wire: bigint): WireType {
  return Number(wire & 7n) as WireType;
}

function unexpectedEnd(): ParseError {
  return new ParseError("unexpected EOF");
}
