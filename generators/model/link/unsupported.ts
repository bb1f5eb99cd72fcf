import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Construct, FileSyntax, UnsupportedSyntax } from "../syntax.js";
import { placeOf } from "./report.js";
import type { Declared } from "./scope.js";

type Code =
  | "type/any"
  | "type/undefined"
  | "type/bigint"
  | "type/tuple"
  | "type/intersection"
  | "type/function"
  | "type/computed"
  | "type/import-type"
  | "type/member-name"
  | "type/not-json";

/** What to write instead of what is outside the subset. */
const constructs: Readonly<Record<Construct, readonly [code: Code, hint: string]>> = {
  any: ["type/any", "write the shape, or JSON of crd-runtime for any JSON value"],
  unknown: ["type/any", "write the shape, or JSON of crd-runtime for any JSON value"],
  object: ["type/any", "write the shape, or RawExtension of crd-runtime for any object"],
  undefined: ["type/undefined", "write 'name?: T', without undefined"],
  bigint: ["type/bigint", "use int64 of crd-runtime, or string"],
  inexactNumber: ["type/not-json", "beyond 2^53 numbers of JavaScript are not exact; use string"],
  never: ["type/not-json", "remove the member"],
  void: ["type/not-json", "remove the member"],
  symbol: ["type/not-json", "use string"],
  tuple: ["type/tuple", "write T[], or all items without '?' and '...'"],
  intersection: ["type/intersection", "declare an interface that extends both"],
  function: ["type/function", "API types are plain JSON data; export a function beside the type"],
  accessor: ["type/function", "write the member: 'name: T'"],
  computedName: ["type/member-name", "write the name, in quotes where it is no identifier"],
  numericName: ["type/member-name", "write the name in quotes, as it is in the JSON"],
  conditional: ["type/computed", "write the resulting type out"],
  mapped: ["type/computed", "write the members out, or Record<string, T>"],
  keyof: ["type/computed", "write the names out as a union of literals"],
  typeof: ["type/computed", "write the type out"],
  indexedAccess: ["type/computed", "give the member's type a name of its own and use it"],
  constantValues: ["type/computed", "write the values out as a union of literals"],
  templateLiteral: ["type/computed", "use string, or a union of literals"],
  importType: ["type/import-type", "write an import declaration and use the name"],
  other: ["type/computed", "write the type out"],
};

/** The diagnostic of a construct outside the subset. */
export function unsupportedDiagnostic(input: {
  readonly syntax: UnsupportedSyntax;
  readonly file: FileSyntax;
}): Diagnostic {
  const { syntax, file } = input;
  const [code, hint] = constructs[syntax.construct];
  return diagnostic(code, { name: syntax.text }, { span: placeOf(file, syntax.span), hint });
}

/** The diagnostic of an enum, class or namespace where a type is wanted. */
export function foreignDiagnostic({ syntax, scope }: Declared): Diagnostic {
  const span = placeOf(scope.file, syntax.span);
  const { name } = syntax;
  switch (syntax.kind) {
    case "class": {
      const hint = "declare an interface, and export functions beside it";
      return diagnostic("type/class", { name }, { span, hint });
    }
    case "namespace": {
      const hint = "declare the types in the file itself";
      return diagnostic("type/namespace", { name }, { span, hint });
    }
    default: {
      const hint = `write a union of literals: type ${name} = "A" | "B"`;
      return diagnostic("type/enum", { name }, { span, hint });
    }
  }
}
