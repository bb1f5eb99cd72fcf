/** Texts of more characters have a buffer of their own. */
const maxCharacters = 64 * 2 ** 10;
/** Bytes that a character of a string takes in UTF-8 at most. */
const bytesPerCharacter = 3;

/** Writes texts in UTF-8 into one buffer, one after another: a buffer for each would be garbage as soon as its bytes are stored. */
export class ScratchEncoder {
  readonly #encoder = new TextEncoder();
  readonly #scratch = new Uint8Array(maxCharacters * bytesPerCharacter);

  /** The bytes of a text. They are gone with the next call. */
  encode(text: string): Uint8Array {
    if (text.length > maxCharacters) return this.#encoder.encode(text);
    const { written } = this.#encoder.encodeInto(text, this.#scratch);
    return this.#scratch.subarray(0, written);
  }
}
