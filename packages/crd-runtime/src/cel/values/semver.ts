const digits = /^(?:0|[1-9]\d*)$/;
const maxUint64 = 2n ** 64n - 1n;

/** A semantic version as semver.org 2.0.0 has it. */
export class Semver {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly #prerelease: readonly string[];

  private constructor(input: {
    readonly numbers: readonly [bigint, bigint, bigint];
    readonly prerelease: readonly string[];
  }) {
    [this.major, this.minor, this.patch] = input.numbers;
    this.#prerelease = input.prerelease;
  }

  /** Undefined for other texts. */
  static parse(text: string): Semver | undefined {
    const match = /^(\d+)\.(\d+)\.(\d+)(?:-([^+]*))?(?:\+(.*))?$/.exec(text);
    if (match === null) return undefined;
    const [, major = "", minor = "", patch = "", before, build] = match;
    const prerelease = before?.split(".") ?? [];
    const numbers = [major, minor, patch].every((part) => digits.test(part));
    const fits = [major, minor, patch].every((part) => BigInt(part) <= maxUint64);
    const parts = [...prerelease, ...(build?.split(".") ?? [])];
    if (!numbers || !fits || !parts.every((part) => /^[0-9A-Za-z-]+$/.test(part))) return undefined;
    if (prerelease.some((part) => /^0\d+$/.test(part))) return undefined;
    return new Semver({ numbers: [BigInt(major), BigInt(minor), BigInt(patch)], prerelease });
  }

  /** As parse; a leading `v`, leading zeros and missing numbers are forgiven. */
  static parseTolerant(text: string): Semver | undefined {
    const body = text.replace(/^v/, "");
    const [first = "", second, ...rest] = body.split(".");
    const parts = [first, second, rest.length === 0 ? undefined : rest.join(".")].filter(
      (part) => part !== undefined,
    );
    const cleaned = parts.map((part) =>
      part.length > 1 ? part.replace(/^0+(?=\d)/, "").replace(/^0+$/, "0") : part,
    );
    if (cleaned.length < 3 && /[+-]/.test(cleaned.at(-1) ?? "")) return undefined;
    while (cleaned.length < 3) cleaned.push("0");
    return Semver.parse(cleaned.join("."));
  }

  /** -1, 0 or 1; builds do not count. */
  compare(other: Semver): number {
    return (
      sign(this.major, other.major) ||
      sign(this.minor, other.minor) ||
      sign(this.patch, other.patch) ||
      comparePrerelease(this.#prerelease, other.#prerelease)
    );
  }
}

function sign<T extends bigint | number | string>(left: T, right: T): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function comparePrerelease(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return sign(right.length, left.length);
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const [number, otherNumber] = [digits.test(part), digits.test(other)];
    const order =
      number && otherNumber
        ? sign(BigInt(part), BigInt(other))
        : number === otherNumber
          ? sign(part, other)
          : number
            ? -1
            : 1;
    if (order !== 0) return order;
  }
  return sign(left.length, right.length);
}
