import type { ListOptions } from "../request/options/list-options.js";
import { badRequest } from "../status/index.js";
import { decodeContinue } from "./continue-token.js";
import { listRevision } from "./resource-version.js";
import type { Selection } from "./selection.js";

/** Of which state a list is, and from where on. */
export interface ListPlan {
  /** `exact`: of the revision; `latest`: of now, once the revision is reached; 0: of now. */
  readonly kind: "exact" | "latest";
  readonly revision: bigint;
  /** 0: no limit. */
  readonly limit: number;
  /** Where the page begins; `""`: at the beginning. */
  readonly start: string;
  /** An answer that is not waited for: the real server asks etcd here, which waits for nothing. */
  readonly impatient: boolean;
}

/** @throws StatusError 400 for a resourceVersion or a token that cannot be read, or both */
export function planOf(input: {
  readonly options: ListOptions;
  readonly selection: Selection;
}): ListPlan {
  const { options, selection } = input;
  const { resourceVersion, resourceVersionMatch, limit, continue: token } = options;
  const anyVersion = resourceVersion === "0";
  // Any version comes from the watch cache, which cuts nothing.
  const page = { limit: anyVersion ? 0 : Math.max(limit, 0), start: "", impatient: false };
  if (token !== "") {
    const { revision, start } = decodeContinue(token);
    assertNoVersion(resourceVersion);
    return revision > 0
      ? { ...page, kind: "exact", revision: BigInt(revision), start }
      : { ...page, kind: "latest", revision: 0n, start };
  }
  const revision = listRevision(resourceVersion);
  const single = selection.name !== "";
  const cut = limit > 0 && !anyVersion && resourceVersion !== "";
  if (resourceVersionMatch === "Exact") {
    return { ...page, kind: revision === 0n ? "latest" : "exact", revision, impatient: single };
  }
  if (resourceVersionMatch === "" && cut) {
    const exact = !single && revision !== 0n;
    return { ...page, kind: exact ? "exact" : "latest", revision, impatient: single };
  }
  return { ...page, kind: "latest", revision };
}

function assertNoVersion(resourceVersion: string): void {
  if (resourceVersion === "" || resourceVersion === "0") return;
  throw badRequest("specifying resource version is not allowed when using continue");
}
