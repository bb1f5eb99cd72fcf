import type { Binding, RoleSource } from "../authorization/rbac.js";
import type { PolicyRule } from "../authorization/rules.js";
import type { ApiObject } from "../object.js";
import type { Storage } from "../storage/index.js";
import { DecodedEntries } from "./decoded-entries.js";

const group = "rbac.authorization.k8s.io";

/** The RBAC objects that are stored, for the authorizer. */
export function storedRoles(storage: Storage): RoleSource {
  const decoded = new DecodedEntries();
  const bindings = (resource: string, namespace: string): readonly Binding[] =>
    storage
      .list({ storageKey: `${resource}.${group}`, namespace })
      // Decoded by their strategy when they were written.
      .map((entry) => decoded.of(entry) as ApiObject & Binding);
  const rules = (input: {
    readonly resource: string;
    readonly namespace: string;
    readonly name: string;
  }): readonly PolicyRule[] | undefined => {
    const { resource, namespace, name } = input;
    const entry = storage.get({ storageKey: `${resource}.${group}`, namespace, name });
    if (entry === undefined) return undefined;
    const role = decoded.of(entry) as ApiObject & { readonly rules: readonly PolicyRule[] | null };
    return role.rules ?? [];
  };
  return {
    clusterRoleBindings: () => bindings("clusterrolebindings", ""),
    roleBindings: (namespace) => bindings("rolebindings", namespace),
    clusterRole: (name) => rules({ resource: "clusterroles", namespace: "", name }),
    role: ({ namespace, name }) => rules({ resource: "roles", namespace, name }),
  };
}
