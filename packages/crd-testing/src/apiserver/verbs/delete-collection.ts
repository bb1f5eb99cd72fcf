import type { ApiObject } from "../object.js";
import { apiVersionOf } from "../request/body/decode-object.js";
import { assertBodyFits } from "../request/body/limit.js";
import type { ListWatcher, Page } from "../request/list-watcher.js";
import { deleteOptions } from "../request/options/delete-options.js";
import { type ListOptions, listOptions } from "../request/options/list-options.js";
import { StatusError } from "../status/index.js";
import { deleteByKey } from "./delete.js";
import { decodeStored } from "./live-object.js";
import type { Registry, ResourceRequest } from "./registry.js";
import type { ApiList, ListItem, VerbResult } from "./result.js";

/** DELETE of a collection: deletes what a list selects and answers that list. @throws or rejects with a StatusError */
export async function deleteCollection(input: {
  readonly registry: Registry;
  readonly request: ResourceRequest;
  readonly lists: ListWatcher;
}): Promise<VerbResult> {
  const { registry, request, lists } = input;
  const { resource, namespace, query, signal } = request;
  assertBodyFits(request.body);
  const selection = inPages(listOptions(query));
  const options = deleteOptions(request);
  const page = await lists.page({ resource, namespace, options: selection, signal });
  for (const { namespace: within, name } of page.entries) {
    try {
      await deleteByKey({ registry, key: { resource, namespace: within, name }, options });
    } catch (error) {
      // Somebody else was faster.
      if (!(error instanceof StatusError) || error.reason !== "NotFound") throw error;
    }
  }
  const values = await resource.conversion.fromStorage(page.entries);
  return { code: 200, list: listOf({ request, page, items: values.map(decodeStored) }) };
}

/** The server reads what it deletes page by page, and a page is of the very resourceVersion that is asked for. */
function inPages(options: ListOptions): ListOptions {
  return options.limit > 0 ? options : { ...options, limit: Number.MAX_SAFE_INTEGER };
}

function listOf(input: {
  readonly request: ResourceRequest;
  readonly page: Page;
  readonly items: readonly ApiObject[];
}): ApiList {
  const { request, page, items } = input;
  const { resource } = request;
  return {
    apiVersion: apiVersionOf(resource),
    kind: resource.listKind,
    metadata: {
      resourceVersion: page.resourceVersion,
      // Lists of custom resources have it always, as the server writes them.
      ...(page.continue === "" && resource.builtIn === true ? {} : { continue: page.continue }),
      ...(page.remainingItemCount === undefined
        ? {}
        : { remainingItemCount: page.remainingItemCount }),
    },
    // Lists of Go types have their type once.
    items: resource.builtIn === true ? items.map(withoutType) : items,
  };
}

function withoutType(object: ApiObject): ListItem {
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = object;
  return rest;
}
