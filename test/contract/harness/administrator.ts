import { parseJSON, stringifyJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import type { ContractServer } from "./contract-server.js";
import { at, isArray, type Json } from "./json.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const pollMs = 25;
const deadlineMs = 30_000;

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** Prepares a server for cases and clears up after them; none of it is recorded. */
export class Administrator {
  readonly #server: ContractServer;

  constructor(server: ContractServer) {
    this.#server = server;
  }

  async request(input: {
    readonly method: string;
    readonly path: string;
    readonly body?: Json;
    readonly type?: string;
  }): Promise<Answer> {
    const { method, path, body, type = "application/json" } = input;
    const answer = await this.#server.send({
      method,
      path,
      headers: {
        accept: "application/json",
        "user-agent": "contract/1.0",
        ...(body === undefined ? {} : { "content-type": type }),
      },
      body: body === undefined ? undefined : encoder.encode(stringifyJSON(body)),
      caller: { as: "admin" },
    });
    const text = decoder.decode(answer.body);
    return { status: answer.status, body: text.startsWith("{") ? (parseJSON(text) as Json) : text };
  }

  /** @throws Error when the server does not take it */
  async create(input: { readonly path: string; readonly body: Json }): Promise<void> {
    const { status, body } = await this.request({ method: "POST", ...input });
    if (status !== 201)
      throw new Error(
        `POST ${input.path} answered ${status}: ${stringifyJSON(body).slice(0, 2000)}`,
      );
  }

  async createNamespace(name: string): Promise<void> {
    await this.create({ path: "/api/v1/namespaces", body: { metadata: { name } } });
  }

  /** Nothing deletes what is in it: objects in it are out of reach, and gone with the server. */
  async removeNamespace(name: string): Promise<void> {
    const path = `/api/v1/namespaces/${name}`;
    await this.request({ method: "DELETE", path });
    const body = {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name },
      spec: { finalizers: [] },
    };
    await this.request({ method: "PUT", path: `${path}/finalize`, body });
  }

  /**
   * Creates a definition, and waits until a list of its objects in each served version is answered from the server's cache:
   * before that is filled, a watch is 429.
   */
  async serve(definition: Json): Promise<void> {
    await this.create({
      path: "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
      body: definition,
    });
    const versions = at(definition, "spec", "versions");
    const plural = String(at(definition, "spec", "names", "plural"));
    for (const version of isArray(versions) ? versions : []) {
      if (at(version, "served") !== true) continue;
      const path = `/apis/${String(at(definition, "spec", "group"))}/${String(at(version, "name"))}/${plural}?resourceVersion=0`;
      await this.#until(path);
    }
  }

  /** Removes every definition of a group and of the groups below it, and what finalizers keep back. */
  async removeDefinitions(group: string): Promise<void> {
    const root = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    const { body } = await this.request({ method: "GET", path: root });
    const items = at(body, "items");
    for (const item of isArray(items) ? items : []) {
      const its = String(at(item, "spec", "group"));
      if (its !== group && !its.endsWith(`.${group}`)) continue;
      const path = `${root}/${String(at(item, "metadata", "name"))}`;
      await this.#releaseObjects(item);
      await this.request({ method: "DELETE", path });
      const own = at(item, "metadata", "finalizers");
      if (isArray(own) && own.some((name) => name !== "customresourcecleanup.apiextensions.k8s.io"))
        await this.#release(path);
    }
  }

  async #releaseObjects(definition: Json): Promise<void> {
    const versions = at(definition, "spec", "versions");
    const served = isArray(versions)
      ? versions.find((version) => at(version, "served") === true)
      : undefined;
    if (served === undefined) return;
    const root = `/apis/${String(at(definition, "spec", "group"))}/${String(at(served, "name"))}`;
    const plural = String(at(definition, "spec", "names", "plural"));
    const { body } = await this.request({ method: "GET", path: `${root}/${plural}` });
    const items = at(body, "items");
    for (const item of isArray(items) ? items : []) {
      if (at(item, "metadata", "finalizers") === undefined) continue;
      const namespace = at(item, "metadata", "namespace");
      const scope = namespace === undefined ? "" : `/namespaces/${String(namespace)}`;
      await this.#release(`${root}${scope}/${plural}/${String(at(item, "metadata", "name"))}`);
    }
  }

  async #release(path: string): Promise<void> {
    const body = { metadata: { finalizers: null } };
    await this.request({ method: "PATCH", path, body, type: "application/merge-patch+json" });
  }

  async #until(path: string): Promise<void> {
    const deadline = performance.now() + deadlineMs;
    for (;;) {
      const { status, body } = await this.request({ method: "GET", path });
      if (status === 200) return;
      if (performance.now() > deadline)
        throw new Error(`${path} is not served: ${status} ${stringifyJSON(body)}`);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }
}
