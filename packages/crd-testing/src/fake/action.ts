import type { Verb } from "../apiserver/resources/resource.js";

/** One call of a client, as it went out; client-go's testing.Action. */
export interface Action {
  readonly verb: Verb;
  readonly group: string;
  readonly version: string;
  /** Plural: `databases`. */
  readonly resource: string;
  /** `""`: none. */
  readonly subresource: string;
  /** `""` for cluster-scoped resources and all namespaces. */
  readonly namespace: string;
  /** `""` for lists, watches, and creations of an object without a name. */
  readonly name: string;
  /** The options in the query: `{ labelSelector: "app=db", limit: "500" }`. */
  readonly options: Readonly<Record<string, string>>;
  /** What was sent: the object of a create or update, the patch, the options of a delete. A copy, frozen. */
  readonly object: unknown;
  /** Media type of a patch: `application/merge-patch+json`; undefined for other verbs. */
  readonly patchType: string | undefined;
}

/** Which actions a reactor is asked about. `*` or nothing: all of them; `databases/status` a subresource, `databases` the resource alone. */
export interface ActionMatch {
  readonly verb?: Verb | "*" | undefined;
  readonly resource?: string | undefined;
}

/** Whether an action is one of those meant. */
export function actionMatches(input: {
  readonly action: Pick<Action, "verb" | "resource" | "subresource">;
  readonly match: ActionMatch;
}): boolean {
  const { action, match } = input;
  const { verb = "*", resource = "*" } = match;
  const { subresource } = action;
  const full = subresource === "" ? action.resource : `${action.resource}/${subresource}`;
  return (
    (verb === "*" || verb === action.verb) &&
    (resource === "*" ||
      resource === full ||
      (subresource !== "" && resource === `*/${subresource}`))
  );
}
