import { posix } from "node:path";
import { z } from "zod";
import { severityChoices } from "../diagnostics/index.js";
import { generatorNames } from "../model/generator-names.js";
import { hasOwnPrefix } from "../model/tags/index.js";
import { defaultGeneratorNames, options } from "./table.js";

/** A path from the project's root to something in it. */
function pathTo(what: "file" | "folder") {
  const problem = `must be a ${what} inside the project, as in 'config/x': no '/' at its ends, no '.' or '..', no '\\'`;
  return z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.?(\/|$))(?!.*\/\/)[^\\]*[^\\/]$/, problem);
}

function folder(option: { readonly default: string; readonly help: string }) {
  return pathTo("folder").default(option.default).describe(option.help);
}

/** A member for each code that can be set, so that editors know them. */
const severities = z.strictObject(
  Object.fromEntries(
    Object.entries(severityChoices).map(([code, choices]) => [code, z.enum(choices).optional()]),
  ),
);

const foreignTag = z
  .string()
  .regex(
    /^[A-Za-z_][^\s*=+]*\*?$/,
    "must be a tag's name without '+', with a '*' at most at its end",
  )
  .refine((tag) => !hasOwnPrefix(tag), "is a name of code-generator's or controller-gen's");

const clientsetName = z
  .string()
  .regex(/^([A-Z][A-Za-z0-9]*)?Clientset$/, "must be the name of a class that ends in 'Clientset'")
  .default(options.clientsetName.default)
  .describe(options.clientsetName.help);

/** A further clientset: its settings have the names that they have for the project. */
export const clientsetSchema = z.strictObject({
  client: folder(options.client).unwrap(),
  clientsetName,
  fake: z
    .boolean()
    .optional()
    .describe("Generate a fake of this clientset; as the project says, when left out."),
  input: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      "Groups and group versions of which there are clients, as example.com or example.com/v1; all when left out.",
    ),
  includedTypesOverrides: z
    .array(z.string())
    .default([])
    .describe(
      "Types as example.com/v1/Database: of the group versions that are named here, the clientset has these types only.",
    ),
});

/** How definitions are written. */
export const crdSchema = z.strictObject({
  maxDescLen: z
    .int()
    .min(0)
    .optional()
    .describe("Longest description in bytes: longer ones are cut, and with 0 there are none."),
  headerFile: pathTo("file")
    .optional()
    .describe("File whose text, comments of YAML, stands at the beginning of generated YAML."),
  year: z.string().default("").describe("What ' YEAR' in the header file becomes."),
  bundle: z
    .boolean()
    .default(false)
    .describe("One file for each group, <group>_crds.yaml, instead of one for each kind."),
  modules: z
    .boolean()
    .default(true)
    .describe(
      "The definitions as TypeScript, too: zz_generated.crd.ts in the folder of each group, and one for all of them.",
    ),
});

/** Which hand-written definitions get their schemas from types. */
export const schemapatchSchema = z.strictObject({
  manifests: pathTo("folder").describe(
    "Folder of hand-written definitions: the .yaml and .yml files directly in it.",
  ),
  maxDescLen: crdSchema.shape.maxDescLen,
});

/** A file of comments in front of generated YAML, as each of controller-gen's generators takes it. */
const yamlHeaderSettings = {
  headerFile: crdSchema.shape.headerFile,
  year: crdSchema.shape.year,
};

/** How the roles of the program are written. */
export const rbacSchema = z.strictObject({
  folder: folder({ default: "config/rbac", help: "Folder of the generated roles." }),
  roleName: z
    .string()
    .regex(/^(?!\.{1,2}$)[^/%]+$/, "must be a name without '/' and '%'")
    .default("manager-role")
    .describe("Name of the role, where a marker gives no other."),
  fileName: z
    .string()
    .regex(/^[^/\\]+\.ya?ml$/, "must be the name of a YAML file, without a folder")
    .default("role.yaml")
    .describe("Name of the file."),
  ...yamlHeaderSettings,
});

/** How the webhook configurations of the program are written. */
export const webhookSchema = z.strictObject({
  folder: folder({
    default: "config/webhook",
    help: "Folder of the generated webhook configurations, in manifests.yaml.",
  }),
  ...yamlHeaderSettings,
});

function haveOwnFolders(clientsets: readonly { readonly client: string }[]): boolean {
  return new Set(clientsets.map(({ client }) => client)).size === clientsets.length;
}

/** Says of client folders that the versions of groups are looked for there, and generated code would be taken for them. */
function haveNoTypesInClients(
  config: {
    readonly apis: string;
    readonly client: string;
    readonly clientsets: readonly { readonly client: string }[];
  },
  context: z.RefinementCtx,
): void {
  const problem = `must not be '${config.apis}' or a group's folder, where API types are`;
  const folders = [
    { client: config.client, path: ["client"] },
    ...config.clientsets.map(({ client }, index) => ({
      client,
      path: ["clientsets", index, "client"],
    })),
  ];
  for (const { client, path } of folders) {
    if (client === config.apis || posix.dirname(client) === config.apis) {
      context.addIssue({ code: "custom", path, message: problem });
    }
  }
}

const projectSettings = z.strictObject({
  $schema: z.string().optional().describe("Where editors find this schema."),
  version: z.string().describe(options.toolVersion.help),
  apis: folder(options.apis),
  client: folder(options.client),
  crds: folder(options.crds),
  crd: crdSchema.prefault({}).describe(options.crd.help),
  schemapatch: schemapatchSchema.optional().describe(options.schemapatch.help),
  paths: z
    .array(folder(options.apis).unwrap())
    .default([...options.paths.default])
    .describe(options.paths.help),
  rbac: rbacSchema.prefault({}).describe(options.rbac.help),
  webhook: webhookSchema.prefault({}).describe(options.webhook.help),
  samples: folder(options.samples),
  openapi: folder(options.openapi),
  headerFile: pathTo("file").optional().describe(options.headerFile.help),
  year: z.string().default("").describe(options.year.help),
  violationExceptions: pathTo("file").optional().describe(options.violationExceptions.help),
  docs: folder(options.docs),
  importExtension: z
    .enum(options.importExtension.choices)
    .default(options.importExtension.default)
    .describe(options.importExtension.help),
  fake: z.boolean().default(options.fake.default).describe(options.fake.help),
  generators: z
    .array(z.enum(options.generators.choices))
    .transform((names) =>
      generatorNames.filter(
        (name) =>
          names.includes(name) ||
          (names.includes("default") && defaultGeneratorNames.some((one) => one === name)),
      ),
    )
    .default([...options.generators.default])
    .describe(options.generators.help),
  clientsetName,
  clientsets: z
    .array(clientsetSchema)
    .refine(haveOwnFolders, "two have the same client folder")
    .default([])
    .describe(options.clientsets.help),
  severities: severities.default({}).describe(options.severities.help),
  acceptedTags: z.array(foreignTag).default([]).describe(options.acceptedTags.help),
});

/** The schema of crd-project.json; its JSON Schema is published as schema/crd-project.json. */
export const projectConfigSchema = projectSettings.superRefine(haveNoTypesInClients);

/** The settings of a project, as crd-project.json gives them, defaults filled in. */
export type ProjectConfig = z.infer<typeof projectConfigSchema>;

/** A further clientset of a project. */
export type ClientsetConfig = ProjectConfig["clientsets"][number];

/** The JSON Schema of crd-project.json, for editors: what may be written there, so defaults make a setting optional. */
export function configJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(projectConfigSchema, {
    target: "draft-7",
    io: "input",
  });
  return { $schema, title: "crd-project.json", ...schema };
}
