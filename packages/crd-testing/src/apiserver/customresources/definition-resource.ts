import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import {
  defaultCustomResourceDefinition,
  dnsSubdomainErrors,
  type FieldError,
  type RuleChecks,
  validateCustomResourceDefinition,
  validateCustomResourceDefinitionStatus,
} from "crd-runtime/schema";
import { builtInResource } from "../builtin/built-in-resource.js";
import { column, createdAtColumn, nameColumn } from "../builtin/columns.js";
import { customResourceDefinition } from "../builtin/types/apiextensions.js";
import { equalJson } from "../json.js";
import type { ApiObject, JsonObject } from "../object.js";
import type { ApiResource, TableColumn, Update } from "../resources/resource.js";
import {
  cleanupFinalizer,
  isConditionTrue,
  type StoredDefinition,
  storageVersionOf,
  withCondition,
} from "./definition.js";
import { definitionWarnings } from "./definition-warnings.js";
import { terminating } from "./finalizing.js";
import { keepStatus } from "./spec-and-status.js";

/**
 * customresourcedefinitions, as a resource among others; strategy of registry/customresourcedefinition. `rules` checks CEL
 * expressions; absent, they are not looked at.
 */
export function definitionResource(input: {
  readonly rules?: RuleChecks | undefined;
}): ApiResource {
  const { rules } = input;
  return builtInResource({
    group: "apiextensions.k8s.io",
    resource: "customresourcedefinitions",
    kind: "CustomResourceDefinition",
    scope: "Cluster",
    shortNames: ["crd", "crds"],
    categories: ["api-extensions"],
    status: true,
    columns,
    rules: {
      type: customResourceDefinition,
      validateName: dnsSubdomainErrors,
      requiresResourceVersion: true,
      anyFinalizers: true,
      default: setDefaults,
      prepareForCreate,
      prepareForUpdate,
      validateCreate: (object) =>
        withoutMetadata(validateCustomResourceDefinition({ definition: typed(object), rules })),
      validateUpdate: ({ object, old, subresource }) =>
        withoutMetadata(
          subresource === "status"
            ? validateCustomResourceDefinitionStatus({ definition: typed(object), old: typed(old) })
            : validateCustomResourceDefinition({
                definition: typed(object),
                old: typed(old),
                rules,
              }),
        ),
      warnings: (object) => definitionWarnings(typed(object)),
      updateWarnings({ object, old, subresource }) {
        if (subresource === "status") return [];
        const before = definitionWarnings(typed(old));
        return definitionWarnings(typed(object)).filter((warning) => !before.includes(warning));
      },
      beginDeletion,
    },
  });
}

/** Decoded by the strategy as what it is. */
function typed(object: ApiObject): CustomResourceDefinition & StoredDefinition {
  return object as unknown as CustomResourceDefinition & StoredDefinition;
}

/** Metadata is validated as that of all objects is; what a definition's name must be is not. */
function withoutMetadata(errors: readonly FieldError[]): readonly FieldError[] {
  return errors.filter(
    ({ field, detail }) =>
      !field.startsWith("metadata.") ||
      field.startsWith("metadata.annotations[") ||
      (field === "metadata.name" && detail.startsWith("must be spec.names")),
  );
}

function setDefaults(object: JsonObject): void {
  const decoded = object as unknown as CustomResourceDefinition;
  const { spec, status } = defaultCustomResourceDefinition(decoded);
  decoded.spec = spec;
  if (status !== undefined) decoded.status = status;
}

function prepareForCreate(object: ApiObject): void {
  object.metadata.generation = 1;
  const definition = typed(object);
  const storageVersion = storageVersionOf(definition);
  definition.status = {
    conditions: null,
    acceptedNames: { plural: "", kind: "" },
    storedVersions: storageVersion === "" ? [] : [storageVersion],
  };
}

function prepareForUpdate({ object, old, subresource }: Update): void {
  if (subresource === "status") {
    object["spec"] = old["spec"];
    return;
  }
  keepStatus({ object, old });
  if (!equalJson(object["spec"], old["spec"])) {
    object.metadata.generation = (old.metadata.generation ?? 0) + 1;
  }
  const definition = typed(object);
  const storageVersion = storageVersionOf(definition);
  const stored = definition.status.storedVersions ?? [];
  if (storageVersion === "" || stored.includes(storageVersion)) return;
  definition.status = { ...definition.status, storedVersions: [...stored, storageVersion] };
}

function beginDeletion(object: ApiObject): void {
  const { finalizers = [], deletionTimestamp = "" } = object.metadata;
  if (!finalizers.includes(cleanupFinalizer)) {
    object.metadata.finalizers = [...finalizers, cleanupFinalizer];
  }
  const definition = typed(object);
  const marked = withCondition({
    definition,
    condition: terminating.pending,
    now: deletionTimestamp,
  });
  definition.status = marked.status;
}

const columns: readonly TableColumn[] = [
  nameColumn,
  column({
    name: "Scope",
    description: "Cluster/Namespaced",
    cell: (object) => typed(object).spec.scope,
  }),
  column({
    name: "Versions",
    description: "Served versions",
    cell: (object) =>
      typed(object)
        .spec.versions.filter((version) => version.served)
        .map((version) => (version.storage ? `${version.name}(storage)` : version.name))
        .sort()
        .join(","),
  }),
  createdAtColumn,
  column({
    name: "Group",
    description: "API group",
    wide: true,
    cell: (object) => typed(object).spec.group,
  }),
  column({
    name: "Kind",
    description: "CustomResource kind",
    wide: true,
    cell: (object) => typed(object).spec.names.kind,
  }),
  column({
    name: "ShortNames",
    description: "Short names",
    wide: true,
    cell: (object) => (typed(object).spec.names.shortNames ?? []).join(","),
  }),
  column({
    name: "Established",
    type: "boolean",
    description: "Established status",
    wide: true,
    cell: (object) => isConditionTrue(typed(object), "Established"),
  }),
];
