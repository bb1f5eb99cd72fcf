import { ApiError, type KubernetesObject } from "crd-runtime";
import { expect, it } from "vitest";
import { builtinResources } from "../../generators/model/known-resources.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { clientOf, restClient } from "../runtime/server.js";
import { expectedObjects, madeOf } from "./manifests.js";

interface Role extends KubernetesObject {
  readonly rules: readonly unknown[];
}

interface Groups {
  readonly groups: readonly { readonly versions: readonly { readonly groupVersion: string }[] }[];
}

interface Resources {
  readonly groupVersion: string;
  readonly resources: readonly { readonly name: string }[];
}

/** Markers whose roles the API server refuses, and of which rbac-gen says so. */
const refused = [
  "+kubebuilder:rbac:resources=pods,verbs=get",
  "+kubebuilder:rbac:groups=apps,verbs=get",
  "+kubebuilder:rbac:verbs=get",
  "+kubebuilder:rbac:groups=apps,resources=deployments,urls=/metrics,verbs=get",
  "+kubebuilder:rbac:urls=/metrics,verbs=get,namespace=default",
  "+kubebuilder:rbac:groups=apps,resources=deployments,verbs=get,roleName=a%b",
];

describeOnServer("generated roles", (server) => {
  const rest = restClient(server);

  function create(role: Role): Promise<Role> {
    const namespaced = role.kind === "Role";
    const { namespace, ...metadata } = role.metadata;
    const roles = clientOf<Role>({
      rest,
      group: "rbac.authorization.k8s.io",
      version: "v1",
      resource: namespaced ? "roles" : "clusterroles",
      kind: role.kind ?? "",
      namespaced,
      // The namespaces of the cases are not there.
      ...(namespaced && namespace !== undefined && { namespace: "default" }),
    });
    return roles.create({ ...role, metadata }, { dryRun: ["All"], fieldValidation: "Strict" });
  }

  it.each(expectedObjects<Role>("rbac-gen"))("takes %s", async (_, role) => {
    expect((await create(role)).rules).toEqual(role.rules);
  });

  it.each(refused)("refuses %s, and so does rbac-gen", async (marker) => {
    const { objects, report } = await madeOf<Role>({ generator: "rbac-gen", markers: [marker] });
    expect(report).toContain("rbac/refused");
    const [role] = objects;
    if (role === undefined) throw new Error("no role was made");
    await expect(create(role)).rejects.toThrow(ApiError);
    await expect(create(role)).rejects.toMatchObject({ code: 422 });
  });

  it("serves all resources that rbac-gen knows", async () => {
    const found = (await get<Groups>("/apis")).groups.flatMap(({ versions }) => versions);
    const lists = await Promise.all(
      ["v1", ...found.map(({ groupVersion }) => groupVersion)].map((groupVersion) =>
        get<Resources>(groupVersion === "v1" ? "/api/v1" : `/apis/${groupVersion}`),
      ),
    );
    const served = new Set(
      lists.flatMap(({ groupVersion, resources }) =>
        resources.map(({ name }) => `${groupVersion.split("/").toReversed()[1] ?? ""}/${name}`),
      ),
    );
    const known = Object.entries(builtinResources).flatMap(([group, resources]) =>
      resources.map((resource) => `${group}/${resource}`),
    );
    expect(known.filter((one) => !served.has(one))).toEqual([]);
  });

  async function get<T>(path: string): Promise<T> {
    return (await rest.request({ method: "GET", path })) as T;
  }
});
