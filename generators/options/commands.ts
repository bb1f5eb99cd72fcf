import type { OptionPlace } from "./table.js";

export type CommandName = Exclude<OptionPlace, "crd-project.json">;

/** What --help says of a command besides its options. */
export interface Command {
  /** `npx plop regenerate`: what is typed. */
  readonly call: string;
  /** Call with the shape of what follows. */
  readonly usage: string;
  /** One line, for lists. */
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly string[];
  /** What to do after it. */
  readonly next: readonly string[];
}

export const commands: Readonly<Record<CommandName, Command>> = {
  create: {
    call: "npm init crd-project",
    usage: "npm init crd-project [directory] -- [flags]",
    summary: "Create a project",
    description:
      "Creates a project for Kubernetes custom resources in TypeScript: API types, the code and CRDs that are generated from them, and a program that uses it all. Asks for what no flag answers. npm keeps flags before '--' for itself, so put ours after it.",
    examples: [
      "npm init crd-project my-operator",
      "npm init crd-project my-operator -- --group example.com --kind Database --yes",
      "npm init crd-project my-operator -- --kind Cluster --scope Cluster --yes --dry-run",
    ],
    next: [
      "npm run install-crds    bring the CRDs to a cluster",
      "npm start               list the objects",
      "npx plop regenerate     after every change of the types",
    ],
  },
  apigroup: {
    call: "npx plop apigroup",
    usage: "npx plop apigroup [flags]",
    summary: "Add an API group, a version or a kind",
    description:
      "Scaffolds kinds: a new API group or version, or more kinds at the end of an existing version's types.ts, in which every byte that is there stays. Asks for what no flag answers.",
    examples: [
      "npx plop apigroup",
      "npx plop apigroup --group example.com --api-version v1 --kind Backup,Restore --yes",
    ],
    next: ["npx plop regenerate     generate the code and CRDs of the new kinds"],
  },
  import: {
    call: "npx plop import",
    usage: "npx plop import <file|folder|pattern|url|cluster ...> [flags]",
    summary: "Make API types of CustomResourceDefinitions",
    description:
      "Writes doc.ts and types.ts for CustomResourceDefinitions that are there already, with tags from which regenerate makes the same definitions. Files that are there stay as they are: a kind that its version has already is an error. What is wrong with one definition is said, and the others are imported.",
    examples: [
      "npx plop import config/crd/bases",
      "npx plop import 'vendor/**/*crd*.yaml' --dry-run",
      "npx plop import https://example.com/releases/crds.yaml",
      "npx plop import cluster",
    ],
    next: ["npx plop regenerate     generate the code and CRDs of the imported kinds"],
  },
  regenerate: {
    call: "npx plop regenerate",
    usage: "npx plop regenerate [flags]",
    summary: "Generate code and CRDs from the API types",
    description:
      "Generates deep copies, defaults, registration, apply configurations, clientset, listers, informers and CRDs from the API types and their tags. Writes only what differs, removes generated files that nothing asks for any more, and writes nothing when there are errors.",
    examples: [
      "npx plop regenerate",
      "npx plop regenerate --group example.com",
      "npx plop regenerate --dry-run --format json",
      "npx plop regenerate -- --watch",
    ],
    next: [
      "npm run typecheck       the compiler names what the change broke",
      "npx plop verify         what CI runs",
    ],
  },
  verify: {
    call: "npx plop verify",
    usage: "npx plop verify [flags]",
    summary: "Check that generated files are up to date",
    description:
      "Compares the generated files with what the API types say, prints the differences and exits with 1 when there are any. Writes nothing.",
    examples: ["npx plop verify", "npx plop verify --format github"],
    next: ["npx plop regenerate     bring the files up to date"],
  },
  diff: {
    call: "npx plop diff",
    usage: "npx plop diff [base] [flags]",
    summary: "Find breaking changes of the API",
    description:
      "Compares the CRDs that the API types make now with those of a commit, of files or of a cluster. Names each change after which objects or clients that worked no longer do, with the reason, lists the safe ones, and exits with 1 when there are breaking ones. What is intended is set to a warning by its code under 'severities' in crd-project.json. Writes nothing.",
    examples: [
      "npx plop diff",
      "npx plop diff -- origin/main",
      "npx plop diff -- v1.4.0 --format github",
      "npx plop diff -- ./released-crds",
      "npx plop diff -- cluster --context production",
    ],
    next: ["npx crd-project explain diff/field-removed    cause and fix of one code"],
  },
  tags: {
    call: "npx crd-project tags",
    usage: "npx crd-project tags [word] [flags]",
    summary: "List the tags that can stand in doc.ts and types.ts",
    description:
      "Lists the tags of doc.ts and types.ts with what the tag table says of them; with a word, those whose name holds it.",
    examples: [
      "npx crd-project tags",
      "npx crd-project tags genclient",
      "npx crd-project tags --format snippets > .vscode/crd-project.code-snippets",
    ],
    next: ["npx plop regenerate     after every change of the tags"],
  },
  explain: {
    call: "npx crd-project explain",
    usage: "npx crd-project explain [code] [flags]",
    summary: "Explain a diagnostic: its cause and what to do",
    description: "Explains a diagnostic by its code; without one, lists all codes.",
    examples: ["npx crd-project explain tag/unknown", "npx crd-project explain"],
    next: ["npx plop regenerate     when it is repaired"],
  },
  envtest: {
    call: "npx crd-project envtest",
    usage: "npx crd-project envtest use|list|path [version] [flags]",
    summary: "Fetch kube-apiserver and etcd for tests",
    description:
      "Finds, downloads and lists the programs that TestEnvironment of crd-testing starts: kube-apiserver, etcd and kubectl. Downloads are checked by their SHA-512 and lie in the folders of setup-envtest, which its Go program shares. Where the index of releases cannot be reached, an installed version is taken, or Go builds one from its modules. Outside of a project: npx create-crd-project envtest.",
    examples: [
      "npx crd-project envtest use",
      "npx crd-project envtest use 1.36.x",
      "npx crd-project envtest list --installed-only",
      'KUBEBUILDER_ASSETS="$(npx crd-project envtest path)" npm test',
    ],
    next: ["npm test                tests that start a TestEnvironment find the programs"],
  },
};

/** Exit codes, as --help tells them. */
export const exitCodes = [
  "0  fine",
  "1  errors, or generated files that are out of date",
  "2  wrong usage, or an answer is missing and there is no terminal to ask on",
] as const;
