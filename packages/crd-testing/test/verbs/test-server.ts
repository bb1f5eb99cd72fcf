import type { Clock } from "crd-runtime";
import type {
  CustomResourceDefinition,
  CustomResourceDefinitionNames,
} from "crd-runtime/apiextensions/v1";
import { alwaysAllow } from "../../src/apiserver/authorization/authorizer.js";
import { rulesOf } from "../../src/apiserver/authorization/rules.js";
import { builtInResources } from "../../src/apiserver/builtin/index.js";
import type { StoredDefinition } from "../../src/apiserver/customresources/definition.js";
import { ServingInfo } from "../../src/apiserver/customresources/serving-info.js";
import type { Handler } from "../../src/apiserver/http.js";
import { StorageListWatcher } from "../../src/apiserver/listwatch/index.js";
import { createResourceHandler } from "../../src/apiserver/request/handler.js";
import { pageNotFound } from "../../src/apiserver/request/page-not-found.js";
import { Catalog } from "../../src/apiserver/resources/index.js";
import { namespaceTerminating, notFound } from "../../src/apiserver/status/index.js";
import { Storage } from "../../src/apiserver/storage/index.js";
import type { Random } from "../../src/apiserver/verbs/random.js";

/** A server of resources alone, without controllers; its namespaces are what the test says. */
export interface TestServer {
  readonly handle: Handler;
  readonly storage: Storage;
  readonly catalog: Catalog;
  /** Serves a definition, or serves it anew. */
  define(definition: CustomResourceDefinition): void;
}

export function testServer(input: {
  readonly clock: Clock;
  readonly random: Random;
  /** Undefined: every namespace is there. */
  readonly namespaces?: ReadonlyMap<string, "active" | "terminating">;
  /** Of the empty storage. */
  readonly revision?: number;
}): TestServer {
  const { clock, random, namespaces, revision } = input;
  const storage = new Storage({ clock, revision });
  const catalog = new Catalog(
    builtInResources({
      clock,
      authorizer: alwaysAllow,
      rulesFor: rulesOf(alwaysAllow),
      userOfToken: () => undefined,
      rules: undefined,
    }),
  );
  const resources = createResourceHandler({
    catalog,
    storage,
    clock,
    random,
    lists: new StorageListWatcher({ storage, clock, random: () => 0 }),
    namespaces: {
      check({ namespace, resource, name }) {
        const state = namespaces === undefined ? "active" : namespaces.get(namespace);
        if (state === "terminating") throw namespaceTerminating({ resource, name, namespace });
        if (state === "active") return;
        throw notFound({ resource: { group: "", resource: "namespaces" }, name: namespace });
      },
    },
  });
  let epoch = 0;
  return {
    storage,
    catalog,
    handle: async (request) => (await resources(request)) ?? pageNotFound(),
    define(definition) {
      epoch += 1;
      const stored = storedDefinition(definition);
      const info = new ServingInfo({ definition: stored, epoch, clock, compileRules: undefined });
      catalog.replace({
        definition: definition.metadata.name ?? "",
        resources: info.resources({ definition: stored, creatableFrom: undefined }),
      });
    },
  };
}

function storedDefinition(definition: CustomResourceDefinition): StoredDefinition {
  const { names } = definition.spec;
  const acceptedNames: CustomResourceDefinitionNames = {
    ...names,
    singular: names.singular ?? names.kind.toLowerCase(),
    listKind: names.listKind ?? `${names.kind}List`,
  };
  return { ...definition, status: { acceptedNames, conditions: [], storedVersions: [] } };
}
