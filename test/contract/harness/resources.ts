import type { Definition, Topic } from "./topic.js";

/** Where a resource is, and what its objects are called. */
export interface KnownResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

const core = { group: "", version: "v1" } as const;
const rbac = { group: "rbac.authorization.k8s.io", version: "v1" } as const;

const builtIn: Readonly<Record<string, KnownResource>> = {
  configmaps: { ...core, kind: "ConfigMap", namespaced: true },
  secrets: { ...core, kind: "Secret", namespaced: true },
  serviceaccounts: { ...core, kind: "ServiceAccount", namespaced: true },
  events: { ...core, kind: "Event", namespaced: true },
  namespaces: { ...core, kind: "Namespace", namespaced: false },
  leases: { group: "coordination.k8s.io", version: "v1", kind: "Lease", namespaced: true },
  customresourcedefinitions: {
    group: "apiextensions.k8s.io",
    version: "v1",
    kind: "CustomResourceDefinition",
    namespaced: false,
  },
  roles: { ...rbac, kind: "Role", namespaced: true },
  rolebindings: { ...rbac, kind: "RoleBinding", namespaced: true },
  clusterroles: { ...rbac, kind: "ClusterRole", namespaced: false },
  clusterrolebindings: { ...rbac, kind: "ClusterRoleBinding", namespaced: false },
};

/** What the path of a step stands for. */
export interface Target {
  /** Still with `$(...)`. */
  readonly path: string;
  /** Absent for literal paths. */
  readonly resource: KnownResource | undefined;
}

/** Fills in what a short path leaves out; literal paths stay. */
export function resolve(input: { readonly topic: Topic; readonly path: string }): Target {
  const { topic, path } = input;
  if (path.startsWith("/")) return { path, resource: undefined };
  const [, head = "", rest = ""] = /^([^/?]*)(.*)$/s.exec(path) ?? [];
  const [plural = "", version] = head.split("@");
  const known = find({ topic, plural });
  const resource = version === undefined ? known : { ...known, version };
  const root = resource.group === "" ? "/api" : `/apis/${resource.group}`;
  const scope = resource.namespaced ? `/namespaces/$(ns)` : "";
  return { path: `${root}/${resource.version}${scope}/${plural}${rest}`, resource };
}

function find(input: { readonly topic: Topic; readonly plural: string }): KnownResource {
  const { topic, plural } = input;
  const definition = topic.definitions?.find((candidate) => candidate.plural === plural);
  if (definition !== undefined) return resourceOf(definition);
  const resource = builtIn[plural];
  if (resource === undefined) throw new Error(`topic ${topic.name} knows no resource '${plural}'`);
  return resource;
}

function resourceOf(definition: Definition): KnownResource {
  const { kind, scope = "Namespaced" } = definition;
  return { group: "$(group)", version: "v1", kind, namespaced: scope === "Namespaced" };
}
