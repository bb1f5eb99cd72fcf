import { diagnostic } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import type { FunctionSyntax } from "../syntax.js";
import type { ApiType, InterfaceReference } from "../types.js";
import type { DeclaredType } from "./declarations.js";
import { exportHint } from "./export-hint.js";
import { placeOf } from "./report.js";
import type { FileScope } from "./scope.js";
import { commaParts, partSpan } from "./tag-parts.js";
import { type NameContext, resolveTagTypeName, type TagTypeName } from "./type-names.js";

/** An exported function and its file. */
export interface FunctionPlace {
  readonly scope: FileScope;
  readonly syntax: FunctionSyntax;
}

/** Adds what deepcopy-gen does for a type. */
export function linkDeepCopy(input: {
  readonly context: NameContext;
  readonly type: DeclaredType;
  /** Exported functions of the version by name. */
  readonly functions: ReadonlyMap<string, FunctionPlace>;
  /** All functions of the version, exported or not. */
  readonly all: readonly FunctionPlace[];
  /** Names of all types of the version. */
  readonly types: ReadonlySet<string>;
}): Omit<ApiType, "defaulting"> {
  const { context, type } = input;
  const deepCopyName = `deepCopy${type.name}`;
  const { runtimeObject, interfaces } = linkInterfaces(context, type.tags);
  const asked = runtimeObject || interfaces.length > 0;
  const generate = ownSwitch(type) ?? (asked || context.scope.package.deepCopyAll);
  const handWritten = linkHandWritten({ ...input, name: deepCopyName });
  // A type named IntoX has the copy function `deepCopyIntoX`.
  const takesInto = !input.types.has(`Into${type.name}`);
  const named = { ...input, name: deepCopyName, takesInto };
  const isLooked = generate && handWritten === undefined;
  const handWrittenInto = isLooked && takesInto ? linkInto(named) : undefined;
  if (isLooked) reportNearNames(named);
  const deepCopy = { generate, runtimeObject, interfaces, handWritten };
  return {
    ...type,
    deepCopyName,
    deepCopy: handWrittenInto === undefined ? deepCopy : { ...deepCopy, handWrittenInto },
  };
}

/** `+k8s:deepcopy-gen=` or its alias on the type. */
function ownSwitch({ tags }: DeclaredType): boolean | undefined {
  const find = (wanted: string): Tag | undefined => tags.find(({ name }) => name === wanted);
  const tag = find("k8s:deepcopy-gen") ?? find("kubebuilder:object:generate");
  return tag === undefined ? undefined : tag.value !== "false";
}

function linkInterfaces(
  context: NameContext,
  tags: readonly Tag[],
): { readonly runtimeObject: boolean; readonly interfaces: readonly InterfaceReference[] } {
  const root = tags.find(({ name }) => name === "kubebuilder:object:root");
  const found = tags
    .filter(({ name }) => name === "k8s:deepcopy-gen:interfaces")
    .flatMap((tag) => commaParts(tag).map((part) => ({ tag, part })))
    .flatMap(({ tag, part }) => {
      const span = partSpan(tag, part);
      const type = resolveTagTypeName(context, { name: part.text, span });
      if (type?.kind === "declared" && type.declared.syntax.kind !== "interface") {
        const hint = `'${part.text}' is a type alias; name an interface`;
        context.report(diagnostic("tag/type-name", { name: part.text }, { span, hint }));
        return [];
      }
      return type ?? [];
    });
  const references = found.flatMap((type) => referenceOf(type) ?? []);
  return {
    runtimeObject:
      found.some(({ kind }) => kind === "runtimeObject") ||
      (root !== undefined && root.value !== "false"),
    interfaces: [...new Map(references.map((one) => [`${one.module}#${one.name}`, one])).values()],
  };
}

function referenceOf(type: TagTypeName): InterfaceReference | undefined {
  switch (type.kind) {
    case "runtimeObject":
      return undefined;
    case "imported":
      return { name: type.name, id: undefined, module: type.module };
    case "declared": {
      const { exportedAs, scope } = type.declared;
      return { name: exportedAs ?? "", id: type.id, module: scope.file.path };
    }
  }
}

