import { celCompiler } from "crd-runtime/cel";
import { fieldErrorBody, type FieldError } from "crd-runtime/schema";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { GeneratedFile, Generator, MadeDefinition, SampleFile } from "../generator.js";
import type { ApiType } from "../model/index.js";
import { Checker } from "./checker.js";
import { isSampleOf, type SampleKind, sampleProblems } from "./existing.js";
import { makeSample } from "./sample.js";
import type { CustomResourceDefinition, DefinitionVersion, Schema } from "./schema.js";
import { sampleYaml } from "./yaml.js";

/** A kind in a version, with all that a sample of it is made of. */
interface Entry extends SampleKind {
  readonly definition: CustomResourceDefinition;
  readonly declared: DefinitionVersion;
  readonly schema: Schema;
  readonly type: ApiType | undefined;
}

/**
 * Sample objects. One is made for each served version of a kind that has none in the folder of samples, and is the user's from
 * then on, as kubebuilder's are; all that are there are checked. Made of what crd-gen has made.
 */
export const samplesGen: Generator = {
  name: "samples-gen",
  description: "Sample objects that the API server takes, and checks of those that are there",
  generate({ options, definitions = [], samples = [] }) {
    const cel = celCompiler();
    const entries = definitions.flatMap((made) => entriesOf({ made, cel }));
    const outcomes = entries
      .filter(({ isServed }) => isServed)
      .map((entry) => sampleOf({ entry, samples, folder: options.samples }));
    return {
      files: outcomes.flatMap(({ file }) => file ?? []),
      diagnostics: [
        ...sampleProblems({ samples, kinds: entries }),
        ...outcomes.flatMap(({ problem }) => problem ?? []),
      ],
    };
  },
};

function entriesOf(input: {
  readonly made: MadeDefinition;
  readonly cel: ReturnType<typeof celCompiler>;
}): readonly Entry[] {
  const { definition, types } = input.made;
  const { group, names, scope, versions } = definition.spec;
  return versions.flatMap((declared, index): readonly Entry[] => {
    const schema = declared.schema?.openAPIV3Schema;
    if (schema === undefined) return [];
    const hasStatus = declared.subresources?.status !== undefined;
    const checker = new Checker({ schema, scope, hasStatus, cel: input.cel });
    const { name: version, served: isServed } = declared;
    const type = types[index];
    const own = { group, version, kind: names.kind, isServed };
    return [{ ...own, checker, definition, declared, schema, type }];
  });
}

/** A new sample, or the one that is there, which stays as it is. */
function sampleOf(input: {
  readonly entry: Entry;
  readonly samples: readonly SampleFile[];
  readonly folder: string;
}): { readonly file?: GeneratedFile; readonly problem?: Diagnostic } {
  const { entry, samples, folder } = input;
  const { group, version, kind, definition, declared, schema, checker, type } = entry;
  const path = `${folder}/${group}_${version}_${kind.toLowerCase()}.yaml`;
  const there = samples.find((sample) => sample.path === path);
  if (there !== undefined) return { file: { path, content: there.text, owner: "user" } };
  if (samples.some((sample) => isSampleOf(sample, entry))) return {};
  const sample = makeSample({ definition, version: declared, schema, checker });
  if (sample.problem !== undefined) {
    const parameters = { kind, version, problem: textOf(sample.problem) };
    return { problem: diagnostic("sample/not-made", parameters, { span: type?.span }) };
  }
  return { file: { path, content: sampleYaml({ object: sample.object, schema }), owner: "user" } };
}

function textOf(error: FieldError): string {
  return `${error.field}: ${fieldErrorBody(error)}`;
}
