/** A text that Go's base64.RawURLEncoding does not read. */
export class InvalidBase64 extends Error {
  override readonly name = "InvalidBase64";
}

/** Decodes base64url without padding as strictly as Go does. @throws InvalidBase64 in Go's words */
export function base64Bytes(text: string): Uint8Array {
  const wrong = /[^A-Za-z0-9_\-\r\n]/.exec(text);
  if (wrong !== null) throw corrupt(Buffer.byteLength(text.slice(0, wrong.index)));
  const digits = text.replace(/[\r\n]/g, "");
  // A single digit is no byte.
  if (digits.length % 4 === 1) throw corrupt(text.length - 1);
  return Buffer.from(digits, "base64url");
}

function corrupt(index: number): InvalidBase64 {
  return new InvalidBase64(`illegal base64 data at input byte ${index}`);
}
