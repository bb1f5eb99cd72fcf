import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Tree } from "./case.js";

export type { Tree };

const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Settings of a created project and the strictest there are, as tsconfig.json has them. */
export const strictest = {
  target: "es2023",
  lib: ["es2023"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  forceConsistentCasingInFileNames: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
} as const;

const { options: parsed, errors } = ts.convertCompilerOptionsFromJson(strictest, repository);
if (errors.length > 0) throw new Error(JSON.stringify(errors));

/** Sources of our packages in place of what is built. */
const sources: ts.CompilerOptions = {
  typeRoots: [join(repository, "node_modules/@types")],
  paths: {
    "crd-runtime": [join(repository, "packages/crd-runtime/src/index.ts")],
    "crd-runtime/schema": [join(repository, "packages/crd-runtime/src/schema/index.ts")],
    "crd-runtime/*": [
      join(repository, "packages/crd-runtime/src/*"),
      join(repository, "packages/crd-runtime/src/*.ts"),
    ],
    "crd-testing": [join(repository, "packages/crd-testing/src/index.ts")],
  },
};

/**
 * Type-checks trees of TypeScript files in one program; they are below the repository only by name.
 * Returns what tsc prints of them, one problem a line; problems of other files are not told.
 */
export function typeCheck(input: {
  /** By the name of a virtual folder. */
  readonly projects: ReadonlyMap<string, Tree>;
  readonly options?: ts.CompilerOptions;
}): readonly string[] {
  const root = join(repository, ".virtual");
  const files = new Map<string, string>([
    [join(root, "package.json"), JSON.stringify({ type: "module" })],
  ]);
  const folders = new Set<string>([root]);
  for (const [project, tree] of input.projects) {
    for (const [path, text] of tree) {
      const file = join(root, project, path);
      files.set(file, text);
      for (let folder = dirname(file); folder.length > root.length; folder = dirname(folder)) {
        folders.add(folder);
      }
    }
  }
  const options = { ...parsed, ...sources, ...input.options };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.directoryExists = (path) => folders.has(path) || (directoryExists?.(path) ?? true);
  host.getSourceFile = (path, target, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? getSourceFile(path, target, ...rest)
      : ts.createSourceFile(path, text, target);
  };
  host.realpath = (path) => path;
  const rootNames = [...files.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram({ rootNames, options, host });
  return [
    ...program.getOptionsDiagnostics(),
    ...rootNames.flatMap((path) => {
      const source = program.getSourceFile(path);
      return [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ];
    }),
  ].map((problem) => describe({ problem, root }));
}

function describe(input: { readonly problem: ts.Diagnostic; readonly root: string }): string {
  const { file, start = 0, code, messageText } = input.problem;
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (file === undefined) return `TS${code}: ${message}`;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const path = file.fileName.slice(input.root.length + 1);
  return `${path}:${line + 1}:${character + 1} TS${code}: ${message}`;
}
