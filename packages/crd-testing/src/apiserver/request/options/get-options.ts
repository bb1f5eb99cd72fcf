import { badRequest } from "../../status/index.js";
import type { QueryValues } from "../query.js";
import { booleanParameter, textParameter } from "./parameters.js";

/** GetOptions of meta.k8s.io. */
export interface GetOptions {
  /** `""`: the newest state. */
  readonly resourceVersion: string;
}

const defaults: GetOptions = { resourceVersion: "" };

/** @throws StatusError 400 for `export`, which is no more */
export function getOptions(query: QueryValues): GetOptions {
  if (query.size === 0) return defaults;
  if (booleanParameter(query, "export") === true) {
    throw badRequest("the export parameter, deprecated since v1.14, is no longer supported");
  }
  return { resourceVersion: textParameter(query, "resourceVersion") };
}
