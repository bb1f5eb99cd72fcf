import { z } from "zod";

/** Names of the generators, in the order in which they run. */
export const generatorNames = [
  "deepcopy-gen",
  "register-gen",
  "client-gen",
  "lister-gen",
  "informer-gen",
  "crd-gen",
] as const;

const folder = z
  .string()
  .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\]+$/, "a folder inside the project, with forward slashes");

/** The schema of crd-project.json; its JSON Schema is published as schema/crd-project.json. */
export const projectConfigSchema = z.strictObject({
  $schema: z.string().optional().describe("Where editors find this schema."),
  version: z.string().describe("Version of create-crd-project that wrote the project."),
  apis: folder.default("src/apis").describe("Folder of the API types: <group>/<version>/doc.ts and types.ts."),
  client: folder.default("src/client").describe("Folder of the generated clientset, listers and informers."),
  crds: folder.default("config/crd").describe("Folder of the generated CustomResourceDefinitions."),
  importExtension: z.enum(["js", "ts"]).default("js").describe("Extension of relative imports in generated code."),
  generators: z
    .array(z.enum(generatorNames))
    .default([...generatorNames])
    .describe("Generators that run; all of them unless named here."),
});

/** The settings of a project, as crd-project.json gives them, defaults filled in. */
export type ProjectConfig = z.infer<typeof projectConfigSchema>;
