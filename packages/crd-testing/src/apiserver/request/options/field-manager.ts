const maxBytes = 128;
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** The manager of a write: the one that the options name, or the program that the User-Agent names. */
export function managerOf(input: {
  readonly fieldManager: string;
  readonly userAgent: string;
}): string {
  const { fieldManager, userAgent } = input;
  if (fieldManager !== "") return fieldManager;
  const [program = ""] = userAgent.split("/", 1);
  let manager = "";
  for (const character of program) {
    if (!printable.test(character)) continue;
    if (Buffer.byteLength(manager) + Buffer.byteLength(character) > maxBytes) break;
    manager += character;
  }
  return manager;
}
