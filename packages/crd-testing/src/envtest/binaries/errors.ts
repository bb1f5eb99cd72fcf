const messages = {
  version:
    "'{version}' selects no Kubernetes version: write 1.30.4, 1.30.x, ~1.30.2, <1.30, latest or latest-on-disk",
  "no-such-version": "the index has no version {version} for {platform}; it has {versions}",
  "not-installed": "no version {version} for {platform} is installed below {folders}",
  unreachable: "cannot read the index {index}: {problem}",
  index: "{index} is not an index of releases: {problem}",
  download: "cannot download {url}: {problem}",
  checksum: "{url} is not what the index names: its SHA-512 is {actual}, not {expected}",
  archive: "{url} is not an archive of envtest: {problem}",
} as const;

type Messages = typeof messages;

/** Names of the `{placeholders}` in a message. */
type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Why binaries cannot be had. */
export type BinariesReason = keyof Messages;

/** The reason, with what the message is made of. */
export type BinariesProblem = {
  readonly [R in BinariesReason]: {
    readonly reason: R;
    readonly values: Readonly<Record<Placeholders<Messages[R]>, string>>;
  };
}[BinariesReason];

/** The programs of a control plane cannot be had. */
export class BinariesError extends Error {
  override readonly name = "BinariesError";
  readonly problem: BinariesProblem;

  constructor(problem: BinariesProblem, options?: ErrorOptions) {
    const values: ReadonlyMap<string, string> = new Map(Object.entries(problem.values));
    const message = messages[problem.reason];
    super(
      message.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values.get(key) ?? whole),
      options,
    );
    this.problem = problem;
  }

  get reason(): BinariesReason {
    return this.problem.reason;
  }
}
