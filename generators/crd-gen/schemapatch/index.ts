import { type Diagnostic, diagnostic, didYouMean, hasErrors } from "../../diagnostics/index.js";
import type { GeneratedFile, Generator } from "../../generator.js";
import { generatorOf } from "../../render/index.js";
import { sameSchema } from "../../schema/index.js";
import { type Definition, makeDefinitions } from "../definitions.js";
import { edited, schemaEdit } from "./edit.js";
import {
  type ManifestDefinition,
  type ManifestFile,
  type ReadManifest,
  readManifest,
  withoutSchemas,
} from "./manifest.js";

/**
 * Puts the schemas that types make into hand-written CustomResourceDefinitions, as controller-gen's schemapatch. All else in their
 * files stays to the byte, and so does a schema that says the same already.
 */
export const schemapatch: Generator = {
  name: "schemapatch",
  description: "Schemas of hand-written CustomResourceDefinitions (controller-gen schemapatch)",
  generate({ model, options, manifests = [] }) {
    const { manifests: folder = "", maxDescLen } = options.schemapatch ?? {};
    const made = makeDefinitions({ model, maxDescLen });
    const groups = new Set(model.groups.map(({ name }) => name));
    const { definitions } = made;
    const results = manifests.map((file) =>
      patch({ file, definitions, groups, isOurs: folder === options.crds }),
    );
    const diagnostics = [...made.diagnostics, ...results.flatMap((one) => one.diagnostics)];
    const isEmpty = results.every((one) => one.file === undefined && one.diagnostics.length === 0);
    if (isEmpty) diagnostics.push(diagnostic("schemapatch/nothing-to-patch", { folder }));
    return { files: results.flatMap(({ file }) => file ?? []), diagnostics };
  },
};

interface Patched {
  /** Undefined where there is nothing in the file that the project has a schema for. */
  readonly file?: GeneratedFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function patch(input: {
  readonly file: ManifestFile;
  readonly definitions: readonly Definition[];
  /** Names of the project's groups. */
  readonly groups: ReadonlySet<string>;
  /** crd-gen writes into the same folder. */
  readonly isOurs: boolean;
}): Patched {
  const { file, definitions, groups, isOurs } = input;
  const { path, text } = file;
  const generator = generatorOf(text);
  if (generator !== undefined) {
    return {
      diagnostics: isOurs ? [] : [diagnostic("schemapatch/generated", { path, generator })],
    };
  }
  const read = readManifest(file);
  const diagnostics = problemsOf(read);
  const targets: Target[] = [];
  for (const manifest of read.definitions.filter(({ group }) => groups.has(group))) {
    const { group, kind, name } = manifest;
    const ofGroup = definitions.filter((one) => one.kind.group === group);
    const definition = ofGroup.find((one) => one.kind.stored.kind.kind === kind);
    if (definition !== undefined) {
      targets.push({ manifest, definition });
      continue;
    }
    const kinds = ofGroup.map((one) => one.kind.stored.kind.kind);
    const hint = didYouMean({ word: kind, candidates: kinds });
    const place = { span: manifest.kindSpan, hint };
    diagnostics.push(diagnostic("schemapatch/unknown-kind", { name, kind, group }, place));
  }
  if (targets.length === 0 || hasErrors(diagnostics)) return { diagnostics };
  diagnostics.push(...targets.flatMap(versionProblems));
  const edits = targets.flatMap((target) => editsOf({ target, text }));
  const content = edited({ text, edits });
  const problem = content === text ? undefined : unlike({ before: read, after: content, targets });
  if (problem !== undefined) {
    const { name, span } = problem.manifest;
    const parameters = { name, problem: problem.text };
    diagnostics.push(diagnostic("schemapatch/not-patched", parameters, { span }));
    return { diagnostics };
  }
  return { file: { path, content, owner: "user", replaces: text }, diagnostics };
}

/** A definition of a file, and what the types make of its kind. */
interface Target {
  readonly manifest: ManifestDefinition;
  readonly definition: Definition;
}

function problemsOf(read: ReadManifest): Diagnostic[] {
  return read.problems.map(({ name, problem, span }) =>
    name === undefined
      ? diagnostic("schemapatch/syntax", { problem }, { span })
      : diagnostic("schemapatch/not-patched", { name, problem }, { span }),
  );
}

function versionProblems({ manifest, definition }: Target): readonly Diagnostic[] {
  const { name } = manifest;
  const made = definition.crd.spec.versions.map((version) => version.name);
  const written = manifest.versions.map((version) => version.name);
  return [
    ...manifest.versions
      .filter((version) => !made.includes(version.name))
      .map((version) => {
        const hint = `the types have ${made.join(", ")}`;
        const parameters = { name, version: version.name };
        return diagnostic("schemapatch/unknown-version", parameters, { span: version.span, hint });
      }),
    ...made
      .filter((version) => !written.includes(version))
      .map((version) =>
        diagnostic("schemapatch/missing-version", { name, version }, { span: manifest.span }),
      ),
  ];
}

function editsOf(input: { readonly target: Target; readonly text: string }) {
  const { target, text } = input;
  return target.manifest.versions.flatMap((version) => {
    const schema = schemaOf({ target, version: version.name });
    return schema === undefined || sameSchema(version.schema, schema)
      ? []
      : [schemaEdit({ text, version: version.node, schema })];
  });
}

function schemaOf(input: { readonly target: Target; readonly version: string }) {
  const { target, version } = input;
  return target.definition.crd.spec.versions.find(({ name }) => name === version)?.schema
    .openAPIV3Schema;
}

/**
 * Where the text after all edits is not what it should be: the same data but for the schemas. That is so where YAML says one thing
 * in several places, by anchors and merge keys.
 */
function unlike(input: {
  readonly before: ReadManifest;
  readonly after: string;
  readonly targets: readonly Target[];
}): { readonly manifest: ManifestDefinition; readonly text: string } | undefined {
  const { before, after, targets } = input;
  const [first] = targets;
  if (first === undefined) return undefined;
  const read = readManifest({ path: first.manifest.span.file, text: after });
  const [problem] = read.problems;
  if (problem !== undefined) return { manifest: first.manifest, text: problem.problem };
  for (const target of targets) {
    const { manifest } = target;
    const now = read.definitions.find(({ index }) => index === manifest.index);
    const isRight = manifest.versions.every((version, index) => {
      const wanted = schemaOf({ target, version: version.name }) ?? version.schema;
      return sameSchema(now?.versions[index]?.schema, wanted);
    });
    if (!isRight) return { manifest, text: shared };
  }
  const patched = new Set(targets.map(({ manifest }) => manifest.index));
  const rest = (one: ReadManifest) =>
    one.values.map((value, index) => (patched.has(index) ? withoutSchemas(value) : value));
  return sameSchema(rest(before), rest(read))
    ? undefined
    : { manifest: first.manifest, text: shared };
}

const shared = "another part of the file would change with its schema";
