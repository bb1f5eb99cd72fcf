/**
 * Refuses numbers below 0 and NaN, absent ones excepted.
 *
 * @throws RangeError that names the owner and the option
 */
export function requireNotNegative(input: {
  /** Who has the options: `informer databases.v1.example.com`. */
  readonly owner: string;
  readonly options: Readonly<Record<string, number | undefined>>;
}): void {
  const { owner, options } = input;
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value >= 0) continue;
    throw new RangeError(`${owner}: ${name} must be 0 or more, not ${value}`);
  }
}
