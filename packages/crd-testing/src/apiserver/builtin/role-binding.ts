import type { Clock } from "crd-runtime";
import {
  dnsSubdomainErrors,
  type FieldError,
  invalid,
  notSupported,
  pathSegmentErrors,
  required,
} from "crd-runtime/schema";
import { equalJson } from "../json.js";
import type { ApiObject, JsonObject } from "../object.js";
import type { ApiResource, TableColumn, Update } from "../resources/resource.js";
import { builtInResource } from "./built-in-resource.js";
import { ageColumn, column, nameColumn } from "./columns.js";
import { clusterRoleBinding, roleBinding } from "./types/rbac.js";

interface Subject {
  kind: string;
  apiGroup?: string;
  name: string;
  namespace?: string;
}

/** A RoleBinding or ClusterRoleBinding as it is stored. */
interface Binding extends ApiObject {
  subjects?: Subject[];
  roleRef: { apiGroup: string; kind: string; name: string };
}

type Scope = "Cluster" | "Namespaced";

const group = "rbac.authorization.k8s.io";

/** RoleBindings; validation of rbac/validation. */
export function roleBindings(clock: Clock): ApiResource {
  return builtInResource({
    group,
    resource: "rolebindings",
    kind: "RoleBinding",
    scope: "Namespaced",
    columns: columns({
      clock,
      kind: "roleBinding",
      role:
        "roleRef can reference a Role in the current namespace or a ClusterRole in the global namespace. If the RoleRef cannot " +
        "be resolved, the Authorizer must return an error.",
    }),
    rules: { ...rulesOf("Namespaced"), type: roleBinding },
  });
}

/** ClusterRoleBindings. */
export function clusterRoleBindings(clock: Clock): ApiResource {
  return builtInResource({
    group,
    resource: "clusterrolebindings",
    kind: "ClusterRoleBinding",
    scope: "Cluster",
    columns: columns({
      clock,
      kind: "clusterRoleBinding",
      role:
        "roleRef can only reference a ClusterRole in the global namespace. If the RoleRef cannot be resolved, the Authorizer " +
        "must return an error.",
    }),
    rules: { ...rulesOf("Cluster"), type: clusterRoleBinding },
  });
}

function rulesOf(scope: Scope) {
  return {
    validateName: pathSegmentErrors,
    allowCreateOnUpdate: true,
    default: setDefaults,
    validate: (object: ApiObject) => errorsOf(object as Binding, scope),
    validateUpdate: ({ object, old }: Update) => {
      const { roleRef } = object as Binding;
      if (equalJson(roleRef, old["roleRef"])) return [];
      const { apiGroup: APIGroup, kind: Kind, name: Name } = roleRef;
      // The server prints its internal type.
      const value = { APIGroup, Kind, Name };
      return [invalid({ field: "roleRef", value, detail: "field is immutable" })];
    },
  };
}

function setDefaults(object: JsonObject): void {
  const { roleRef, subjects = [] } = object as Binding;
  if (roleRef.apiGroup === "") roleRef.apiGroup = group;
  for (const subject of subjects) {
    if (subject.kind !== "User" && subject.kind !== "Group") continue;
    if ((subject.apiGroup ?? "") === "") subject.apiGroup = group;
  }
}

function errorsOf(binding: Binding, scope: Scope): readonly FieldError[] {
  const { roleRef, subjects = [] } = binding;
  const errors: FieldError[] = [];
  if (roleRef.apiGroup !== group) {
    const value = roleRef.apiGroup;
    errors.push(notSupported({ field: "roleRef.apiGroup", value, supported: [group] }));
  }
  const kinds = scope === "Namespaced" ? ["Role", "ClusterRole"] : ["ClusterRole"];
  if (!kinds.includes(roleRef.kind)) {
    errors.push(notSupported({ field: "roleRef.kind", value: roleRef.kind, supported: kinds }));
  }
  if (roleRef.name !== "") {
    for (const detail of pathSegmentErrors(roleRef.name)) {
      errors.push(invalid({ field: "roleRef.name", value: roleRef.name, detail }));
    }
  }
  return [
    ...errors,
    ...subjects.flatMap((subject, index) =>
      subjectErrors({ subject, scope, path: `subjects[${index}]` }),
    ),
    // Declarative validation comes last.
    ...subjects.flatMap(({ name }, index) =>
      name === "" ? [required(`subjects[${index}].name`)] : [],
    ),
    ...(roleRef.name === "" ? [required("roleRef.name")] : []),
  ];
}

function subjectErrors(input: {
  readonly subject: Subject;
  readonly scope: Scope;
  readonly path: string;
}): readonly FieldError[] {
  const { subject, scope, path } = input;
  const { kind, name, namespace = "", apiGroup = "" } = subject;
  const errors: FieldError[] = [];
  switch (kind) {
    case "ServiceAccount":
      for (const detail of name === "" ? [] : dnsSubdomainErrors(name)) {
        errors.push(invalid({ field: `${path}.name`, value: name, detail }));
      }
      if (apiGroup !== "") {
        errors.push(notSupported({ field: `${path}.apiGroup`, value: apiGroup, supported: [""] }));
      }
      if (scope === "Cluster" && namespace === "") errors.push(required(`${path}.namespace`));
      return errors;
    case "User":
    case "Group":
      if (apiGroup !== group) {
        errors.push(
          notSupported({ field: `${path}.apiGroup`, value: apiGroup, supported: [group] }),
        );
      }
      return errors;
    default: {
      const supported = ["ServiceAccount", "User", "Group"];
      return [...errors, notSupported({ field: `${path}.kind`, value: kind, supported })];
    }
  }
}

function columns(input: {
  readonly clock: Clock;
  readonly kind: string;
  readonly role: string;
}): readonly TableColumn[] {
  const { clock, kind, role } = input;
  return [
    nameColumn,
    column({
      name: "Role",
      description: role,
      cell: (object) => {
        const { roleRef } = object as Binding;
        return `${roleRef.kind}/${roleRef.name}`;
      },
    }),
    ageColumn(clock),
    subjectsColumn({ name: "Users", of: "User", kind }),
    subjectsColumn({ name: "Groups", of: "Group", kind }),
    subjectsColumn({ name: "ServiceAccounts", of: "ServiceAccount", kind }),
  ];
}

function subjectsColumn(input: {
  readonly name: string;
  readonly of: string;
  readonly kind: string;
}): TableColumn {
  const { name, of, kind } = input;
  return column({
    name,
    description: `${name} in the ${kind}`,
    wide: true,
    cell: (object) =>
      ((object as Binding).subjects ?? [])
        .filter((subject) => subject.kind === of)
        .map((subject) =>
          of === "ServiceAccount" ? `${subject.namespace ?? ""}/${subject.name}` : subject.name,
        )
        .join(", "),
  });
}
