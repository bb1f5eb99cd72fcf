import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { GeneratedFile, Generator } from "../generator.js";
import type { ApiModel, FileSyntax } from "../model/index.js";
import { freeGroupName } from "../model/names/index.js";
import type { ApiAnswers, KindAnswer } from "../options/answers.js";
import type { Render } from "../render/index.js";
import { appendTo } from "./append.js";
import {
  declaredNames,
  exportedNames,
  importedNames,
  namesIn,
  neededNames,
  runtimeTypes,
} from "./names.js";

const name = "apigroup-gen";

/** A file of the version's folder as it is now. */
export interface ExistingFile {
  readonly file: { readonly path: string; readonly text: string };
  readonly syntax: FileSyntax;
}

/**
 * Scaffolds kinds: doc.ts and types.ts of a new version, or more declarations at the end of a types.ts that is there. All
 * of it belongs to the user.
 */
export function apigroupGen(request: {
  readonly answers: ApiAnswers;
  /** `src/apis/example.com/v1`. */
  readonly directory: string;
  /** The sources in that folder; none for a new version. */
  readonly existing: readonly ExistingFile[];
}): Generator {
  const { answers, directory, existing } = request;
  return {
    name,
    description: "A new API group, version or kind: doc.ts and types.ts",
    generate({ model, render }) {
      const diagnostics = clashes(request);
      if (diagnostics.length > 0) {
        return { files: [], diagnostics };
      }
      const docPath = `${directory}/doc.ts`;
      const doc: GeneratedFile = {
        path: docPath,
        content: render.text({
          template: `${name}/doc.ts`,
          path: docPath,
          generator: undefined,
          view: { ...answers, goNames: goNames({ answers, model }) },
        }),
        owner: "user",
      };
      const types = typesFile({ ...request, render });
      const files = [...(existing.some(({ file }) => file.path === docPath) ? [] : [doc]), types];
      return { files, diagnostics: [] };
    },
  };
}

/**
 * The group's name in identifiers, where its first segment will not do: no identifier, or taken. A group that the
 * project has keeps the name that it has, since programs use it.
 */
function goNames(input: {
  readonly answers: ApiAnswers;
  readonly model: ApiModel;
}): readonly string[] {
  const { group } = input.answers;
  const { groups } = input.model;
  if (groups.some(({ name }) => name === group)) {
    return [];
  }
  const name = freeGroupName({ group, others: groups.map(({ goName }) => goName) });
  return name === undefined ? [] : [name];
}

/** Path of the types of a version folder. */
function typesPath(directory: string): string {
  return `${directory}/types.ts`;
}

function typesFile(input: {
  readonly answers: ApiAnswers;
  readonly directory: string;
  readonly existing: readonly ExistingFile[];
  readonly render: Render;
}): GeneratedFile {
  const { answers, existing, render } = input;
  const path = typesPath(input.directory);
  const { group } = answers;
  const kinds = answers.kinds.map((kind) => kindView({ kind, group }));
  const content = render.module({
    template: `${name}/types.ts`,
    path,
    generator: undefined,
    view: { kinds },
  });
  const current = existing.find(({ file }) => file.path === path);
  if (current === undefined) {
    return { path, content, owner: "user" };
  }
  const { text } = current.file;
  const appended = appendTo({
    text,
    syntax: current.syntax,
    importLine: missingImport({ answers, path, syntax: current.syntax, render }),
    declarations: splitModule(content).body,
  });
  return { path, content: appended, owner: "user", replaces: text };
}

/** The import of the names that a file lacks; "" when it has them all. */
function missingImport(input: {
  readonly answers: ApiAnswers;
  readonly path: string;
  readonly syntax: FileSyntax;
  readonly render: Render;
}): string {
  const { answers, path, syntax, render } = input;
  const imported = importedNames(syntax);
  const missing = neededNames(answers.kinds)
    .filter((needed) => !imported.has(needed))
    .map((needed) => runtimeTypes[needed]);
  const template = `${name}/imports.ts`;
  const content = render.module({ template, path, generator: undefined, view: { missing } });
  return missing.length === 0 ? "" : splitModule(content).imports;
}

/** The two parts of a rendered module: the import block, with its last line end, and what follows the blank line. */
function splitModule(content: string): { readonly imports: string; readonly body: string } {
  const end = content.indexOf("\n\n") + 1;
  return { imports: content.slice(0, end), body: content.slice(end + 1) };
}

function kindView(input: { readonly kind: KindAnswer; readonly group: string }): object {
  const { kind: answer, group } = input;
  const { kind, plural, scope, status } = answer;
  const resource = [
    ...(plural === undefined ? [] : [`path=${plural}`]),
    ...(scope === "Cluster" ? ["scope=Cluster"] : []),
  ];
  const tags = [
    "+genclient",
    ...(scope === "Cluster" ? ["+genclient:nonNamespaced"] : []),
    "+k8s:deepcopy-gen:interfaces=runtime.Object",
    ...(resource.length === 0 ? [] : [`+kubebuilder:resource:${resource.join(",")}`]),
    ...(status ? ["+kubebuilder:subresource:status"] : []),
  ];
  return { kind, group, status, tags, runtime: runtimeTypes };
}

/** Names that the version's files have already. */
function clashes(input: {
  readonly answers: ApiAnswers;
  readonly directory: string;
  readonly existing: readonly ExistingFile[];
}): readonly Diagnostic[] {
  const { answers, existing } = input;
  const path = typesPath(input.directory);
  const broken = existing.find(({ file }) => file.path === path)?.syntax.errors[0];
  if (broken !== undefined) {
    return [diagnostic("project/unreadable-types", { file: path, problem: broken.message })];
  }
  return [
    ...answers.kinds.flatMap((answer) => kindClashes({ ...input, answer })),
    ...importClashes({ ...input, path }),
  ];
}

/** Names of one kind that the version's files have already. */
export function kindClashes(input: {
  readonly answers: Pick<ApiAnswers, "group" | "version">;
  readonly answer: KindAnswer;
  readonly directory: string;
  readonly existing: readonly ExistingFile[];
}): readonly Diagnostic[] {
  const { answer } = input;
  const path = typesPath(input.directory);
  const { group, version } = input.answers;
  const { kind } = answer;
  const [name, ...others] = declaredNames(answer);
  for (const { file, syntax } of input.existing) {
    const taken = new Set(
      file.path === path
        ? [...namesIn(syntax), ...exportedNames(syntax)]
        : syntax.declarations.map((one) => one.name),
    );
    if (name !== undefined && taken.has(name)) {
      const hint = `it is in ${file.path}`;
      return [diagnostic("project/kind-exists", { kind, group, version }, { hint })];
    }
    const other = others.find((one) => taken.has(one));
    if (other !== undefined) {
      return [diagnostic("project/name-taken", { file: file.path, name: other })];
    }
  }
  return [];
}

/** A name of crd-runtime under which types.ts has something else. */
function importClashes(input: {
  readonly answers: ApiAnswers;
  readonly path: string;
  readonly existing: readonly ExistingFile[];
}): readonly Diagnostic[] {
  const { answers, path, existing } = input;
  const syntax = existing.find(({ file }) => file.path === path)?.syntax;
  if (syntax === undefined) {
    return [];
  }
  const taken = new Set(namesIn(syntax));
  const imported = importedNames(syntax);
  return neededNames(answers.kinds)
    .filter((needed) => taken.has(needed) && !imported.has(needed))
    .map((needed) => {
      const hint = `the new kind imports ${needed} from crd-runtime`;
      return diagnostic("project/name-taken", { file: path, name: needed }, { hint });
    });
}
