import { stringifyJSON } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { z } from "zod";
import { type CrdSource, InvalidCrdError } from "../../envtest/crds/source.js";
import type { Handler, ServerResponse, User } from "../http.js";
import type { ApiResource, ResourceCatalog } from "../resources/resource.js";
import { badRequest, StatusError } from "../status/index.js";
import { InvalidObjectError, type ObjectSource } from "./objects.js";

const collection = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const condition = z.object({
  type: z.string(),
  status: z.string(),
  message: z.string().optional(),
});
const answer = z.looseObject({
  message: z.string().default(""),
  metadata: z
    .looseObject({ resourceVersion: z.string().default("") })
    .default({ resourceVersion: "" }),
});
const definitionStatus = z.looseObject({
  status: z.looseObject({ conditions: z.array(condition).default([]) }).default({ conditions: [] }),
});

type Condition = z.output<typeof condition>;

/** How definitions are created, and looked at. */
interface Definitions {
  /** Creates one. @throws StatusError */
  create(definition: CustomResourceDefinition): Promise<void> | void;
  /** The conditions of one that was created. */
  conditionsOf(name: string): Promise<readonly Condition[]> | readonly Condition[];
}

/** Puts into a server what it begins with, by requests like any other. */
export class Installer {
  readonly #handler: Handler;
  readonly #catalog: ResourceCatalog;
  readonly #user: User;

  constructor(input: {
    readonly handler: Handler;
    readonly catalog: ResourceCatalog;
    readonly user: User;
  }) {
    this.#handler = input.handler;
    this.#catalog = input.catalog;
    this.#user = input.user;
  }

  /**
   * Creates definitions, and sees that they are served.
   *
   * @throws InvalidCrdError with what the server says of each
   */
  async definitions(sources: readonly CrdSource[], definitions: Definitions = this): Promise<void> {
    const problems: string[] = [];
    for (const { definition, origin } of sources) {
      try {
        await definitions.create(definition);
      } catch (error) {
        if (!(error instanceof StatusError)) throw error;
        problems.push(`${origin}: ${error.message}`);
      }
    }
    for (const { definition, origin } of problems.length > 0 ? [] : sources) {
      const conditions = await definitions.conditionsOf(definition.metadata.name ?? "");
      if (conditions.some(({ type, status }) => type === "Established" && status === "True"))
        continue;
      const refused = conditions.find(
        ({ type, status }) => type === "NamesAccepted" && status === "False",
      );
      problems.push(
        `${origin}: it is not served: ${refused?.message ?? "its names are not accepted"}`,
      );
    }
    if (problems.length > 0) throw new InvalidCrdError(problems);
  }

  /** Creates a definition by a request. @throws StatusError */
  async create(definition: CustomResourceDefinition): Promise<void> {
    const response = await this.#send({ method: "POST", path: collection, object: definition });
    if (response.status !== 201) throw badRequest(messageOf(response));
  }

  /** The conditions of a definition, by a request. */
  async conditionsOf(name: string): Promise<readonly Condition[]> {
    const response = await this.#send({ method: "GET", path: `${collection}/${name}` });
    return definitionStatus.parse(jsonOf(response)).status.conditions;
  }

  /** Creates objects, with their status. @throws InvalidObjectError with what the server says of each */
  async objects(sources: readonly ObjectSource[]): Promise<void> {
    const problems: string[] = [];
    for (const source of sources) {
      const problem = await this.#object(source);
      if (problem !== undefined) problems.push(`${source.origin}: ${problem}`);
    }
    if (problems.length > 0) throw new InvalidObjectError(problems);
  }

  async #object({ object }: ObjectSource): Promise<string | undefined> {
    const resource = this.#resourceOf(object);
    if (resource === undefined) {
      return `${object.apiVersion} ${object.kind} is not served: is its CRD among those that are installed?`;
    }
    const place = collectionOf({ resource, namespace: object.metadata.namespace });
    const created = await this.#send({ method: "POST", path: place, object });
    if (created.status !== 201) return messageOf(created);
    if (!resource.status || object["status"] === undefined) return undefined;
    const { resourceVersion } = answer.parse(jsonOf(created)).metadata;
    const path = `${place}/${encodeURIComponent(object.metadata.name)}/status`;
    const update = { ...object, metadata: { ...object.metadata, resourceVersion } };
    const updated = await this.#send({ method: "PUT", path, object: update });
    return updated.status === 200 ? undefined : messageOf(updated);
  }

  #resourceOf(object: ObjectSource["object"]): ApiResource | undefined {
    const { apiVersion, kind } = object;
    return this.#catalog
      .list()
      .find(
        (each) =>
          each.kind === kind &&
          (each.group === "" ? each.version : `${each.group}/${each.version}`) === apiVersion,
      );
  }

  #send(input: {
    readonly method: string;
    readonly path: string;
    readonly object?: object;
  }): Promise<ServerResponse> {
    const { method, path, object } = input;
    return this.#handler({
      method,
      path,
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "user-agent": "crd-testing",
      },
      body: object === undefined ? new Uint8Array() : Buffer.from(stringifyJSON(object)),
      signal: new AbortController().signal,
      user: this.#user,
    });
  }
}

function collectionOf(input: {
  readonly resource: ApiResource;
  readonly namespace: string | undefined;
}): string {
  const { resource, namespace = "default" } = input;
  const { group, version, namespaced } = resource;
  const root = group === "" ? `/api/${version}` : `/apis/${group}/${version}`;
  const place = namespaced ? `/namespaces/${encodeURIComponent(namespace)}` : "";
  return `${root}${place}/${resource.resource}`;
}

function messageOf(response: ServerResponse): string {
  return answer.parse(jsonOf(response)).message || `the server answers ${response.status}`;
}

function jsonOf(response: ServerResponse): unknown {
  const { body } = response;
  if (!(body instanceof Uint8Array)) return {};
  const text = Buffer.from(body).toString();
  return response.headers["content-type"] === "application/json"
    ? JSON.parse(text)
    : { message: text.trim() };
}
