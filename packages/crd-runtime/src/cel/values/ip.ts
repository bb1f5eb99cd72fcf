import { isIPv4, isIPv6 } from "node:net";
import { goQuote } from "../../schema/text/go.js";
import { EvaluationError } from "../errors.js";

/** An IP address, IPv4 or IPv6; no zones, no IPv4 within IPv6. */
export class Ip {
  readonly #bits: bigint;
  readonly family: 4 | 6;

  constructor(input: { readonly bits: bigint; readonly family: 4 | 6 }) {
    this.#bits = input.bits;
    this.family = input.family;
  }

  /** Undefined for other texts. */
  static parse(text: string): Ip | undefined {
    if (isIPv4(text)) return new Ip({ bits: ipv4Bits(text), family: 4 });
    if (!isIPv6(text) || text.includes("%")) return undefined;
    const bits = ipv6Bits(text);
    return bits >> 32n === 0xffffn ? undefined : new Ip({ bits, family: 6 });
  }

  /** @throws EvaluationError for other texts */
  static of(text: string): Ip {
    const ip = Ip.parse(text);
    if (ip === undefined) {
      throw new EvaluationError(
        `IP Address ${goQuote(text)} parse error during conversion from string`,
      );
    }
    return ip;
  }

  /** Length of the address in bits. */
  get length(): 128 | 32 {
    return this.family === 4 ? 32 : 128;
  }

  /** The address with all bits after the first ones set to 0. */
  masked(prefix: number): Ip {
    const rest = BigInt(this.length - prefix);
    return new Ip({ bits: (this.#bits >> rest) << rest, family: this.family });
  }

  /** Whether the first bits are those of another address of the same family. */
  hasPrefix(input: { readonly of: Ip; readonly length: number }): boolean {
    const rest = BigInt(this.length - input.length);
    return this.family === input.of.family && this.#bits >> rest === input.of.#bits >> rest;
  }

  isUnspecified(): boolean {
    return this.#bits === 0n;
  }

  isLoopback(): boolean {
    return this.family === 4 ? this.#bits >> 24n === 127n : this.#bits === 1n;
  }

  isLinkLocalUnicast(): boolean {
    return this.family === 4
      ? this.#bits >> 16n === 0xa9fen
      : (this.#bits >> 118n) << 6n === 0xfe80n;
  }

  isLinkLocalMulticast(): boolean {
    return this.family === 4
      ? this.#bits >> 8n === 0xe00000n
      : ((this.#bits >> 112n) & 0xff0fn) === 0xff02n;
  }

  isMulticast(): boolean {
    return this.family === 4 ? this.#bits >> 28n === 0xen : this.#bits >> 120n === 0xffn;
  }

  isGlobalUnicast(): boolean {
    const broadcast = this.family === 4 && this.#bits === 0xffffffffn;
    return !(
      broadcast ||
      this.isUnspecified() ||
      this.isLoopback() ||
      this.isMulticast() ||
      this.isLinkLocalUnicast()
    );
  }

  /** The canonical text. */
  toString(): string {
    if (this.family === 4) {
      return [24n, 16n, 8n, 0n].map((shift) => (this.#bits >> shift) & 0xffn).join(".");
    }
    const groups = Array.from({ length: 8 }, (_, index) =>
      ((this.#bits >> BigInt(112 - index * 16)) & 0xffffn).toString(16),
    ).join(":");
    const [zeros] = [...groups.matchAll(/(?:^|(?<=:))0(?::0)+(?=:|$)/g)].sort(
      (left, right) => right[0].length - left[0].length,
    );
    if (zeros === undefined) return groups;
    const [head, tail] = [
      groups.slice(0, zeros.index),
      groups.slice(zeros.index + zeros[0].length),
    ];
    return `${head.replace(/:$/, "")}::${tail.replace(/^:/, "")}`;
  }
}

/** A network: an address and the length of its prefix. */
export class Cidr {
  readonly ip: Ip;
  readonly prefixLength: number;

  constructor(input: { readonly ip: Ip; readonly prefixLength: number }) {
    this.ip = input.ip;
    this.prefixLength = input.prefixLength;
  }

  /** Undefined for other texts. */
  static parse(text: string): Cidr | undefined {
    const [, address = "", length = ""] = /^(.*)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
    const ip = Ip.parse(address);
    const prefixLength = Number(length);
    if (ip === undefined || prefixLength > ip.length) return undefined;
    return new Cidr({ ip, prefixLength });
  }

  /** @throws EvaluationError for other texts */
  static of(text: string): Cidr {
    const cidr = Cidr.parse(text);
    if (cidr === undefined) {
      throw new EvaluationError("network address parse error during conversion from string");
    }
    return cidr;
  }

  containsIP(ip: Ip): boolean {
    return ip.hasPrefix({ of: this.ip, length: this.prefixLength });
  }

  containsCIDR(other: Cidr): boolean {
    return this.prefixLength <= other.prefixLength && this.containsIP(other.ip);
  }

  masked(): Cidr {
    return new Cidr({ ip: this.ip.masked(this.prefixLength), prefixLength: this.prefixLength });
  }

  toString(): string {
    return `${this.ip}/${this.prefixLength}`;
  }
}

function ipv4Bits(text: string): bigint {
  return text.split(".").reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

function ipv6Bits(text: string): bigint {
  const dotted = /[\d.]+$/.exec(text)?.[0] ?? "";
  const hex = dotted.includes(".")
    ? `${text.slice(0, -dotted.length)}${(ipv4Bits(dotted) >> 16n).toString(16)}:${(ipv4Bits(dotted) & 0xffffn).toString(16)}`
    : text;
  const [head = "", tail] = hex.split("::");
  const groupsOf = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const [front, back] = [groupsOf(head), groupsOf(tail ?? "")];
  const zeros = Array<string>(8 - front.length - back.length).fill("0");
  return [...front, ...zeros, ...back].reduce(
    (bits, group) => (bits << 16n) | BigInt(`0x${group}`),
    0n,
  );
}
