import type { Clock } from "crd-runtime";
import type { CustomResourceDefinitionVersion } from "crd-runtime/apiextensions/v1";
import { fieldPathOf, type ReplicasPaths } from "../managedfields/index.js";
import type { ApiResource, ScalePaths, TableColumn, Verb } from "../resources/resource.js";
import { printerColumns } from "./columns/printer-columns.js";
import { CustomResourceConversion } from "./conversion/conversion.js";
import { type Converter, noneConverter } from "./conversion/converter.js";
import { WebhookConverter } from "./conversion/webhook.js";
import {
  completeNames,
  isTerminating,
  type StoredDefinition,
  storageVersionOf,
} from "./definition.js";
import { deprecationWarning } from "./deprecation.js";
import type { RuleCompiler, RuleValidator } from "./rules.js";
import { VersionSchema } from "./schemas.js";
import { selectableFieldsOf } from "./selectable-fields.js";
import { CustomResourceStrategy } from "./strategy.js";

/** In the order in which the server lists them for custom resources. */
const customVerbs: ReadonlySet<Verb> = new Set<Verb>([
  "delete",
  "deletecollection",
  "get",
  "list",
  "patch",
  "create",
  "update",
  "watch",
]);

/** What serving a definition takes. */
export interface ServingOptions {
  readonly definition: StoredDefinition;
  readonly epoch: number;
  readonly clock: Clock;
  /** Undefined: CEL rules are not checked. */
  readonly compileRules: RuleCompiler | undefined;
  /** Aborted when the server stops: nobody waits for webhooks then. */
  readonly stopped?: AbortSignal | undefined;
}

/**
 * What is served for one state of a definition's spec and accepted names; crdInfo of apiextensions-apiserver. Made anew when
 * either changes, and closed then. Nothing is compiled before it is needed.
 */
export class ServingInfo {
  readonly epoch: number;
  readonly #definition: StoredDefinition;
  readonly #ended = new AbortController();
  readonly #resources: readonly ApiResource[];
  #terminating: readonly ApiResource[] | undefined;

  constructor(options: ServingOptions) {
    this.#definition = options.definition;
    this.epoch = options.epoch;
    this.#resources = resourcesOf({ ...options, ended: this.#ended });
  }

  /** Spec and accepted names that this serves. */
  get definition(): StoredDefinition {
    return this.#definition;
  }

  /** Resources for a definition with this spec and these names; its conditions may have gone on. */
  resources(input: {
    readonly definition: StoredDefinition;
    readonly creatableFrom: number | undefined;
  }): readonly ApiResource[] {
    const { definition, creatableFrom } = input;
    if (!isTerminating(definition)) return this.#from(creatableFrom);
    this.#terminating ??= this.#resources.map((resource) =>
      withMembers(resource, { terminating: true }),
    );
    return this.#terminating;
  }

  /** Ends the watches of what was served. */
  close(): void {
    this.#ended.abort();
  }

  #from(creatableFrom: number | undefined): readonly ApiResource[] {
    if (creatableFrom === undefined) return this.#resources;
    return this.#resources.map((resource) => withMembers(resource, { creatableFrom }));
  }
}

function resourcesOf(
  options: ServingOptions & { readonly ended: AbortController },
): readonly ApiResource[] {
  const { spec, status } = options.definition;
  const names = completeNames(status.acceptedNames);
  const storageVersion = storageVersionOf(options.definition);
  const storageKey = `${names.plural}.${spec.group}`;
  const schemas = new Map(
    spec.versions.map((version) => [version.name, new VersionSchema(version)]),
  );
  const converter = converterOf(options);
  const namespaced = spec.scope === "Namespaced";
  const replicasPaths = replicasPathsOf(spec);
  return spec.versions
    .filter((version) => version.served)
    .map((version) => {
      const schema = schemas.get(version.name) ?? new VersionSchema(version);
      const scale = scaleOf(version, replicasPaths);
      let columns: readonly TableColumn[] | undefined;
      const hasStatus = version.subresources?.status !== undefined;
      return {
        group: spec.group,
        version: version.name,
        resource: names.plural,
        singular: names.singular,
        kind: names.kind,
        listKind: names.listKind,
        namespaced,
        shortNames: names.shortNames,
        categories: names.categories,
        verbs: customVerbs,
        storageKey,
        epoch: options.epoch,
        get schema() {
          return schema.structural;
        },
        status: hasStatus,
        scale,
        fields: selectableFieldsOf({ fields: version.selectableFields, namespaced }),
        get columns() {
          columns ??= printerColumns({
            columns: version.additionalPrinterColumns,
            clock: options.clock,
          });
          return columns;
        },
        strategy: new CustomResourceStrategy({
          group: spec.group,
          version: version.name,
          kind: names.kind,
          schema,
          status: hasStatus,
          scale,
          rules: lazyRules(schema, options.compileRules),
        }),
        conversion: new CustomResourceConversion({
          group: spec.group,
          version: version.name,
          resource: names.plural,
          storageVersion,
          storageKey,
          epoch: options.epoch,
          schemas,
          converter,
        }),
        openAPI: {
          props: version.schema?.openAPIV3Schema,
          selectableFields: (version.selectableFields ?? []).map(({ jsonPath }) =>
            jsonPath.replace(/^\./, ""),
          ),
        },
        warning: deprecationWarning({ spec, version: version.name }),
        get ended() {
          return options.ended.signal;
        },
      };
    });
}

/** A copy with other members, whose schema still is made when it is needed. */
function withMembers(resource: ApiResource, members: Partial<ApiResource>): ApiResource {
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(resource));
  return Object.assign(copy, members) as ApiResource;
}

function converterOf(options: Pick<ServingOptions, "definition" | "stopped">): Converter {
  const { conversion } = options.definition.spec;
  return conversion?.strategy === "Webhook"
    ? new WebhookConverter({ conversion, stopped: options.stopped })
    : noneConverter;
}

function scaleOf(
  version: CustomResourceDefinitionVersion,
  replicasPaths: ReplicasPaths,
): ScalePaths | undefined {
  const scale = version.subresources?.scale;
  if (scale === undefined) return undefined;
  const { specReplicasPath, statusReplicasPath, labelSelectorPath } = scale;
  return { specReplicasPath, statusReplicasPath, labelSelectorPath, replicasPaths };
}

function replicasPathsOf({ group, versions }: StoredDefinition["spec"]): ReplicasPaths {
  return new Map(
    versions.map(({ name, subresources }) => {
      const path = subresources?.scale?.specReplicasPath;
      return [`${group}/${name}`, path === undefined ? undefined : fieldPathOf(path)];
    }),
  );
}

/** Compiles the rules when the first object is validated. */
function lazyRules(
  schema: VersionSchema,
  compileRules: RuleCompiler | undefined,
): () => RuleValidator | undefined {
  let rules: RuleValidator | null | undefined;
  return () => {
    if (rules === undefined) {
      rules =
        compileRules === undefined || !schema.hasRules ? null : compileRules(schema.structural);
    }
    return rules ?? undefined;
  };
}
