import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type Tag, writtenTag } from "../model/index.js";
import type { JSONSchemaProps } from "../schema/index.js";
import type { CustomResourceDefinition, KindVersion, VersionedKind } from "./crd.js";

type Version = CustomResourceDefinition["spec"]["versions"][number];

const omit = "crd-project:omit";
const preserve = "crd-project:preserveUnknownFields";
const typeMeta: readonly string[] = ["apiVersion", "kind"];
const standard: readonly string[] = [...typeMeta, "metadata"];
const names: readonly string[] = ["listKind", "singular"];

/**
 * The definition without the parts that `+crd-project:omit=` names, and with `preserveUnknownFields: false` where that is written:
 * other tools than controller-gen leave some parts out, and its flags add some.
 */
export function withOmissions(input: {
  readonly kind: VersionedKind;
  readonly crd: CustomResourceDefinition;
}): { readonly crd: CustomResourceDefinition; readonly problems: readonly Diagnostic[] } {
  const { kind, crd } = input;
  const { stored, versions } = kind;
  const omitted = versions.map(({ type }) => wordsOf(type.tags));
  const isStrict = stored.type.tags.some(({ name }) => name === preserve);
  if (omitted.every(({ size }) => size === 0) && !isStrict) return { crd, problems: [] };
  const ofStored = wordsOf(stored.type.tags);
  const { spec } = crd;
  const { singular, listKind, ...others } = spec.names;
  return {
    crd: {
      ...crd,
      spec: {
        ...spec,
        names: {
          ...others,
          ...(singular !== undefined && !ofStored.has("singular") && { singular }),
          ...(listKind !== undefined && !ofStored.has("listKind") && { listKind }),
        },
        versions: spec.versions.map((version, index) =>
          versionWithout({ version, omitted: omitted[index] ?? new Set() }),
        ),
        ...(isStrict && { preserveUnknownFields: false }),
      },
    },
    problems: versions.flatMap((version, index) =>
      unusedTags({ version, made: spec.versions[index], isStored: version === stored }),
    ),
  };
}

function wordsOf(tags: readonly Tag[]): ReadonlySet<string> {
  const lists = tags.filter(({ name }) => name === omit).map(({ value = "" }) => value.split(","));
  return new Set(lists.flat().map((word) => word.trim()));
}

function versionWithout(input: {
  readonly version: Version;
  readonly omitted: ReadonlySet<string>;
}): Version {
  const { version, omitted } = input;
  if (omitted.size === 0) return version;
  const { subresources, ...rest } = version;
  const isLeftOut = isEmpty(subresources) && omitted.has("subresources");
  return {
    ...rest,
    ...(subresources !== undefined && !isLeftOut && { subresources }),
    schema: { openAPIV3Schema: rootWithout(version.schema.openAPIV3Schema, omitted) },
  };
}

function isEmpty(subresources: Version["subresources"]): boolean {
  return subresources !== undefined && Object.keys(subresources).length === 0;
}

function rootWithout(schema: JSONSchemaProps, omitted: ReadonlySet<string>): JSONSchemaProps {
  const { properties = {}, ...rest } = schema;
  const left = Object.entries(properties)
    .filter(([name]) => !(omitted.has(name) && standard.includes(name)))
    .map(([name, property]): readonly [string, JSONSchemaProps] => {
      if (!typeMeta.includes(name)) return [name, property];
      const { description = "", ...others } = property;
      if (omitted.has("descriptions")) return [name, others];
      return omitted.has("lineBreaks")
        ? [name, { ...property, description: description.replaceAll("\n", " ") }]
        : [name, property];
    });
  return left.length === 0 ? rest : { ...rest, properties: Object.fromEntries(left) };
}

/** What is said in a version that is not stored, or of subresources that are not empty. */
function unusedTags(input: {
  readonly version: KindVersion;
  readonly made: Version | undefined;
  readonly isStored: boolean;
}): readonly Diagnostic[] {
  const { version, made, isStored } = input;
  return version.type.tags.flatMap((tag) => {
    if (tag.name !== omit && tag.name !== preserve) return [];
    const words = wordsOf([tag]);
    const isOfStored = tag.name === preserve || names.some((name) => words.has(name));
    const problems = [
      ...(isOfStored && !isStored ? ["it counts in the storage version"] : []),
      ...(words.has("subresources") && !isEmpty(made?.subresources)
        ? ["there are no empty subresources"]
        : []),
    ];
    return problems.map((problem) =>
      diagnostic("crd/marker-unused", { tag: writtenTag(tag), problem }, { span: tag.span }),
    );
  });
}
