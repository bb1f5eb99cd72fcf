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
  /** What other generators make of the types, where the version has it: `registerDefaults` of defaulter-gen. */
  readonly functions: readonly ImportSymbol[];
  /** `defaults, conversions, and validations`: what these functions add. */
  readonly more: string;
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
  const { version } = input;
  const { group, version: name } = version;
  const types = version.types
    .filter((type) => type.deepCopy.runtimeObject)
    .flatMap((type) => {
      const deepCopy = deepCopySymbol({ version, type });
      return deepCopy === undefined ? [] : [{ kind: type.name, deepCopy }];
    })
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  const apiVersion = group === "" ? name : `${group}/${name}`;
  const parts = partsOf(input);
  return {
    runtime,
    group,
    version: name,
    apiVersion,
    types,
    functions: parts.map(({ register }) => register),
    more: new Intl.ListFormat("en").format(parts.map(({ what }) => what)),
  };
}

/** In the order in which an object goes through them. */
function partsOf(
  input: Parameters<typeof registerView>[0],
): readonly { readonly what: string; readonly register: ImportSymbol }[] {
  const { version, generators } = input;
  const parts = [
    {
      what: "defaults",
      isThere: version.defaulted && generators.includes("defaulter-gen"),
      path: defaultsFile(version),
    },
    {
      what: "conversions",
      isThere: version.peers !== undefined && generators.includes("conversion-gen"),
      path: conversionFile(version),
    },
    {
      what: "validations",
      isThere: isValidated(version) && generators.includes("validation-gen"),
      path: validationsFile(version),
    },
  ];
  return parts
    .filter(({ isThere }) => isThere)
    .map(({ what, path }) => {
      const name = `register${what.charAt(0).toUpperCase()}${what.slice(1)}`;
      return { what, register: fileValue({ name, path }) };
    });
}
