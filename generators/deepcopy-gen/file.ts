import { isCondition, namedType } from "../copy/index.js";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { ApiType, ApiVersion, ModelIndex, TypeId } from "../model/index.js";
import { fileValue, typeSymbol } from "../render/index.js";
import { unionFunction } from "./choice.js";
import { copyOf } from "./copy.js";
import { type Implemented, interfaceCollisions, interfaceFunction } from "./interfaces.js";
import { objectFunction } from "./object.js";
import { Scope, type Subject } from "./scope.js";
import { type AliasView, type FillView, type FunctionView, functionView } from "./view.js";

/** All functions of a version's file, by the name of the type; those of inline types follow their owner. */
export function fileFunctions(input: {
  readonly index: ModelIndex;
  readonly version: ApiVersion;
  /** Interfaces whose function stands in this file. */
  readonly interfaces: readonly Implemented[];
  /** Interfaces of all versions that have such a function. */
  readonly implemented: ReadonlySet<TypeId>;
}): { readonly functions: readonly FunctionView[]; readonly diagnostics: readonly Diagnostic[] } {
  const { index, version, implemented } = input;
  const scope = new Scope({ index, implemented, version });
  const types = version.types.filter((type) => isGenerated({ scope, type, implemented }));
  const interfaces = input.interfaces.filter(
    ({ declared }) =>
      declared?.deepCopy.handWritten === undefined &&
      declared?.deepCopy.handWrittenInto === undefined,
  );
  const groups = [
    ...types.map((type) => ({ name: type.name, functions: typeFunctions({ scope, type }) })),
    ...interfaces.map((one) => ({
      name: one.reference.name,
      functions: interfaceFunction({ scope, implemented: one }),
    })),
  ];
  const collisions = interfaceCollisions({
    interfaces,
    functions: types.map((type) => type.deepCopyName),
  });
  const pointless = version.types.filter((type) => isPointless({ scope, type }));
  return {
    functions: groups
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((group) => group.functions),
    diagnostics: [...scope.diagnostics, ...collisions, ...pointless.map(nothingToCopy)],
  };
}

function isGenerated(input: {
  readonly scope: Scope;
  readonly type: ApiType;
  readonly implemented: ReadonlySet<TypeId>;
}): boolean {
  const { scope, type, implemented } = input;
  const { generate, handWritten, handWrittenInto } = type.deepCopy;
  if (!generate || handWritten !== undefined) return false;
  if (handWrittenInto !== undefined) return true;
  if (implemented.has(type.id)) return false;
  return !isValue({ scope, type });
}

/** Asked for by its own tag, or written by hand, though there is nothing to copy. */
function isPointless(input: { readonly scope: Scope; readonly type: ApiType }): boolean {
  const { tags, deepCopy } = input.type;
  const asked = tags.some((tag) => tag.name === "k8s:deepcopy-gen" && tag.value === "true");
  return (asked || deepCopy.handWritten !== undefined) && isValue(input);
}

function isValue(input: { readonly scope: Scope; readonly type: ApiType }): boolean {
  return input.scope.shapeOf({ kind: "reference", id: input.type.id }) === "value";
}

function nothingToCopy(type: ApiType): Diagnostic {
  return diagnostic("generate/nothing-to-copy", { type: type.name }, { span: type.span });
}

/** The function of a type, and those of the inline types in it. */
function typeFunctions(input: {
  readonly scope: Scope;
  readonly type: ApiType;
}): readonly FunctionView[] {
  const { scope, type } = input;
  const { name, span, declaration } = type;
  const subject: Subject = {
    name: type.deepCopyName,
    exported: true,
    type: typeSymbol(type),
    inline: undefined,
    path: name,
    title: name,
    span,
    of: declaration.kind === "alias" ? declaration.type : declaration,
  };
  const into = type.deepCopy.handWrittenInto;
  if (into !== undefined) return [functionView({ subject, body: fillView({ subject, into }) })];
  const functions = [...subjectFunction({ scope, subject })];
  for (let inline = scope.takeInline(); inline.length > 0; inline = scope.takeInline()) {
    functions.push(...inline.flatMap((subject) => subjectFunction({ scope, subject })));
  }
  return functions;
}

function fillView(input: {
  readonly subject: Subject;
  readonly into: NonNullable<ApiType["deepCopy"]["handWrittenInto"]>;
}): FillView {
  const { subject, into } = input;
  return {
    template: "deepcopy-gen/body/fill",
    type: subject.type,
    empty: into.empty === "array" ? "[]" : "{}",
    call: fileValue({ name: into.name, path: into.module }),
  };
}

function subjectFunction(input: {
  readonly scope: Scope;
  readonly subject: Subject;
}): readonly FunctionView[] {
  const { scope, subject } = input;
  const { of } = subject;
  if (of.kind === "interface" || of.kind === "object") return [objectFunction({ scope, subject })];
  if (of.kind === "union" && of.form === "discriminated") {
    return [unionFunction({ scope, subject, union: of })];
  }
  const { path, title, span } = subject;
  const type = namedType(subject.type);
  const place = { source: "input", type, path, title, span, parameters: [], following: [] };
  const copy = copyOf({ scope, type: of, place });
  if (copy === undefined) return [];
  const mayBeNull = of.kind === "nullable";
  const parentheses = mayBeNull && isCondition(copy);
  const body: AliasView = { template: "deepcopy-gen/body/alias", mayBeNull, parentheses, copy };
  return [functionView({ subject, body })];
}
