import { createHash } from "node:crypto";

/** SHA-256 in hex; of a text, that of its UTF-8 bytes, of several parts, that of them behind one another. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
