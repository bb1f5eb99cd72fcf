import { requestEntityTooLarge } from "../../status/index.js";

/** The server's limit of a body: 3 MiB. */
export const maxBodyBytes = 3 * 1024 * 1024;

/** @throws StatusError 413 */
export function assertBodyFits(body: Uint8Array): void {
  if (body.length > maxBodyBytes) throw requestEntityTooLarge(`limit is ${maxBodyBytes}`);
}
