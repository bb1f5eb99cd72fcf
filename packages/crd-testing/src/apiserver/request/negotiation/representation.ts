import { notAcceptable } from "../../status/index.js";
import { firstValue, type QueryValues } from "../query.js";
import { type AcceptClause, parseAccept } from "./accept.js";

/** What an object is turned into for clients that want less or other than the object. */
export interface Transform {
  readonly kind: "PartialObjectMetadata" | "PartialObjectMetadataList" | "Table";
  readonly version: "v1" | "v1beta1";
}

/** The form in which a client wants its answer. */
export interface Representation {
  readonly format: "json" | "yaml";
  readonly pretty: boolean;
  readonly transform: Transform | undefined;
}

/** What decides about the form of an answer. */
export interface Accepting {
  /** The Accept header; `""` when there is none. */
  readonly accept: string;
  readonly userAgent: string;
  readonly query: QueryValues;
}

/** Media types that the server names in its refusals; protobuf is understood by no part of this one. */
export const mediaTypes = [
  "application/json",
  "application/yaml",
  "application/vnd.kubernetes.protobuf",
] as const;
const streamMediaTypes = [
  "application/json;stream=watch",
  "application/vnd.kubernetes.protobuf;stream=watch",
] as const;

const formats = ["json", "yaml"] as const;
const groupOfTransforms = "meta.k8s.io";

/**
 * Finds the form that a client wants and the server has. Follows negotiation.NegotiateOutputMediaType of apiserver, but
 * for protobuf, which is passed over in the list.
 *
 * @throws StatusError 406
 */
export function negotiate(request: Accepting): Representation {
  const found = choose(request, { withTransform: "allowed" });
  if (found === undefined) throw notAcceptable(mediaTypes);
  return found;
}

/** The same for a watch, whose events are always a stream of JSON. @throws StatusError 406 */
export function negotiateStream(request: Accepting): Representation {
  const found = choose(request, { withTransform: "allowed" });
  if (found?.format !== "json") throw notAcceptable(streamMediaTypes);
  return found;
}

/** The form of a Status, which has no transforms; indented JSON when the client takes nothing that there is. */
export function negotiateStatus(request: Accepting): Representation {
  const found = choose(request, { withTransform: "refused" });
  return found ?? { format: "json", pretty: true, transform: undefined };
}

const compactJson: Representation = { format: "json", pretty: false, transform: undefined };
const prettyJson: Representation = { format: "json", pretty: true, transform: undefined };

type Policy = { readonly withTransform: "allowed" | "refused" };

function choose(request: Accepting, policy: Policy): Representation | undefined {
  const { accept } = request;
  if (accept === "" || accept === "application/json" || accept === "*/*") {
    return isPretty(request) ? prettyJson : compactJson;
  }
  for (const clause of parseAccept(accept)) {
    for (const format of formats) {
      if (!covers(clause, format)) continue;
      const accepted = acceptClause({ clause, format, policy });
      if (accepted === undefined) continue;
      return { ...accepted, pretty: accepted.pretty || isPretty(request) };
    }
  }
  return undefined;
}

function covers(clause: AcceptClause, subtype: string): boolean {
  return clause.type === "application"
    ? clause.subtype === subtype || clause.subtype === "*"
    : clause.type === "*" && clause.subtype === "*";
}

function acceptClause(input: {
  readonly clause: AcceptClause;
  readonly format: "json" | "yaml";
  readonly policy: Policy;
}): Representation | undefined {
  const { clause, format, policy } = input;
  const { parameters } = clause;
  const stream = parameters.get("stream") ?? "";
  if (stream !== "" && (stream !== "watch" || format !== "json")) return undefined;
  const serverVersion = parameters.get("sv") ?? "";
  if (serverVersion !== "" && serverVersion !== "v1") return undefined;
  const pretty = parameters.get("pretty") === "1";
  if (!["as", "g", "v"].some((name) => parameters.has(name))) {
    return { format, pretty, transform: undefined };
  }
  const transform = transformOf(parameters);
  if (transform === undefined || policy.withTransform === "refused") return undefined;
  return { format, pretty, transform };
}

function transformOf(parameters: ReadonlyMap<string, string>): Transform | undefined {
  const kind = parameters.get("as");
  const version = parameters.get("v");
  if (parameters.get("g") !== groupOfTransforms) return undefined;
  if (version !== "v1" && version !== "v1beta1") return undefined;
  return kind === "Table" ||
    kind === "PartialObjectMetadata" ||
    kind === "PartialObjectMetadataList"
    ? { kind, version }
    : undefined;
}

/** People who ask with a browser or a command-line tool get indented JSON unless they say otherwise. */
function isPretty(request: Accepting): boolean {
  const asked = firstValue(request.query, "pretty") ?? "";
  if (asked !== "") return /^(1|t|T|TRUE|true|True)$/.test(asked);
  return /^(curl|Wget|Mozilla\/5\.0)/.test(request.userAgent);
}
