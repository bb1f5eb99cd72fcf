import { FieldSelector, parseFieldSelector, parseLabelSelector, Selector } from "crd-runtime";
import { type FieldError, forbidden, notSupported } from "crd-runtime/schema";
import { badRequest } from "../../status/index.js";
import type { QueryValues } from "../query.js";
import { booleanParameter, integerParameter, textParameter } from "./parameters.js";
import { assertValid } from "./validation.js";

/** ListOptions of meta.k8s.io, for list, watch and deletecollection. */
export interface ListOptions {
  readonly labelSelector: Selector;
  readonly fieldSelector: FieldSelector;
  readonly watch: boolean;
  readonly allowWatchBookmarks: boolean;
  readonly resourceVersion: string;
  /** `""`, `Exact` or `NotOlderThan`. */
  readonly resourceVersionMatch: string;
  readonly timeoutSeconds: number | undefined;
  /** 0: no limit. */
  readonly limit: number;
  readonly continue: string;
  readonly sendInitialEvents: boolean | undefined;
}

const emptyFieldSelector = new FieldSelector([]);

const defaults: ListOptions = {
  labelSelector: Selector.everything,
  fieldSelector: emptyFieldSelector,
  watch: false,
  allowWatchBookmarks: false,
  resourceVersion: "",
  resourceVersionMatch: "",
  timeoutSeconds: undefined,
  limit: 0,
  continue: "",
  sendInitialEvents: undefined,
};

/** @throws StatusError 400 when a parameter cannot be read, 422 when they contradict each other */
export function listOptions(query: QueryValues): ListOptions {
  if (query.size === 0) return defaults;
  const options = withDefaults(read(query));
  assertValid("ListOptions", options.watch ? watchErrors(options) : listErrors(options));
  return options;
}

function read(query: QueryValues): ListOptions {
  const labels = textParameter(query, "labelSelector");
  const fields = textParameter(query, "fieldSelector");
  return {
    labelSelector: labels === "" ? Selector.everything : parsed(() => parseLabelSelector(labels)),
    fieldSelector: fields === "" ? emptyFieldSelector : parsed(() => parseFieldSelector(fields)),
    watch: booleanParameter(query, "watch") ?? false,
    allowWatchBookmarks: booleanParameter(query, "allowWatchBookmarks") ?? false,
    resourceVersion: textParameter(query, "resourceVersion"),
    resourceVersionMatch: textParameter(query, "resourceVersionMatch"),
    timeoutSeconds: integerParameter(query, "timeoutSeconds"),
    limit: integerParameter(query, "limit") ?? 0,
    continue: textParameter(query, "continue"),
    sendInitialEvents: booleanParameter(query, "sendInitialEvents"),
  };
}

/** A watch from no particular or any version begins with the objects that there are. */
function withDefaults(options: ListOptions): ListOptions {
  const { watch, resourceVersion, resourceVersionMatch, sendInitialEvents } = options;
  const legacy = resourceVersion === "" || resourceVersion === "0";
  return watch && legacy && resourceVersionMatch === "" && sendInitialEvents === undefined
    ? { ...options, sendInitialEvents: true, resourceVersionMatch: "NotOlderThan" }
    : options;
}

const matchField = "resourceVersionMatch";

function listErrors(options: ListOptions): readonly FieldError[] {
  const errors: FieldError[] = [];
  const match = options.resourceVersionMatch;
  if (match !== "") {
    if (options.resourceVersion === "") {
      const detail = "resourceVersionMatch is forbidden unless resourceVersion is provided";
      errors.push(forbidden(matchField, detail));
    }
    if (options.continue !== "") errors.push(matchWithContinue);
    if (match !== "Exact" && match !== "NotOlderThan") {
      const supported = ["Exact", "NotOlderThan", ""];
      errors.push(notSupported({ field: matchField, value: match, supported }));
    }
    if (match === "Exact" && options.resourceVersion === "0") {
      const detail = 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"';
      errors.push(forbidden(matchField, detail));
    }
  }
  if (options.sendInitialEvents !== undefined) {
    const detail = "sendInitialEvents is forbidden for list";
    errors.push(forbidden("sendInitialEvents", detail));
  }
  return errors;
}

function watchErrors(options: ListOptions): readonly FieldError[] {
  const errors: FieldError[] = [];
  const match = options.resourceVersionMatch;
  if (options.sendInitialEvents !== undefined && match !== "NotOlderThan") {
    const detail = "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan";
    errors.push(forbidden(matchField, detail));
  }
  if (match !== "") {
    if (options.sendInitialEvents === undefined) {
      const detail =
        "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided";
      errors.push(forbidden(matchField, detail));
    }
    if (match !== "NotOlderThan") {
      const supported = ["NotOlderThan"];
      errors.push(notSupported({ field: matchField, value: match, supported }));
    }
    if (options.continue !== "") errors.push(matchWithContinue);
  }
  return errors;
}

const matchWithContinue = forbidden(
  matchField,
  "resourceVersionMatch is forbidden when continue is provided",
);

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The options with the name that the path or the field selector names.
 *
 * @throws StatusError 400 when the path names another object than the selector
 */
export function withName(input: {
  readonly options: ListOptions;
  readonly name: string;
}): ListOptions {
  const { options, name } = input;
  if (name === "") return options;
  const { fieldSelector } = options;
  if (fieldSelector.isEmpty) {
    const requirement = { field: "metadata.name", operator: "=", value: name } as const;
    return { ...options, fieldSelector: new FieldSelector([requirement]) };
  }
  if (fieldSelector.requiresExactMatch("metadata.name") === name) return options;
  throw badRequest("fieldSelector metadata.name doesn't match requested name");
}
