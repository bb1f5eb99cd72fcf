import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { ExportSyntax } from "../syntax.js";
import type { TaggedFunction } from "./defaulting-functions.js";
import { placeOf, type Report } from "./report.js";
import type { FileScope, Scopes } from "./scope.js";

interface Found {
  readonly name: string;
  readonly problem: string;
  readonly place: Pick<Diagnostic, "span" | "hint">;
}

/** Functions that are found by their names, and how one is reported that is not. */
const families: readonly {
  readonly names: RegExp;
  /** Whether functions of any version count, not only those of the version that has the name. */
  readonly anywhere?: true;
  readonly diagnosticOf: (found: Found) => Diagnostic;
}[] = [
  {
    names: /^set(?:Object)?Defaults_./,
    diagnosticOf: ({ name, problem, place }) =>
      diagnostic("model/default-function", { name, problem }, place),
  },
  {
    names: /^convert_.+_To_./,
    anywhere: true,
    diagnosticOf: ({ name, problem, place }) =>
      diagnostic("model/conversion-function", { name, problem }, place),
  },
  {
    names: /^validateCustom_./,
    diagnosticOf: ({ name, problem, place }) =>
      diagnostic("model/validation-function", { name, problem }, place),
  },
  {
    names: /^deepCopy[A-Z]/,
    diagnosticOf: ({ name, place }) =>
      diagnostic("model/deepcopy-signature", { name, type: copiedTypes(name)[0] ?? "" }, place),
  },
];

/**
 * Reports functions with the names of hand-written ones that a file hands on from elsewhere: what they take is not known
 * here, so none is called. Generated ones may be handed on.
 */
export function reportHandedOn(input: {
  readonly scopes: Scopes;
  /** Of all versions. */
  readonly functions: readonly TaggedFunction[];
  readonly report: Report;
}): void {
  const { scopes, report } = input;
  const functions = input.functions.filter(({ exported }) => exported);
  for (const scope of scopes.values()) {
    if (scope.package.exports !== undefined) continue;
    for (const one of scope.file.exports) {
      for (const { name, local } of one.names ?? []) {
        const family = families.find(({ names }) => names.test(name));
        const isKnown = functions.some(
          ({ syntax, scope: { package: owner } }) =>
            syntax.name === name && (family?.anywhere === true || owner === scope.package),
        );
        const module = moduleOf({ scope, exported: one, local });
        const isGenerated = module !== undefined && /(?:^|\/)zz_generated\./.test(module);
        if (family === undefined || isKnown || isGenerated) continue;
        // Copies of types that others declare are no concern of this version.
        const copied = copiedTypes(name);
        if (copied.length > 0 && !copied.some((type) => declares({ scopes, scope, type })))
          continue;
        const problem =
          module === undefined ? `it is declared as '${local}'` : `it stands in '${module}'`;
        const hint = `write 'export function ${name}' here, which calls the other one`;
        const place = { span: placeOf(scope.file, one.span), hint };
        report(family.diagnosticOf({ name, problem, place }));
      }
    }
  }
}

/** The types whose copy a function may be, by its name. */
function copiedTypes(name: string): readonly string[] {
  const [, into, type] = /^deepCopy(Into)?(.+)$/.exec(name) ?? [];
  if (type === undefined) return [];
  return into === undefined ? [type] : [type, `${into}${type}`];
}

function declares(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly type: string;
}): boolean {
  return [...input.scopes.values()].some(
    (one) => one.package === input.scope.package && one.exported.has(input.type),
  );
}

function moduleOf(input: {
  readonly scope: FileScope;
  readonly exported: ExportSyntax;
  readonly local: string;
}): string | undefined {
  const { scope, exported, local } = input;
  return exported.module ?? scope.imports.get(local)?.from.module;
}
