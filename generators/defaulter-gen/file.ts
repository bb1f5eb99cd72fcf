import { type ApiVersion, extendsBuiltin, type ModelIndex, type TypeId } from "../model/index.js";
import { typeSymbol } from "../render/index.js";
import { rootFunction, rootName, Scope, type Subject } from "./scope.js";
import { bodyOf } from "./statements.js";
import { type FileView, type FunctionView, runtime } from "./view.js";

/** The file of a version: what the scheme is told, the functions of roots by name, and those that they share. */
export function fileView(input: {
  readonly index: ModelIndex;
  readonly version: ApiVersion;
  readonly defaulted: ReadonlySet<TypeId>;
}): FileView {
  const { index, version, defaulted } = input;
  const scope = new Scope(input);
  const roots = version.types
    .filter((type) => type.defaulting.root && defaulted.has(type.id))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const functions = roots
    .filter((type) => type.defaulting.complete === undefined)
    .map((type) =>
      functionView({ scope, subject: { name: rootName(type), exported: true, type } }),
    );
  for (let asked = scope.takeAsked(); asked.length > 0; asked = scope.takeAsked()) {
    functions.push(...asked.map((subject) => functionView({ scope, subject })));
  }
  const kinds = roots
    .filter((type) => extendsBuiltin(index.types, { type, name: "TypeMeta" }))
    .flatMap((type) => {
      const found = rootFunction({ type, version });
      return found === undefined ? [] : [{ kind: type.name, function: found }];
    });
  return { runtime, group: version.group, version: version.version, kinds, functions };
}

function functionView(input: { readonly scope: Scope; readonly subject: Subject }): FunctionView {
  const { scope, subject } = input;
  const { name, exported, type } = subject;
  return {
    name,
    exported,
    description: exported ? `Fills in the defaults of ${type.name}, in place.` : "",
    type: typeSymbol(type),
    statements: bodyOf({ scope, type }),
  };
}
