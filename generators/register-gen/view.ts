import type { ApiVersion } from "../model/index.js";
import {
  deepCopySymbol,
  defaultsFile,
  fileValue,
  type ImportSymbol,
  runtimeType,
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
  /** `registerDefaults` of defaulter-gen, where the version has one. */
  readonly registerDefaults: ImportSymbol | undefined;
}

const runtime = {
  GroupKind: runtimeType("GroupKind"),
  GroupResource: runtimeType("GroupResource"),
  GroupVersion: runtimeType("GroupVersion"),
  Scheme: runtimeType("Scheme"),
} as const;

export function registerView(input: {
  readonly version: ApiVersion;
  /** defaulter-gen runs. */
  readonly defaults: "generated" | "none";
}): RegisterView {
  const { version, defaults } = input;
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
    version.defaulted && defaults === "generated"
      ? fileValue({ name: "registerDefaults", path: defaultsFile(version) })
      : undefined;
  return { runtime, group, version: name, apiVersion, types, registerDefaults };
}
