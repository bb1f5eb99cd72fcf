/** What was called with what, for the test of the order. */
export const calls: string[] = [];

export function record(name: string, object: unknown): void {
  calls.push(`${name} ${JSON.stringify(object)}`);
}
