import { z } from "zod";
import { type KubeConfigLike, RestClient } from "../../packages/crd-runtime/src/index.js";
import { type BuiltinGroup, builtinGroups, pathOf } from "./groups.js";

const scalarDefault = z.union([z.string(), z.number(), z.boolean(), z.strictObject({})]);
const reference = z.object({ $ref: z.string() });

/** What is read of the schema of a value. All that is no fact of the type, such as a description, is left out. */
const valueSchema = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: scalarDefault.optional(),
  $ref: z.string().optional(),
  allOf: z.tuple([reference]).optional(),
  get items() {
    return valueSchema.optional();
  },
  get additionalProperties() {
    return valueSchema.optional();
  },
  "x-kubernetes-list-type": z.enum(["atomic", "set", "map"]).optional(),
  "x-kubernetes-list-map-keys": z.array(z.string()).optional(),
  "x-kubernetes-map-type": z.enum(["atomic", "granular"]).optional(),
  "x-kubernetes-patch-strategy": z.string().optional(),
  "x-kubernetes-patch-merge-key": z.string().optional(),
});

/** The schema of a member. */
export type ValueSchema = z.infer<typeof valueSchema>;

const typeSchema = z.object({
  properties: z.record(z.string(), valueSchema).default({}),
  required: z.array(z.string()).default([]),
  "x-kubernetes-map-type": z.enum(["atomic", "granular"]).optional(),
  "x-kubernetes-unions": z.array(z.object({ discriminator: z.string().optional() })).optional(),
  "x-kubernetes-group-version-kind": z
    .array(z.object({ group: z.string(), version: z.string(), kind: z.string() }))
    .default([]),
});

/** A type with members. */
export type TypeSchema = z.infer<typeof typeSchema>;

const openApi = z.object({
  components: z.object({ schemas: z.record(z.string(), typeSchema) }),
});

const resourceList = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      singularName: z.string(),
      namespaced: z.boolean(),
      kind: z.string(),
      verbs: z.array(z.string()),
      shortNames: z.array(z.string()).default([]),
      categories: z.array(z.string()).default([]),
    }),
  ),
});

/** A resource or subresource as discovery lists it. */
export type Resource = z.infer<typeof resourceList>["resources"][number];

const versionInfo = z.object({ major: z.string(), minor: z.string() });

/** What a server says of the built-in kinds. */
export interface Documents {
  /** `1.37` */
  readonly version: string;
  /** Types by name: `io.k8s.api.core.v1.Pod`. */
  readonly schemas: ReadonlyMap<string, TypeSchema>;
  readonly resources: ReadonlyMap<BuiltinGroup, readonly Resource[]>;
}

/** Reads OpenAPI v3 and discovery of each group version. */
export async function readDocuments(config: KubeConfigLike): Promise<Documents> {
  const client = RestClient.forConfig(config);
  const get = (path: string): Promise<unknown> => client.request({ method: "GET", path });
  try {
    const schemas = new Map<string, TypeSchema>();
    const resources = new Map<BuiltinGroup, readonly Resource[]>();
    for (const group of builtinGroups) {
      const document = openApi.parse(await get(`/openapi/v3/${pathOf(group)}`));
      for (const [name, schema] of Object.entries(document.components.schemas)) {
        schemas.set(name, schema);
      }
      resources.set(group, resourceList.parse(await get(`/${pathOf(group)}`)).resources);
    }
    const { major, minor } = versionInfo.parse(await get("/version"));
    return { version: `${major}.${minor}`, schemas, resources };
  } finally {
    client.close();
  }
}
