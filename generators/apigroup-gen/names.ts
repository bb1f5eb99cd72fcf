import type { FileSyntax } from "../model/index.js";
import type { KindAnswer } from "../options/answers.js";
import type { ImportSymbol } from "../render/index.js";
import { runtimePackage, runtimeType } from "../render/symbols.js";

const always = ["ListMeta", "ObjectMeta", "TypeMeta", "int32"] as const;
const withStatus = ["Condition", "int64"] as const;

/** Everything of crd-runtime that the text of a kind may use, by name. */
export const runtimeTypes: Readonly<Record<string, ImportSymbol>> = Object.fromEntries(
  [...always, ...withStatus].map((name) => [name, runtimeType(name)]),
);

/** The types of crd-runtime that the text of some kinds uses. */
export function neededNames(kinds: readonly KindAnswer[]): readonly string[] {
  return [...always, ...(kinds.some(({ status }) => status) ? withStatus : [])];
}

/** What a file imports from crd-runtime under the type's own name. */
export function importedNames(syntax: FileSyntax): ReadonlySet<string> {
  return new Set(
    syntax.imports
      .filter(({ module }) => module === runtimePackage)
      .flatMap(({ names }) => names.filter(({ name, local }) => name === local))
      .map(({ name }) => name),
  );
}

/** Every name that a file declares or imports. */
export function namesIn(syntax: FileSyntax): readonly string[] {
  return [
    ...syntax.declarations.map(({ name }) => name),
    ...syntax.functions.map(({ name }) => name),
    ...syntax.imports.flatMap(({ names, namespace, defaultName }) => [
      ...names.map(({ local }) => local),
      ...[namespace, defaultName].filter((name) => name !== undefined),
    ]),
  ];
}

/** The names that a file exports by a list, its own or those of another module. */
export function exportedNames(syntax: FileSyntax): readonly string[] {
  return syntax.exports.flatMap(({ names }) => (names ?? []).map(({ name }) => name));
}

/** The names that scaffolding a kind declares. */
export function declaredNames(kind: KindAnswer): readonly string[] {
  const { kind: name, status } = kind;
  return [name, `${name}Spec`, ...(status ? [`${name}Status`] : []), `${name}List`];
}
