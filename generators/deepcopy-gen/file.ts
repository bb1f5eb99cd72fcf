import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { ApiType, ApiVersion } from "../model/index.js";
import { typeSymbol } from "../render/index.js";
import { unionFunction } from "./choice.js";
import { copyOf } from "./copy.js";
import type { Declarations } from "./declarations.js";
import { type Implemented, interfaceFunction } from "./interfaces.js";
import { objectFunction } from "./object.js";
import { Scope, type Subject } from "./scope.js";
import { namedType } from "./type-view.js";
import { type FunctionView, functionView } from "./view.js";

/** All functions of a version's file, by the name of the type; those of inline types follow their owner. */
export function fileFunctions(input: {
  readonly version: ApiVersion;
  readonly declarations: Declarations;
}): { readonly functions: readonly FunctionView[]; readonly diagnostics: readonly Diagnostic[] } {
  const { version, declarations } = input;
  const scope = new Scope({ declarations, version });
  const functions = version.types.filter(isGenerated).map((type) => {
    const written = [...write({ scope, subject: subjectOf(type) })];
    for (let inline = scope.takeInline(); inline.length > 0; inline = scope.takeInline()) {
      written.push(...inline.flatMap((subject) => write({ scope, subject })));
    }
    return { name: type.name, written };
  });
  const interfaces = implementedIn({ version, declarations }).map((implemented) => {
    const { functions, diagnostics } = interfaceFunction({ scope, implemented });
    return { name: implemented.reference.name, written: functions, diagnostics };
  });
  return {
    functions: [...functions, ...interfaces]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((group) => group.written),
    diagnostics: [
      ...version.types.filter(isPointless).map(pointless),
      ...scope.diagnostics,
      ...interfaces.flatMap((group) => group.diagnostics),
    ],
  };

  function isGenerated(type: ApiType): boolean {
    const { generate, handWritten } = type.deepCopy;
    if (!generate || handWritten !== undefined || declarations.implementations.has(type.id)) {
      return false;
    }
    return scope.shapeOf({ type: { kind: "reference", id: type.id } }) !== "value";
  }

  /** Asked for by its own tag, though there is nothing to copy. */
  function isPointless(type: ApiType): boolean {
    return (
      type.tags.some((tag) => tag.name === "k8s:deepcopy-gen" && tag.value === "true") &&
      scope.shapeOf({ type: { kind: "reference", id: type.id } }) === "value"
    );
  }
}

function pointless(type: ApiType): Diagnostic {
  return diagnostic("generate/nothing-to-copy", { type: type.name }, { span: type.span });
}

function subjectOf(type: ApiType): Subject {
  const { name, span, declaration } = type;
  return {
    name: type.deepCopyName,
    exported: true,
    type: namedType(typeSymbol(type)),
    path: name,
    title: name,
    span,
    of: declaration.kind === "alias" ? declaration.type : declaration,
  };
}

function write(input: {
  readonly scope: Scope;
  readonly subject: Subject;
}): readonly FunctionView[] {
  const { scope, subject } = input;
  const { of } = subject;
  if (of.kind === "interface" || of.kind === "object") return [objectFunction({ scope, subject })];
  if (of.kind === "union" && of.form === "discriminated") {
    return [unionFunction({ scope, subject, union: of })];
  }
  const { type, path, title, span } = subject;
  const place = { source: "input", type, path, title, span, depth: 0, following: [] };
  const copy = copyOf({ scope, type: of, place });
  if (copy === undefined) return [];
  const mayBeNull = of.kind === "nullable";
  const parentheses = mayBeNull && (copy.oneOrMany !== undefined || copy.orBoolean !== undefined);
  return [functionView(subject, { alias: { mayBeNull, parentheses, copy } })];
}

/** Interfaces whose function stands in the version's file: its own, and those of modules that its types name. */
function implementedIn(input: {
  readonly version: ApiVersion;
  readonly declarations: Declarations;
}): readonly Implemented[] {
  const { version, declarations } = input;
  const own = version.types.flatMap((type): readonly Implemented[] => {
    const implementations = declarations.implementations.get(type.id);
    if (implementations === undefined || type.deepCopy.handWritten !== undefined) return [];
    const reference = { name: type.name, id: type.id, module: type.file };
    return [{ reference, declaration: { type, version }, implementations }];
  });
  const foreign = new Map<string, Implemented>();
  for (const type of version.types) {
    for (const reference of type.deepCopy.interfaces) {
      if (reference.id !== undefined) continue;
      const key = `${reference.module} ${reference.name}`;
      const before = foreign.get(key)?.implementations ?? [];
      const implementations = [...before, { type, version }];
      foreign.set(key, { reference, declaration: undefined, implementations });
    }
  }
  return [...own, ...foreign.values()];
}
