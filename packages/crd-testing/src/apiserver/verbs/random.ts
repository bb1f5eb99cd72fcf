import { randomInt, randomUUID } from "node:crypto";

/** Where names and uids of new objects come from. */
export interface Random {
  /** The five characters that follow `generateName`. */
  nameSuffix(): string;
  uid(): string;
}

/** No vowels and nothing that looks like them, as in the server's names. */
const alphabet = "bcdfghjklmnpqrstvwxz2456789";
const suffixLength = 5;

/** The machine's randomness. */
export const systemRandom: Random = {
  nameSuffix: () => suffixFrom(() => randomInt(alphabet.length)),
  uid: () => randomUUID(),
};

/** A suffix of characters that `pick` chooses by index, from 0 to 26. */
export function suffixFrom(pick: () => number): string {
  return Array.from({ length: suffixLength }, () => alphabet[pick()] ?? "").join("");
}
