import { formatGroupVersion, type GroupVersion } from "../meta/index.js";

/** The server holds an older state of a group version: the aggregated server behind it does not answer. */
export class StaleGroupVersionError extends Error {
  override readonly name: string = "StaleGroupVersionError";
  /** `example.com/v1`. */
  readonly groupVersion: string;

  constructor(groupVersion: GroupVersion) {
    const text = formatGroupVersion(groupVersion);
    super(
      `what the server tells of ${text} is stale: is the server behind its APIService running?`,
    );
    this.groupVersion = text;
  }
}