function linkHandWritten(input: {
  readonly context: NameContext;
  readonly type: DeclaredType;
  readonly functions: ReadonlyMap<string, FunctionPlace>;
  readonly name: string;
}): ApiType["deepCopy"]["handWritten"] {
  const { name, type } = input;
  const found = input.functions.get(name);
  if (found === undefined) {
    return undefined;
  }
  const { syntax, scope } = found;
  if (!isDeepCopy(syntax, type.name)) {
    reportWrong({ ...input, place: found, hint: declarationOf(input) });
  }
  return { module: scope.file.path, name };
}

/** `deepCopyIntoX`, of a type whose values have an empty one to begin with. */
function linkInto(
  input: Named & { readonly functions: ReadonlyMap<string, FunctionPlace> },
): ApiType["deepCopy"]["handWrittenInto"] {
  const { type } = input;
  const name = intoName(type);
  const found = input.functions.get(name);
  if (found === undefined) return undefined;
  const { syntax, scope } = found;
  const empty = emptyOf(type);
  if (empty === undefined || !isDeepCopyInto(syntax, type.name)) {
    const hint = empty === undefined ? declarationOf(input) : intoDeclarationOf(type);
    reportWrong({ ...input, place: found, hint });
  }
  return { module: scope.file.path, name, empty: empty ?? "object" };
}

function intoName({ name }: DeclaredType): string {
  return `deepCopyInto${name}`;
}

function emptyOf({ declaration }: DeclaredType): "object" | "array" | undefined {
  if (declaration.kind === "interface") return "object";
  switch (declaration.type.kind) {
    case "object":
    case "map":
      return "object";
    case "array":
      return "array";
    default:
      return undefined;
  }
}

interface Named {
  readonly context: NameContext;
  readonly type: DeclaredType;
  /** `deepCopyDatabase`. */
  readonly name: string;
}

/** Functions that would be taken for the copy of a type if they were exported, or spelt so: generated code does without them. */
function reportNearNames(
  input: Named & { readonly all: readonly FunctionPlace[]; readonly takesInto: boolean },
): void {
  const { type, name, takesInto } = input;
  for (const place of input.all) {
    const { name: found, exported } = place.syntax;
    const [, into, of] = /^deep_?copy_?(into)?_?(.+)$/i.exec(found) ?? [];
    if (of?.toLowerCase() !== type.name.toLowerCase()) continue;
    if (into !== undefined && !takesInto) continue;
    const wanted = into === undefined ? name : intoName(type);
    // `deepCopyIntoX` that is exported is called.
    if (found === wanted && exported) continue;
    const hint = found === wanted ? exportHint(place.syntax) : `write '${wanted}'`;
    reportWrong({ ...input, place, hint });
  }
}

function declarationOf({ type, name }: Named): string {
  return `write 'export function ${name}(input: DeepReadonly<${type.name}>): ${type.name}'`;
}

function intoDeclarationOf(type: DeclaredType): string {
  const parameters = `input: DeepReadonly<${type.name}>, output: ${type.name}`;
  return `write 'export function ${intoName(type)}(${parameters}): void'`;
}

function reportWrong(
  input: Named & { readonly place: FunctionPlace; readonly hint: string },
): void {
  const { context, type, place, hint } = input;
  const { name } = place.syntax;
  const span = placeOf(place.scope.file, place.syntax.span);
  context.report(diagnostic("model/deepcopy-signature", { name, type: type.name }, { span, hint }));
}

function isDeepCopy(syntax: FunctionSyntax, type: string): boolean {
  const [input, ...others] = syntax.parameters;
  return (
    !syntax.async &&
    !syntax.generator &&
    takes(input, [type, `DeepReadonly<${type}>`]) &&
    others.every(({ required }) => !required) &&
    (syntax.result === undefined || syntax.result === type)
  );
}

function isDeepCopyInto(syntax: FunctionSyntax, type: string): boolean {
  const [input, output, ...others] = syntax.parameters;
  return (
    !syntax.async &&
    !syntax.generator &&
    takes(input, [type, `DeepReadonly<${type}>`]) &&
    takes(output, [type, `Mutable<${type}>`]) &&
    others.every(({ required }) => !required) &&
    (syntax.result === undefined || syntax.result === "void")
  );
}

function takes(
  parameter: FunctionSyntax["parameters"][number] | undefined,
  types: readonly string[],
): boolean {
  return (
    parameter !== undefined && (parameter.type === undefined || types.includes(parameter.type))
  );
}
