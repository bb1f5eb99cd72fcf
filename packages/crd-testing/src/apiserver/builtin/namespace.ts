import { type Clock, qualifiedNameErrors } from "crd-runtime";
import { dnsLabelErrors, type FieldError, invalid } from "crd-runtime/schema";
import type { ApiObject, JsonObject } from "../object.js";
import type { ApiResource, Update, Verb } from "../resources/resource.js";
import { forbidden } from "../status/index.js";
import { builtInResource } from "./built-in-resource.js";
import { ageColumn, column, nameColumn } from "./columns.js";
import { namespace } from "./types/core.js";

/** A namespace as it is stored. */
export interface Namespace extends ApiObject {
  spec: { finalizers?: string[] };
  status: { phase?: string };
}

/** Finalizer that the server itself gives to each namespace. */
export const kubernetesFinalizer = "kubernetes";
/** Label of a namespace that is its name. */
const nameLabel = "kubernetes.io/metadata.name";

const verbs: ReadonlySet<Verb> = new Set<Verb>([
  "create",
  "delete",
  "get",
  "list",
  "patch",
  "update",
  "watch",
]);
/** Namespaces that the admission plugin NamespaceLifecycle keeps. */
const immortal: ReadonlySet<string> = new Set(["default", "kube-public", "kube-system"]);
const standardFinalizers: ReadonlySet<string> = new Set([
  "foregroundDeletion",
  "kubernetes",
  "orphan",
]);

/** Namespaces; strategy of registry/core/namespace. */
export function namespaces(clock: Clock): ApiResource {
  return builtInResource({
    group: "",
    resource: "namespaces",
    kind: "Namespace",
    scope: "Cluster",
    shortNames: ["ns"],
    verbs,
    rules: {
      type: namespace,
      validateName: dnsLabelErrors,
      default: setDefaults,
      prepareForCreate,
      prepareForUpdate,
      validate: (object) => finalizerErrors(object, () => "spec.finalizers"),
      validateUpdate,
      beginDeletion(object) {
        const name = object.metadata.name ?? "";
        if (immortal.has(name)) {
          const message = "this namespace may not be deleted";
          throw forbidden({ resource: { group: "", resource: "namespaces" }, name, message });
        }
        (object as Namespace).status.phase = "Terminating";
      },
      mayBeRemoved: (object) => ((object as Namespace).spec.finalizers ?? []).length === 0,
      canonicalize: labelWithName,
    },
    fields: {
      supported: ["status.phase", "name"],
      of(object) {
        const { metadata, status } = object as Namespace;
        // `name` is an old name of metadata.name.
        return { "status.phase": status.phase ?? "", name: metadata.name ?? "" };
      },
    },
    status: true,
    subresources: ["finalize"],
    returnsDeletedObject: true,
    columns: [
      nameColumn,
      column({
        name: "Status",
        description: "The status of the namespace",
        cell: (object) => (object as Namespace).status.phase ?? "",
      }),
      ageColumn(clock),
    ],
  });
}

function setDefaults(object: JsonObject): void {
  const { metadata } = object as Namespace;
  if ((metadata.name ?? "") !== "") labelWithName(object as Namespace);
}

function labelWithName({ metadata }: ApiObject): void {
  metadata.labels = { ...metadata.labels, [nameLabel]: metadata.name ?? "" };
}

function prepareForCreate(object: ApiObject): void {
  const decoded = object as Namespace;
  const finalizers = decoded.spec.finalizers ?? [];
  decoded.status = { phase: "Active" };
  decoded.spec.finalizers = finalizers.includes(kubernetesFinalizer)
    ? finalizers
    : [...finalizers, kubernetesFinalizer];
}

function prepareForUpdate({ object, old, subresource }: Update): void {
  const decoded = object as Namespace;
  const before = old as Namespace;
  if (subresource === "status") decoded.status.phase ??= "Active";
  else decoded.status = before.status;
  if (subresource !== "finalize") decoded.spec = before.spec;
}

function validateUpdate({ object, subresource }: Update): readonly FieldError[] {
  if (subresource === "finalize") {
    return finalizerErrors(object, (index) => `spec.finalizers[${index}]`);
  }
  return subresource === "status" ? phaseErrors(object as Namespace) : [];
}

function phaseErrors({ metadata, status }: Namespace): readonly FieldError[] {
  const [wanted, when] =
    metadata.deletionTimestamp === undefined
      ? ["Active", "is empty"]
      : ["Terminating", "is not empty"];
  if (status.phase === wanted) return [];
  const detail = `may only be '${wanted}' if \`deletionTimestamp\` ${when}`;
  return [invalid({ field: "status.Phase", value: status.phase ?? "", detail })];
}

function finalizerErrors(
  object: ApiObject,
  fieldOf: (index: number) => string,
): readonly FieldError[] {
  const { finalizers = [] } = (object as Namespace).spec;
  return finalizers.flatMap((value, index) => {
    const details = [...qualifiedNameErrors(value)];
    if (!value.includes("/") && !standardFinalizers.has(value)) {
      details.push("name is neither a standard finalizer name nor is it fully qualified");
    }
    return details.map((detail) => invalid({ field: fieldOf(index), value, detail }));
  });
}
