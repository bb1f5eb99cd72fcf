import { ApiError, type RestClient, type Status, stringifyJSON } from "crd-runtime";
import type { ApiObject } from "../../packages/crd-testing/src/apiserver/object.js";
import type { Operation } from "./model.js";

/** What the server made of a request. */
export type Answer =
  | { readonly object: ApiObject; readonly status?: never }
  | { readonly object?: never; readonly status: Status };

const contentTypes = {
  apply: "application/apply-patch+yaml",
  "merge-patch": "application/merge-patch+json",
  create: "application/json",
  update: "application/json",
} as const;

const methods = { apply: "PATCH", "merge-patch": "PATCH", create: "POST", update: "PUT" } as const;

/** Sends an operation about the object at a path below a collection. */
export async function send(input: {
  readonly rest: RestClient;
  readonly collection: string;
  readonly name: string;
  readonly operation: Operation;
}): Promise<Answer> {
  const { rest, collection, name, operation } = input;
  const { verb, manager, subresource } = operation;
  const object = `${collection}/${name}${subresource === "" ? "" : `/${subresource}`}`;
  try {
    const answer = await rest.request({
      method: methods[verb],
      path: verb === "create" ? collection : object,
      query: {
        fieldManager: manager,
        ...(verb === "apply" ? { force: operation.force } : {}),
      },
      contentType: contentTypes[verb],
      // Apply reads YAML, where line separators end a line.
      body: stringifyJSON(operation.body).replaceAll("\u2028", "\\u2028"),
    });
    return { object: answer as ApiObject };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status };
  }
}
