import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import { builtins } from "../builtins.js";
import { isIdentifier } from "../names/index.js";
import type { TypeSyntax } from "../syntax.js";
import type { LiteralValue, TypeExpression } from "../types.js";
import { isStringKey, literalsOf } from "./aliases.js";
import { linkType, placeholder, type TypeContext } from "./expressions.js";
import { placeOf } from "./report.js";
import { isBuiltin, runtimeModule } from "./scope.js";
import { typeText } from "./type-text.js";

type NameSyntax = Extract<TypeSyntax, { kind: "name" }>;

/** The types with parameters that are read, written with the right number of them. */
const containers: ReadonlyMap<string, string> = new Map([
  ["Array", "T[]"],
  ["ReadonlyArray", "T[]"],
  ["Record", "Record<string, T>"],
]);

const utilities: ReadonlySet<string> = new Set([
  "Awaited",
  "Capitalize",
  "Exclude",
  "Extract",
  "InstanceType",
  "Lowercase",
  "NoInfer",
  "NonNullable",
  "Omit",
  "Parameters",
  "Partial",
  "Pick",
  "Readonly",
  "Required",
  "ReturnType",
  "Uncapitalize",
  "Uppercase",
]);

/** JavaScript's own types that are no JSON, and what to write instead. */
const notJson: ReadonlyMap<string, string> = new Map([
  ["ArrayBuffer", "Bytes of crd-runtime"],
  ["BigInt", "int64 of crd-runtime"],
  ["Boolean", "boolean"],
  ["Buffer", "Bytes of crd-runtime"],
  ["Date", "Time of crd-runtime"],
  ["Error", "string"],
  ["Function", "no member: API types are plain JSON data"],
  ["Map", "Record<string, T>"],
  ["Number", "int32, int64, integer, float or double of crd-runtime"],
  ["Object", "RawExtension of crd-runtime"],
  ["Promise", "T itself"],
  ["ReadonlyMap", "Record<string, T>"],
  ["ReadonlySet", "T[]"],
  ["RegExp", "string"],
  ["Set", "T[]"],
  ["String", "string"],
  ["Symbol", "string"],
  ["URL", "string"],
  ["Uint8Array", "Bytes of crd-runtime"],
  ["WeakMap", "Record<string, T>"],
]);

/** The type of a name that the file neither declares nor imports: arrays and maps, or a mistake. */
export function globalType(context: TypeContext, syntax: NameSyntax): TypeExpression {
  const { name } = syntax;
  const [first, second, ...more] = syntax.arguments;
  if (
    (name === "Array" || name === "ReadonlyArray") &&
    first !== undefined &&
    second === undefined
  ) {
    return { kind: "array", element: linkType(context, first) };
  }
  if (name === "Record" && first !== undefined && second !== undefined && more.length === 0) {
    return linkMap(context, { key: first, value: second });
  }
  reportGlobal(context, syntax);
  return placeholder;
}

/** A map; keys that are no strings are reported. */
export function linkMap(
  context: TypeContext,
  entry: { readonly key: TypeSyntax; readonly value: TypeSyntax },
): TypeExpression {
  const { scope, report } = context;
  if (!isStringKey({ ...context, syntax: entry.key })) {
    const span = placeOf(scope.file, entry.key.span);
    const names = literalsOf({ ...context, syntax: entry.key });
    const hint =
      names === undefined
        ? "write Record<string, T>"
        : `write the members out: '{ ${names.map((name) => `${memberName(name)}: T`).join("; ")} }'`;
    report(diagnostic("type/map-key", { name: typeText(entry.key) }, { span, hint }));
  }
  return { kind: "map", value: linkType(context, entry.value) };
}

function memberName(value: LiteralValue): string {
  return typeof value === "string" && isIdentifier(value) ? value : JSON.stringify(value);
}

/** Without Readonly a type is the same to us: its members may be readonly themselves. */
function utilityHint({ name, arguments: [first] }: NameSyntax): string {
  return name === "Readonly" && first !== undefined
    ? `write '${typeText(first)}'; 'readonly' can stand in front of members and of T[]`
    : "write the resulting members out";
}

function reportGlobal(context: TypeContext, syntax: NameSyntax): void {
  const { report, scope } = context;
  const { name } = syntax;
  const span = placeOf(scope.file, syntax.span);
  const instead = notJson.get(name);
  const container = containers.get(name);
  if (container !== undefined) {
    report(diagnostic("type/generic", { name }, { span, hint: `write '${container}'` }));
  } else if (utilities.has(name)) {
    report(diagnostic("type/utility", { name }, { span, hint: utilityHint(syntax) }));
  } else if (instead !== undefined) {
    report(diagnostic("type/not-json", { name }, { span, hint: `use ${instead}` }));
  } else {
    report(diagnostic("type/unknown-name", { name }, { span, hint: unknownHint(context, name) }));
  }
}

function unknownHint(context: TypeContext, name: string): string {
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (isBuiltin(last)) {
    const use = last === name ? "" : ` and write '${last}'`;
    return `add 'import type { ${last} } from "${runtimeModule}";'${use}`;
  }
  const elsewhere = [...context.scopes.values()].find(
    (other) => other.package === context.scope.package && other.exported.has(name),
  );
  if (elsewhere !== undefined) {
    const file = elsewhere.file.path.split("/").at(-1)?.replace(/\.ts$/, ".js") ?? "";
    return `add 'import type { ${name} } from "./${file}";'`;
  }
  const { locals, imports } = context.scope;
  const candidates = [...locals.keys(), ...imports.keys(), ...Object.keys(builtins)];
  return (
    didYouMean({ word: name, candidates }) ??
    `declare it, or import it from a version folder or ${runtimeModule}`
  );
}
