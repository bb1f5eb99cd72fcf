/** What `/version` tells. */
export interface ServerVersion {
  readonly major: string;
  readonly minor: string;
  /** `v1.37.2+embedded`. */
  readonly gitVersion: string;
}

/** The server whose behaviour is followed; the build metadata says that this is another program. */
export const embeddedVersion: ServerVersion = {
  major: "1",
  minor: "37",
  gitVersion: "v1.37.2+embedded",
};

/** The answer of `/version`. */
export function versionInfo({ major, minor, gitVersion }: ServerVersion): Record<string, string> {
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion,
    gitCommit: "",
    gitTreeState: "",
    buildDate: "1970-01-01T00:00:00Z",
    goVersion: "",
    compiler: "node",
    platform: `${process.platform}/${process.arch}`,
  };
}
