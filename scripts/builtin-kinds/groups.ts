/** A group version that crd-runtime exports as a module. */
export interface BuiltinGroup {
  /** `rbac`: of the module `crd-runtime/rbac/v1`, and the Go package below `k8s.io/api`. */
  readonly name: string;
  readonly group: string;
  readonly version: string;
}

export const builtinGroups: readonly BuiltinGroup[] = [
  { name: "core", group: "", version: "v1" },
  { name: "apps", group: "apps", version: "v1" },
  { name: "autoscaling", group: "autoscaling", version: "v2" },
  { name: "batch", group: "batch", version: "v1" },
  { name: "coordination", group: "coordination.k8s.io", version: "v1" },
  { name: "events", group: "events.k8s.io", version: "v1" },
  { name: "networking", group: "networking.k8s.io", version: "v1" },
  { name: "policy", group: "policy", version: "v1" },
  { name: "rbac", group: "rbac.authorization.k8s.io", version: "v1" },
];

/** `crd-runtime/core/v1` */
export function moduleOf({ name, version }: BuiltinGroup): string {
  return `crd-runtime/${name}/${version}`;
}

/** `io.k8s.api.core.v1.`: how names of its schemas begin. */
export function schemaPrefix({ name, version }: BuiltinGroup): string {
  return `io.k8s.api.${name}.${version}.`;
}

/** `apis/apps/v1`; `api/v1` of the core group. */
export function pathOf({ group, version }: BuiltinGroup): string {
  return group === "" ? `api/${version}` : `apis/${group}/${version}`;
}

/** Folder of the types and of the files beside them, from the root of crd-runtime. */
export function typesFolder({ name, version }: BuiltinGroup): string {
  return `${apisFolder}/${name}/${version}`;
}

/** Folder of the clientset, listers, informers and apply configurations. */
export function clientFolder({ name }: BuiltinGroup): string {
  return `${apisFolder}/${name}/client`;
}

export const apisFolder = "src/builtin";
