import { celCompiler } from "crd-runtime/cel";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { GeneratedFile, Generator, MadeDefinition, SampleFile } from "../generator.js";
import type { ApiModel, ApiType } from "../model/index.js";
import { Checker } from "./checker.js";
import { CompiledSchemas } from "./compiled-schemas.js";
import { wrongExamples } from "./examples.js";
import { isSampleOf, type SampleKind, sampleProblems } from "./existing.js";
import { placeOfExample, placeOfRule } from "./places.js";
import { problemText } from "./problem-text.js";
import { makeSample } from "./sample.js";
import type { CustomResourceDefinition, DefinitionVersion, Schema } from "./schema.js";
import { sampleYaml } from "./yaml.js";

const name = "samples-gen";

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
  name,
  description: "Sample objects that the API server takes, and checks of those that are there",
  generate({ model, options, definitions = [], samples = [] }) {
    if (!options.generators.includes("crd-gen")) {
      const parameters = { generator: name, other: "crd-gen" };
      return { files: [], diagnostics: [diagnostic("generate/missing-generator", parameters)] };
    }
    const cel = celCompiler();
    const compiled = new CompiledSchemas();
    const entries = definitions.flatMap((made) => entriesOf({ made, cel, compiled }));
    const outcomes = entries
      .filter(({ isServed }) => isServed)
      .map((entry) => sampleOf({ model, entry, samples, compiled, folder: options.samples }));
    return {
      files: outcomes.flatMap(({ file }) => file ?? []),
      diagnostics: [
        ...entries.flatMap((entry) => exampleProblems({ model, entry, compiled })),
        ...sampleProblems({ samples, kinds: entries }),
        ...outcomes.flatMap(({ problem }) => problem ?? []),
      ],
    };
  },
};

function entriesOf(input: {
  readonly made: MadeDefinition;
  readonly cel: ReturnType<typeof celCompiler>;
  readonly compiled: CompiledSchemas;
}): readonly Entry[] {
  const { made, cel, compiled } = input;
  const { definition, types } = made;
  const { group, names, scope, versions } = definition.spec;
  return versions.flatMap((declared, index): readonly Entry[] => {
    const schema = declared.schema?.openAPIV3Schema;
    if (schema === undefined) return [];
    const hasStatus = declared.subresources?.status !== undefined;
    const checker = new Checker({
      schema: compiled.of(schema),
      scope,
      hasStatus,
      cel,
    });
    const { name: version, served: isServed } = declared;
    const type = types[index];
    const own = { group, version, kind: names.kind, isServed };
    return [{ ...own, checker, definition, declared, schema, type }];
  });
}

/** A new sample, or the one that is there, which stays as it is. */
function sampleOf(input: {
  readonly model: ApiModel;
  readonly entry: Entry;
  readonly samples: readonly SampleFile[];
  readonly compiled: CompiledSchemas;
  readonly folder: string;
}): { readonly file?: GeneratedFile; readonly problem?: Diagnostic } {
  const { model, entry, samples, compiled, folder } = input;
  const { group, version, kind, definition, declared, schema, checker, type } = entry;
  const path = `${folder}/${group}_${version}_${kind.toLowerCase()}.yaml`;
  const there = samples.find((sample) => sample.path === path);
  if (there !== undefined) return { file: { path, content: there.text, owner: "user" } };
  if (samples.some((sample) => isSampleOf(sample, entry))) return {};
  const sample = makeSample({ definition, version: declared, schema, checker, compiled });
  if (sample.problem !== undefined) {
    const parameters = { kind, version, problem: problemText(sample.problem) };
    const span = placeOfRule({ model, problem: sample.problem }) ?? type?.span;
    return { problem: diagnostic("sample/not-made", parameters, { span }) };
  }
  return { file: { path, content: sampleYaml({ object: sample.object, schema }), owner: "user" } };
}

function exampleProblems(input: {
  readonly model: ApiModel;
  readonly entry: Entry;
  readonly compiled: CompiledSchemas;
}): readonly Diagnostic[] {
  const { model, entry, compiled } = input;
  const { schema, kind, type } = entry;
  return wrongExamples({ compiled, schema, member: kind }).map((wrong) => {
    const { member, problem } = wrong;
    const parameters = { member, problem: problemText(problem) };
    const span = placeOfExample({ model, ...wrong }) ?? type?.span;
    return diagnostic("sample/example", parameters, { span });
  });
}
