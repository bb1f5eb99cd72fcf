/** The part of DER (X.690) that an X.509 certificate is written in: each function gives one encoded value. */

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.of(size);
  const bytes: number[] = [];
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.of(0x80 | bytes.length, ...bytes);
}

function encode(tag: number, contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.of(tag), length(body.length), body]);
}

export const sequence = (...items: readonly Uint8Array[]): Buffer => encode(0x30, items);
export const set = (...items: readonly Uint8Array[]): Buffer => encode(0x31, items);
export const octetString = (content: Uint8Array): Buffer => encode(0x04, [content]);
export const utf8String = (text: string): Buffer => encode(0x0c, [Buffer.from(text, "utf8")]);
export const truth = (): Buffer => encode(0x01, [Buffer.of(0xff)]);

/** A bit string whose last byte has `unused` bits to spare. */
export function bitString(content: Uint8Array, unused = 0): Buffer {
  return encode(0x03, [Buffer.of(unused), content]);
}

/** A context-specific value: `[number] EXPLICIT` around contents that are encoded already. */
export function explicit(number: number, ...items: readonly Uint8Array[]): Buffer {
  return encode(0xa0 | number, items);
}

/** A context-specific primitive: `[number] IMPLICIT`. */
export function implicit(number: number, content: Uint8Array): Buffer {
  return encode(0x80 | number, [content]);
}

/** A positive integer from its big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Buffer.of(0) : bytes.subarray(first);
  const sign = (digits[0] ?? 0) & 0x80 ? [Buffer.of(0)] : [];
  return encode(0x02, [...sign, digits]);
}

/** An object identifier in dotted notation. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let high = arc >>> 7; high > 0; high >>>= 7) groups.unshift((high & 0x7f) | 0x80);
    return groups;
  });
  return encode(0x06, [Buffer.from(bytes)]);
}

/** A moment with seconds: UTCTime up to 2049 and GeneralizedTime after it, as RFC 5280 asks. */
export function time(moment: Date): Buffer {
  const digits = moment.toISOString().replaceAll(/[-:T]|\.\d+/g, "");
  const short = moment.getUTCFullYear() < 2050;
  return encode(short ? 0x17 : 0x18, [Buffer.from(short ? digits.slice(2) : digits, "latin1")]);
}
