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
  broken: "'{path}' {problem}",
} as const;

/** Why binaries cannot be had. */
export type BinariesReason = keyof typeof messages;

/** The programs of a control plane cannot be had. `reason` and `values` are what the message is made of. */
export class BinariesError extends Error {
  override readonly name = "BinariesError";
  readonly reason: BinariesReason;
  readonly values: Readonly<Record<string, string>>;

  constructor(
    input: {
      readonly reason: BinariesReason;
      readonly values: Readonly<Record<string, string>>;
    },
    options?: ErrorOptions,
  ) {
    super(
      messages[input.reason].replaceAll(/\{(\w+)\}/g, (_, key: string) => input.values[key] ?? ""),
      options,
    );
    this.reason = input.reason;
    this.values = input.values;
  }
}
