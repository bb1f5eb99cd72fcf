import type { JsonObject } from "../object.js";
import type { ApiResource, Verb } from "../resources/resource.js";
import { deleteOptionsId, patchId, scaleId, statusId } from "./meta-schemas.js";
import { refTo } from "./struct-schemas.js";

/** Names of the schemas of a resource. */
export interface SchemaIds {
  readonly kind: string;
  readonly list: string;
}

type ParameterType = "boolean" | "integer" | "string";

const writing = ["dryRun", "fieldManager", "fieldValidation"];
const deleting = ["dryRun", "gracePeriodSeconds", "orphanDependents", "propagationPolicy"];
const listing = [
  "allowWatchBookmarks",
  "continue",
  "fieldSelector",
  "labelSelector",
  "limit",
  "resourceVersion",
  "resourceVersionMatch",
  "sendInitialEvents",
  "timeoutSeconds",
  "watch",
];
const types: Readonly<Record<string, ParameterType>> = {
  allowWatchBookmarks: "boolean",
  force: "boolean",
  gracePeriodSeconds: "integer",
  limit: "integer",
  orphanDependents: "boolean",
  sendInitialEvents: "boolean",
  timeoutSeconds: "integer",
  watch: "boolean",
};
const plainTypes = ["application/json", "application/yaml"];
const patchTypes = [
  "application/apply-patch+yaml",
  "application/json-patch+json",
  "application/merge-patch+json",
];

/** Paths of a resource with their operations, so that clients see what can be done and with which parameters. */
export function pathsOf(
  resource: ApiResource,
  ids: SchemaIds,
): Readonly<Record<string, JsonObject>> {
  const { group, version, namespaced } = resource;
  const root = group === "" ? `/api/${version}` : `/apis/${group}/${version}`;
  const place = namespaced ? `${root}/namespaces/{namespace}` : root;
  const all = `${place}/${resource.resource}`;
  const one = `${all}/{name}`;
  const operations = new Operations(resource, ids);
  const paths: Record<string, JsonObject> = {};
  if (namespaced && resource.verbs.has("list")) {
    paths[`${root}/${resource.resource}`] = operations.forAllNamespaces();
  }
  paths[all] = {
    ...operations.collection(["list", "create", "deletecollection"]),
    parameters: operations.pathParameters([]),
  };
  const named = operations.object(["get", "update", "delete", "patch"]);
  if (Object.keys(named).length === 0) return paths;
  paths[one] = { ...named, parameters: operations.pathParameters(["name"]) };
  const further = [
    ...(resource.subresources ?? []).map((name) => ({ name, verbs: ["update"], kind: ids.kind })),
    ...(resource.status ? [{ name: "status", verbs, kind: ids.kind }] : []),
    ...(resource.scale === undefined ? [] : [{ name: "scale", verbs, kind: scaleId }]),
  ];
  for (const { name, verbs: wanted, kind } of further) {
    paths[`${one}/${name}`] = {
      ...new Operations(resource, { ...ids, kind }, name).object(wanted as readonly Verb[]),
      parameters: operations.pathParameters(["name"]),
    };
  }
  return paths;
}

const verbs = ["get", "update", "patch"];

const pretty: JsonObject = queryParameter("pretty");

function queryParameter(name: string): JsonObject {
  return { name, in: "query", schema: { type: types[name] ?? "string", uniqueItems: true } };
}

class Operations {
  readonly #resource: ApiResource;
  readonly #ids: SchemaIds;
  readonly #subresource: string;

  constructor(resource: ApiResource, ids: SchemaIds, subresource = "") {
    this.#resource = resource;
    this.#ids = ids;
    this.#subresource = subresource;
  }

