import type { Clock } from "crd-runtime";
import type {
  CustomResourceDefinition,
  CustomResourceDefinitionCondition,
} from "crd-runtime/apiextensions/v1";
import { type CelCompiler, celCompiler } from "crd-runtime/cel";
import { ruleChecks } from "crd-runtime/schema";
import type { Authorizer } from "./authorization/authorizer.js";
import { rbacAuthorizer, rbacRules } from "./authorization/rbac.js";
import { rulesOf } from "./authorization/rules.js";
import { bootstrapObjects, builtInResources } from "./builtin/index.js";
import {
  DefinitionController,
  installDefinition,
  ruleCompiler,
  StoredDefinitions,
  StoredInstances,
  type Timing,
} from "./customresources/index.js";
import { DiscoveryHandler } from "./discovery/index.js";
import type { Handler, User } from "./http.js";
import {
  installObject,
  NamespaceController,
  StoredNamespaces,
  storedRoles,
} from "./lifecycle/index.js";
import { StorageListWatcher } from "./listwatch/index.js";
import type { JsonObject } from "./object.js";
import { OpenApiHandler, openApiPaths } from "./openapi/index.js";
import { createResourceHandler } from "./request/handler.js";
import { pageNotFound } from "./request/page-not-found.js";
import { Catalog } from "./resources/index.js";
import { Storage } from "./storage/index.js";
import { FieldManagers } from "./verbs/field-managers.js";
import type { Random } from "./verbs/random.js";
import type { NamespaceLifecycle } from "./verbs/registry.js";

/** How namespaces behave. */
export interface NamespaceOptions {
  /** `implied`: every namespace is there, so that tests need not make them. */
  readonly existence: "required" | "implied";
  /** Whether a controller empties and removes a namespace that is terminating; the API server alone leaves it so. */
  readonly controller: boolean;
}

/** What the machinery is made of. */
export interface MachineryOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly timing: Timing;
  /** Absent: by the RBAC objects that are stored. */
  readonly authorizer: Authorizer | undefined;
  readonly userOfToken: (token: string) => User | undefined;
  readonly namespaces: NamespaceOptions;
}

/** Who manages the fields of the objects that a server begins with. */
const manager = "kube-apiserver";
const always: NamespaceLifecycle = { check: () => undefined };

/** Made for the first rule. */
function lazyCelCompiler(): CelCompiler {
  let compiler: CelCompiler | undefined;
  return {
    scopeOf(input) {
      compiler ??= celCompiler();
      return compiler.scopeOf(input);
    },
  };
}

/** kube-apiserver's machinery in one piece: storage, resources, controllers, and the handler that requests reach when they may. */
export class Machinery {
  readonly storage: Storage;
  readonly catalog: Catalog;
  readonly authorizer: Authorizer;
  readonly handler: Handler;
  readonly #stops: readonly (() => void)[];
  readonly #install: (definition: JsonObject) => void;
  readonly #definitions: StoredDefinitions;

  constructor(options: MachineryOptions) {
    const { clock, random, timing, namespaces, userOfToken } = options;
    const storage = new Storage({ clock });
    this.storage = storage;
    const roles = storedRoles(storage);
    this.authorizer = options.authorizer ?? rbacAuthorizer(roles);
    const cel = lazyCelCompiler();
    const builtIn = builtInResources({
      clock,
      authorizer: this.authorizer,
      rulesFor: options.authorizer === undefined ? rbacRules(roles) : rulesOf(options.authorizer),
      userOfToken,
      rules: ruleChecks(cel),
    });
    // Watches can begin at the first revision, as those of a server that has just been started.
    for (const { storageKey, review } of builtIn) {
      if (review === undefined) storage.open(storageKey);
    }
    const catalog = new Catalog(builtIn);
    this.catalog = catalog;
    const managers = new FieldManagers(clock);
    const installer = { storage, clock, random, managers };
    const definitionResource = catalog.find({
      group: "apiextensions.k8s.io",
      version: "v1",
      resource: "customresourcedefinitions",
    });
    if (definitionResource === undefined) throw new Error("definitions are not served");
    const definitions = new StoredDefinitions({ storage, resource: definitionResource, managers });
    this.#definitions = definitions;
    const controller = new DefinitionController({
      definitions,
      instances: new StoredInstances({ storage, clock }),
      catalog,
      clock,
      timing,
      compileRules: ruleCompiler(cel),
    });
    for (const { group, resource, object } of bootstrapObjects()) {
      const served = catalog
        .list()
        .find((each) => each.group === group && each.resource === resource);
      if (served === undefined) throw new Error(`${resource} are not served`);
      installObject(installer, { resource: served, object, manager });
    }
    const namespaceController = namespaces.controller
      ? new NamespaceController({ storage, catalog, clock })
      : undefined;
    this.#stops = [() => controller.stop(), () => namespaceController?.stop()];
    this.#install = (definition) =>
      installDefinition(installer, {
        resource: definitionResource,
        definitions,
        object: definition,
        manager,
      });
    this.handler = this.#handlerOf({
      clock,
      random,
      namespaces: namespaces.existence === "implied" ? always : new StoredNamespaces(storage),
    });
  }

  /**
   * Creates a definition that is served at once, in one write.
   *
   * @throws StatusError 400, 409, 422
   */
  installDefinition(definition: CustomResourceDefinition): void {
    this.#install({ ...structuredClone(definition) });
  }

  /** The conditions of a definition; none when there is no such one. */
  conditionsOf(name: string): readonly CustomResourceDefinitionCondition[] {
    return this.#definitions.get(name)?.status.conditions ?? [];
  }

  #handlerOf(options: {
    readonly clock: Clock;
    readonly random: Random;
    readonly namespaces: NamespaceLifecycle;
  }): Handler {
    const { storage, catalog } = this;
    const lists = new StorageListWatcher({ storage, clock: options.clock, random: Math.random });
    const resources = createResourceHandler({ ...options, storage, catalog, lists });
    const discovery = new DiscoveryHandler({ catalog, paths: openApiPaths });
    const openApi = new OpenApiHandler(catalog);
    return async (request) =>
      (await resources(request)) ??
      openApi.answer(request) ??
      discovery.answer(request) ??
      pageNotFound();
  }

  /** Ends watches, controllers and timers. */
  stop(): void {
    for (const stop of this.#stops) stop();
    this.storage.closeWatches();
  }
}
