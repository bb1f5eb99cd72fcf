import { type ApiVersion, isValidated } from "../model/index.js";
import {
  conversionFile,
  deepCopySymbol,
  defaultsFile,
  fileValue,
  type ImportSymbol,
  runtimeType,
  validationsFile,
} from "../render/index.js";

/** `zz_generated.register.ts` of a version. */
export interface RegisterView {
  readonly runtime: typeof runtime;
  readonly group: string;
  readonly version: string;
  /** `example.com/v1`; the core group is just `v1`. */
  readonly apiVersion: string;
  /** Sorted by kind. */
  readonly types: readonly { readonly kind: string; readonly deepCopy: ImportSymbol }[];
  /** `registerDefaults` of defaulter-gen and what other generators have of the kind, where the version has them. */
  readonly registerDefaults: ImportSymbol | undefined;
  readonly registerConversions: ImportSymbol | undefined;
  readonly registerValidations: ImportSymbol | undefined;
}

const runtime = {
  GroupKind: runtimeType("GroupKind"),
  GroupResource: runtimeType("GroupResource"),
  GroupVersion: runtimeType("GroupVersion"),
  Scheme: runtimeType("Scheme"),
} as const;

export function registerView(input: {
  readonly version: ApiVersion;
  /** The generators that run. */
  readonly generators: readonly string[];
}): RegisterView {
  const { version, generators } = input;
  const { group, version: name } = version;
  const types = version.types
    .filter((type) => type.deepCopy.runtimeObject)
    .flatMap((type) => {
      const deepCopy = deepCopySymbol({ version, type });
      return deepCopy === undefined ? [] : [{ kind: type.name, deepCopy }];
    })
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  const apiVersion = group === "" ? name : `${group}/${name}`;
  const registerDefaults =
    version.defaulted && generators.includes("defaulter-gen")
      ? fileValue({ name: "registerDefaults", path: defaultsFile(version) })
      : undefined;
  const registerConversions =
    version.peers !== undefined && generators.includes("conversion-gen")
      ? fileValue({ name: "registerConversions", path: conversionFile(version) })
      : undefined;
  const registerValidations =
    isValidated(version) && generators.includes("validation-gen")
      ? fileValue({ name: "registerValidations", path: validationsFile(version) })
      : undefined;
  const functions = { registerDefaults, registerConversions, registerValidations };
  return { runtime, group, version: name, apiVersion, types, ...functions };
}
