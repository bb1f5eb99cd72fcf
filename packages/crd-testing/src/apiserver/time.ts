/** A time as the server writes it: UTC, in whole seconds. */
export function timeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** A MicroTime as the server writes it: UTC, with six decimals. */
export function microTimeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 23)}000Z`;
}
