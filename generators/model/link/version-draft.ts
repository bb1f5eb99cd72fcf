import type { ApiType, ConversionFunction, CustomValidation, TypeId } from "../types.js";
import { type DeclaredType, linkDeclarations, reportDuplicate } from "./declarations.js";
import { linkDeepCopy } from "./deepcopy.js";
import { linkDefault } from "./default-value.js";
import type { FunctionsOf, TaggedFunction } from "./defaulting-functions.js";
import type { VersionDraft } from "./groups.js";
import type { PackageInfo } from "./package.js";
import { placeOf, type Report } from "./report.js";
import { type Scopes, scopeFor } from "./scope.js";
import { reportLoose, reportUnsigned } from "./tags.js";
import { findValidationFunctions } from "./validation-functions.js";

/** The exported types of a version; a name that two files declare is reported. */
export function declaredTypes(input: {
  readonly info: PackageInfo;
  readonly scopes: Scopes;
  readonly report: Report;
}): readonly DeclaredType[] {
  const { info, scopes, report } = input;
  const seen = new Map<TypeId, DeclaredType>();
  return info.folder.files.flatMap((file) => {
    const scope = scopeFor(scopes, { file: file.path });
    if (file !== info.folder.doc) {
      reportLoose({ tags: file.loose, file, report });
    } else {
      reportLoose({ tags: file.loose.filter(({ trailing }) => trailing), file, report });
    }
    reportUnsigned({ file, report });
    return linkDeclarations({ scopes, scope, report }).filter((type) => {
      const first = seen.get(type.id);
      if (first === undefined) {
        seen.set(type.id, type);
        return true;
      }
      reportDuplicate({ name: type.name, span: type.span, first: first.span, report });
      return false;
    });
  });
}

/** What is known of a version from its files alone. */
export function draftVersion(input: {
  readonly info: PackageInfo;
  readonly scopes: Scopes;
  readonly report: Report;
  readonly declared: readonly DeclaredType[];
  readonly functions: readonly TaggedFunction[];
  readonly defaulting: ReadonlyMap<TypeId, FunctionsOf>;
  readonly peers: readonly string[] | undefined;
  readonly conversions: readonly ConversionFunction[];
}): Omit<VersionDraft, "kinds"> {
  const { info, scopes, report, peers, conversions } = input;
  const found = input.functions.filter(({ exported }) => exported);
  const byName = new Map(found.map((place) => [place.syntax.name, place] as const));
  const validations = findValidationFunctions(input);
  const names = new Set(input.declared.map(({ name }) => name));
  return {
    package: info,
    peers,
    conversions,
    types: input.declared.map((type) => {
      const context = { scopes, scope: scopeFor(scopes, type), report };
      const functions = input.defaulting.get(type.id) ?? { complete: undefined, functions: [] };
      const value = linkDefault({ context, tags: type.tags, type: undefined });
      return {
        ...linkDeepCopy({ context, type, functions: byName, all: input.functions, types: names }),
        defaulting: { default: value, root: false, ...functions },
        ...customOf(validations.get(type.id)),
      };
    }),
    functions: found.map(({ syntax, scope, tags }) => ({
      name: syntax.name,
      module: scope.file.path,
      tags,
      span: placeOf(scope.file, syntax.span),
    })),
  };
}

function customOf(
  customValidations: readonly CustomValidation[] | undefined,
): Pick<ApiType, "customValidations"> {
  return customValidations === undefined ? {} : { customValidations };
}
