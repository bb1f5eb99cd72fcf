import { generatorNames } from "../model/generator-names.js";

/** Where an option is given: flags of a command, or a setting of crd-project.json. */
export type OptionPlace =
  | "create"
  | "apigroup"
  | "import"
  | "regenerate"
  | "verify"
  | "diff"
  | "tags"
  | "explain"
  | "envtest"
  | "crd-project.json";

interface OptionBase {
  readonly in: readonly OptionPlace[];
  readonly help: string;
  /** Name of the flag or setting, where it is not the key. */
  readonly name?: string;
  /** One-letter form: `y` for -y. */
  readonly short?: string;
  /** Question on the terminal; without one the option is never asked for. */
  readonly prompt?: string;
  /** What is taken without the flag, in words, in the places where it is not `default`. */
  readonly otherwise?: Partial<Readonly<Record<OptionPlace, string>>>;
  /** npm has a flag of this name, so npm_config_<name> does not tell that ours was lost. */
  readonly npmOwn?: true;
}

/** One line of text. */
export interface TextOption extends OptionBase {
  readonly type: "text";
  readonly placeholder: string;
  /** Given without a flag. */
  readonly positional?: true;
  /** Answer of --yes and of Enter, where it does not depend on anything. */
  readonly default?: string;
}

/** Repeatable; each value may hold several, separated by commas. */
export interface ListOption extends OptionBase {
  readonly type: "list";
  readonly placeholder: string;
  /** Given without a flag, each value as it is. */
  readonly positional?: true;
  readonly default?: readonly string[];
  /** Values allowed; any where there are none. */
  readonly choices?: readonly string[];
}

/** One of a few words. */
export interface ChoiceOption extends OptionBase {
  readonly type: "choice";
  readonly choices: readonly string[];
  readonly default?: string;
}

/** On or off: `--git`, `--no-git`. */
export interface SwitchOption extends OptionBase {
  readonly type: "switch";
  readonly default: boolean;
  /** What `--no-x` does, for a switch that is on: help lists that form. */
  readonly off?: string;
}

/** Path of a folder inside the project. */
export interface FolderOption extends OptionBase {
  readonly type: "folder";
  readonly default: string;
}

/** Several named settings. */
export interface MapOption extends OptionBase {
  readonly type: "map";
}

export type Option =
  | TextOption
  | ListOption
  | ChoiceOption
  | SwitchOption
  | FolderOption
  | MapOption;

/** Written where crd-project.json names them only: a project may have its own pages, and does without a dependency on zod. */
const optional = ["zod-gen", "api-docs-gen"] as const;

type OptionalGenerator = (typeof optional)[number];

/** The generators that run where `generators` is not set. */
export const defaultGeneratorNames = generatorNames.filter(
  (name): name is Exclude<typeof name, OptionalGenerator> =>
    !optional.some((other) => other === name),
);