  pathParameters(names: readonly string[]): readonly JsonObject[] {
    const all = [...names, ...(this.#resource.namespaced ? ["namespace"] : [])];
    const parameters = all.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string", uniqueItems: true },
    }));
    return [...parameters, pretty];
  }

  forAllNamespaces(): JsonObject {
    const { list } = this.#ids;
    const get = this.#operation({
      action: "list",
      verb: "list",
      query: [],
      answer: list,
      id: { part: "", suffix: "ForAllNamespaces" },
    });
    return { get, parameters: [...listing.map(queryParameter), pretty] };
  }

  collection(wanted: readonly Verb[]): JsonObject {
    const made: JsonObject = {};
    const { kind, list } = this.#ids;
    if (this.#has(wanted, "list")) {
      made["get"] = this.#operation({ action: "list", verb: "list", query: listing, answer: list });
    }
    if (this.#has(wanted, "create")) {
      const create = { action: "post", verb: "create", query: writing, body: kind, answer: kind };
      made["post"] = this.#operation({ ...create, codes: ["200", "201", "202"] });
    }
    if (this.#has(wanted, "deletecollection")) {
      const action = "deletecollection";
      made["delete"] = this.#operation({
        action,
        verb: "delete",
        query: listing,
        answer: statusId,
        id: { part: `Collection${this.#part}`, suffix: "" },
      });
    }
    return made;
  }

  object(wanted: readonly Verb[]): JsonObject {
    const made: JsonObject = {};
    const { kind } = this.#ids;
    if (this.#has(wanted, "get")) {
      const query = this.#resource.builtIn === true ? [] : ["resourceVersion"];
      made["get"] = this.#operation({ action: "get", verb: "read", query, answer: kind });
    }
    if (this.#has(wanted, "update")) {
      const replace = { action: "put", verb: "replace", query: writing, body: kind, answer: kind };
      made["put"] = this.#operation({ ...replace, codes: ["200", "201"] });
    }
    if (this.#has(wanted, "delete")) {
      made["delete"] = this.#operation({
        action: "delete",
        verb: "delete",
        query: deleting,
        body: deleteOptionsId,
        answer: statusId,
        codes: ["200", "202"],
      });
    }
    if (this.#has(wanted, "patch")) {
      const query = [...writing, "force"];
      made["patch"] = this.#operation({ action: "patch", verb: "patch", query, answer: kind });
    }
    return made;
  }

  #has(wanted: readonly Verb[], verb: Verb): boolean {
    return wanted.includes(verb) && (this.#subresource !== "" || this.#resource.verbs.has(verb));
  }

  #operation(input: {
    readonly action: string;
    readonly verb: string;
    readonly query: readonly string[];
    readonly body?: string;
    readonly answer: string;
    readonly codes?: readonly string[];
    /** What is other in the operation's id than in that of most. */
    readonly id?: { readonly part: string; readonly suffix: string };
  }): JsonObject {
    const { action, verb, query, body, answer, codes = ["200"] } = input;
    const id = input.id ?? { part: this.#part, suffix: capitalized(this.#subresource) };
    const { group, version, kind } = this.#resource;
    const content = contentOf(plainTypes, answer);
    const isPatch = action === "patch";
    const patches = this.#resource.builtIn === true ? [...patchTypes, strategic] : patchTypes;
    const requestBody = isPatch
      ? { content: contentOf(patches, patchId), required: true }
      : body === undefined
        ? undefined
        : {
            content: contentOf(plainTypes, body),
            ...(action === "delete" ? {} : { required: true }),
          };
    return {
      operationId: this.#operationId({ verb, ...id }),
      ...(query.length === 0 ? {} : { parameters: query.map(queryParameter) }),
      ...(requestBody === undefined ? {} : { requestBody }),
      responses: {
        ...Object.fromEntries(codes.map((code) => [code, { description: texts[code], content }])),
        "401": { description: "Unauthorized" },
      },
      "x-kubernetes-action": action,
      "x-kubernetes-group-version-kind": { group, version, kind },
    };
  }

  get #part(): string {
    return this.#resource.namespaced ? "Namespaced" : "";
  }

  #operationId(input: {
    readonly verb: string;
    readonly part: string;
    readonly suffix: string;
  }): string {
    const { verb, part, suffix } = input;
    const { group, version, kind } = this.#resource;
    const name = group === "" ? "Core" : group.split(/[.-]/).map(capitalized).join("");
    return `${verb}${name}${capitalized(version)}${part}${kind}${suffix}`;
  }
}

const strategic = "application/strategic-merge-patch+json";
const texts: Readonly<Record<string, string>> = { 200: "OK", 201: "Created", 202: "Accepted" };

function contentOf(mediaTypes: readonly string[], id: string): JsonObject {
  return Object.fromEntries(mediaTypes.map((type) => [type, { schema: refTo(id) }]));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