/** Every option there is. Flags, prompts, --help, the schemas of crd-project.json and the docs are made from it. */
export const options = {
  directory: {
    type: "text",
    in: ["create"],
    positional: true,
    placeholder: "directory",
    prompt: "Directory of the project",
    default: "my-operator",
    help: "Where the project is created: a new or empty directory. Its name becomes the package's name.",
  },
  group: {
    type: "text",
    in: ["create", "apigroup"],
    placeholder: "group",
    prompt: "API group (a domain of yours)",
    default: "example.com",
    otherwise: { apigroup: "the project's group, when there is only one" },
    help: "API group, a DNS subdomain.",
  },
  sources: {
    type: "list",
    in: ["import"],
    positional: true,
    placeholder: "source",
    prompt:
      "Where the definitions are: files, folders, patterns, URLs (with commas between), or 'cluster'",
    help: "A file, a folder, a pattern in quotes, a URL, or 'cluster' for the definitions of the cluster of the kubeconfig. Several are imported together.",
  },
  base: {
    type: "text",
    in: ["diff"],
    positional: true,
    placeholder: "base",
    otherwise: { diff: "HEAD" },
    help: "What to compare with: a git branch, tag or commit, a path (./old, /tmp/crds) or URL of manifests, or 'cluster' for the cluster of the kubeconfig.",
  },
  context: {
    type: "text",
    in: ["import", "diff"],
    placeholder: "name",
    otherwise: { import: "the current one", diff: "the current one" },
    help: "Context of the kubeconfig, for 'cluster'.",
  },
  word: {
    type: "text",
    in: ["tags"],
    positional: true,
    placeholder: "word",
    help: "Part of a tag's name.",
  },
  code: {
    type: "text",
    in: ["explain"],
    positional: true,
    placeholder: "code",
    help: "Code of a diagnostic, such as tag/unknown.",
  },
  action: {
    type: "text",
    in: ["envtest"],
    positional: true,
    placeholder: "use|list|path",
    help: "use: find the version, or download it, and print its folder. list: list installed and available versions. path: print the folder of an installed version.",
  },
  kubernetes: {
    type: "text",
    in: ["envtest"],
    positional: true,
    placeholder: "version",
    otherwise: { envtest: "latest; for path, the newest that is installed" },
    help: "Kubernetes version, as in setup-envtest: 1.36.2, 1.36.x, ~1.36.1, <1.36, latest or latest-on-disk; with a ! at the end, a newer one is looked for although one is installed.",
  },
  installedOnly: {
    type: "switch",
    name: "installed-only",
    short: "i",
    in: ["envtest"],
    default: false,
    help: "Take what is installed, and use no network.",
  },
  binDirectory: {
    type: "text",
    name: "bin-dir",
    in: ["envtest"],
    placeholder: "folder",
    otherwise: { envtest: "that of setup-envtest" },
    help: "Folder for the versions, in the layout of setup-envtest.",
  },
  index: {
    type: "text",
    in: ["envtest"],
    placeholder: "url",
    otherwise: { envtest: "that of controller-tools" },
    help: "Index of releases, for a mirror.",
  },
  onlyGroups: {
    type: "list",
    name: "group",
    in: ["regenerate"],
    placeholder: "group",
    help: "Write the files of this API group only, and those that all groups share. Repeatable.",
  },
  apiVersion: {
    type: "text",
    name: "api-version",
    in: ["create", "apigroup"],
    placeholder: "version",
    prompt: "API version",
    default: "v1",
    otherwise: { apigroup: "the group's version of highest priority" },
    help: "API version: v1, v1beta1, v1alpha1 ...",
  },
  kind: {
    type: "list",
    in: ["create", "apigroup"],
    placeholder: "Kind",
    prompt: "Kinds (PascalCase, separated by commas)",
    default: ["Database"],
    otherwise: { apigroup: "none: it has to be given" },
    help: "Kind in PascalCase. Repeatable, or separated by commas.",
  },
  plural: {
    type: "text",
    in: ["create", "apigroup"],
    otherwise: { create: "derived from the kind", apigroup: "derived from the kind" },
    placeholder: "plural",
    prompt: "Plural (the resource in URLs)",
    help: "Resource name of the kind, lower-case; for a single kind.",
  },
  scope: {
    type: "choice",
    in: ["create", "apigroup"],
    choices: ["Namespaced", "Cluster"],
    default: "Namespaced",
    prompt: "Scope",
    npmOwn: true,
    help: "Whether objects live in namespaces.",
  },
  status: {
    type: "switch",
    in: ["create", "apigroup"],
    default: true,
    prompt: "Status, with a subresource of its own?",
    help: "Give the kinds a status, with a subresource of its own.",
    off: "Kinds without a status.",
  },
  description: {
    type: "text",
    in: ["create"],
    placeholder: "text",
    prompt: "Description",
    default: "Kubernetes custom resources in TypeScript",
    npmOwn: true,
    help: "Description of the project.",
  },
  packageManager: {
    type: "choice",
    name: "package-manager",
    in: ["create"],
    choices: ["npm", "pnpm", "yarn", "bun"],
    otherwise: { create: "the one that runs this command" },
    help: "Package manager of the project.",
  },
  git: {
    type: "switch",
    in: ["create"],
    default: true,
    prompt: "Create a git repository?",
    npmOwn: true,
    help: "Run git init in the new project.",
    off: "Do not run git init.",
  },
  install: {
    type: "switch",
    in: ["create"],
    default: true,
    prompt: "Install the dependencies now?",
    help: "Install the dependencies.",
    off: "Do not install the dependencies.",
  },
  fakeClientset: {
    type: "switch",
    name: "fake",
    in: ["create"],
    default: true,
    help: "Generate a fake clientset for tests, over an API server in the test's process.",
    off: "No fake clientset, and no devDependency on crd-testing.",
  },
  yes: {
    type: "switch",
    short: "y",
    in: ["create", "apigroup"],
    default: false,
    npmOwn: true,
    help: "Ask nothing: take the default of every answer that no flag gives.",
  },
  fix: {
    type: "switch",
    in: ["regenerate"],
    default: false,
    help: "Write corrections of misspelt tags, arguments and values into the sources; with --dry-run show them.",
  },
  updateReport: {
    type: "switch",
    name: "update-report",
    in: ["regenerate"],
    default: false,
    help: "Accept all violations of API rules that there are: write them into the file of exceptions.",
  },
  watch: {
    type: "switch",
    in: ["regenerate"],
    default: false,
    help: "Stay, and generate again whenever the sources change, as tsc --watch does; Ctrl-C ends it. Goes with --dry-run, --group and --format tsc.",
  },
  dryRun: {
    type: "switch",
    name: "dry-run",
    in: ["create", "apigroup", "import", "regenerate"],
    default: false,
    npmOwn: true,
    help: "Say what would be written, and write nothing.",
  },
  reportFormat: {
    type: "choice",
    name: "format",
    in: ["regenerate", "verify", "diff"],
    choices: ["text", "tsc", "json", "github", "sarif"],
    default: "text",
    help: "Output for people, lines as tsc prints them for editors, one JSON object for programs, annotations for GitHub Actions, or a SARIF log for code scanning.",
  },
  tagsFormat: {
    type: "choice",
    name: "format",
    in: ["tags"],
    choices: ["text", "json", "completion", "snippets"],
    default: "text",
    help: "Output for people, one JSON object for programs (schema/tags.json), the completions of an editor (schema/tag-completions.json), or a snippet file of VS Code.",
  },
  format: {
    type: "choice",
    in: ["create", "apigroup", "import", "explain", "envtest"],
    choices: ["text", "json"],
    default: "text",
    help: "Output for people, or one JSON object for programs. With json nothing is asked.",
  },
  color: {
    type: "switch",
    in: [
      "create",
      "apigroup",
      "import",
      "regenerate",
      "verify",
      "diff",
      "tags",
      "explain",
      "envtest",
    ],
    default: true,
    npmOwn: true,
    help: "Colours, on a terminal and without NO_COLOR.",
    off: "No colours; there are none without a terminal or with NO_COLOR either.",
  },
  help: {
    type: "switch",
    short: "h",
    in: [
      "create",
      "apigroup",
      "import",
      "regenerate",
      "verify",
      "diff",
      "tags",
      "explain",
      "envtest",
    ],
    default: false,
    npmOwn: true,
    help: "Print this help.",
  },
  version: {
    type: "switch",
    short: "v",
    in: [
      "create",
      "apigroup",
      "import",
      "regenerate",
      "verify",
      "diff",
      "tags",
      "explain",
      "envtest",
    ],
    default: false,
    npmOwn: true,
    help: "Print the version of create-crd-project.",
  },
  toolVersion: {
    type: "text",
    name: "version",
    in: ["crd-project.json"],
    placeholder: "version",
    help: "Version of create-crd-project that wrote the project.",
  },
  apis: {
    type: "folder",
    in: ["crd-project.json"],
    default: "src/apis",
    help: "Folder of the API types: <group>/<version>/doc.ts and types.ts.",
  },
  client: {
    type: "folder",
    in: ["crd-project.json"],
    default: "src/client",
    help: "Folder of the generated clientset, apply configurations, listers and informers.",
  },
  crds: {
    type: "folder",
    in: ["crd-project.json"],
    default: "config/crd",
    help: "Folder of the generated CustomResourceDefinitions.",
  },
  crd: {
    type: "map",
    in: ["crd-project.json"],
    help: "Options of crd-gen, with controller-gen's names: see crds.md.",
  },
  schemapatch: {
    type: "map",
    in: ["crd-project.json"],
    help: "Hand-written CustomResourceDefinitions whose schemas are made of the types, with controller-gen's names: see crds.md.",
  },
  paths: {
    type: "list",
    in: ["crd-project.json"],
    placeholder: "folder",
    default: ["src"],
    help: "Folders whose TypeScript is read for the markers of rbac-gen and webhook-gen, besides the API types.",
  },
  rbac: {
    type: "map",
    in: ["crd-project.json"],
    help: "Options of rbac-gen, with controller-gen's names: see rbac.md.",
  },
  webhook: {
    type: "map",
    in: ["crd-project.json"],
    help: "Options of webhook-gen, with controller-gen's names: see rbac.md.",
  },
  samples: {
    type: "folder",
    in: ["crd-project.json"],
    default: "config/samples",
    help: "Folder of the sample objects, which are yours: one is made of each kind that has none, and all are checked.",
  },
  openapi: {
    type: "folder",
    in: ["crd-project.json"],
    default: "config/openapi",
    help: "Folder of the OpenAPI documents of versions whose doc.ts has +k8s:openapi-gen=true.",
  },
  headerFile: {
    type: "text",
    in: ["crd-project.json"],
    placeholder: "path",
    help: "File whose text, comments such as a licence, follows the first line of generated TypeScript; crd, rbac and webhook have their own.",
  },
  year: {
    type: "text",
    in: ["crd-project.json"],
    placeholder: "year",
    help: "What ' YEAR' in that file becomes.",
  },
  violationExceptions: {
    type: "text",
    in: ["crd-project.json"],
    placeholder: "path",
    otherwise: { "crd-project.json": "violation_exceptions.list in the openapi folder" },
    help: "File that lists the accepted violations of API rules; regenerate --update-report writes it.",
  },
  docs: {
    type: "folder",
    in: ["crd-project.json"],
    default: "docs/api",
    help: "Folder of the reference pages that api-docs-gen writes, where `generators` names it.",
  },
  importExtension: {
    type: "choice",
    in: ["crd-project.json"],
    choices: ["js", "ts"],
    default: "js",
    help: "Extension of relative imports in generated code.",
  },
  fake: {
    type: "switch",
    in: ["crd-project.json"],
    default: false,
    help: "Generate a fake clientset for tests, fake/clientset.ts below the client folder; it needs crd-testing.",
  },
  generators: {
    type: "list",
    in: ["crd-project.json"],
    placeholder: "generator",
    choices: ["default", ...generatorNames],
    default: defaultGeneratorNames,
    help: "Generators that run. `default` stands for those that run without this setting: all but api-docs-gen, on whose pages no code stands, and zod-gen, whose schemas need zod.",
  },
  clientsetName: {
    type: "text",
    in: ["crd-project.json"],
    placeholder: "name",
    default: "Clientset",
    help: "Name of the clientset's class, which ends in Clientset.",
  },
  clientsets: {
    type: "map",
    in: ["crd-project.json"],
    help: "Further clientsets, each with a client folder of its own, and perhaps of a part of the types: see clients.md.",
  },
  severities: {
    type: "map",
    in: ["crd-project.json"],
    help: "Severity of diagnostics by code: error, warning or, for what is no error by itself, info or off.",
  },
  acceptedTags: {
    type: "list",
    in: ["crd-project.json"],
    placeholder: "tag",
    default: [],
    help: "Tags of other tools that may stand in the sources, without +; a * at the end stands for any rest.",
  },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionKey = keyof typeof options;

/** Keys of the options of one type. */
export type KeysOf<T extends Option["type"]> = {
  [K in OptionKey]: (typeof options)[K]["type"] extends T ? K : never;
}[OptionKey];

/** An option with its key and the name under which it is given. */
export type NamedOption = Option & { readonly key: OptionKey; readonly name: string };

const named: readonly NamedOption[] = (Object.keys(options) as OptionKey[]).map((key) => {
  const option: Option = options[key];
  return { ...option, key, name: option.name ?? key };
});

/** What is taken without the option, as help and docs show it; undefined when there is nothing to show. */
export function defaultText(input: {
  readonly option: NamedOption;
  readonly place: OptionPlace;
}): string | undefined {
  const { option, place } = input;
  const words = option.otherwise?.[place];
  if (words !== undefined || option.type === "switch") {
    return words;
  }
  if (option.type === "map") return undefined;
  return typeof option.default === "string" ? option.default : option.default?.join(",");
}

/** The options of a place, in the order of the table. */
export function optionsOf(place: OptionPlace): readonly NamedOption[] {
  return named.filter((option) => option.in.includes(place));
}
