import { clientKinds, groupVersionName, versionClientFile } from "../model/client-files.js";
import type { ApiVersion, TypesById } from "../model/index.js";
import {
  fileType,
  fileValue,
  type ImportSymbol,
  runtimeType,
  runtimeValue,
} from "../render/index.js";
import { type KindView, kindView } from "./kind-view.js";
import type { ApplyPlace } from "./type-view.js";

/** `clientset.ts`. */
export interface ClientsetView {
  readonly runtime: typeof clientsetRuntime;
  readonly versions: readonly {
    /** `exampleV1`. */
    readonly accessor: string;
    readonly groupVersion: string;
    readonly interface: ImportSymbol;
    readonly client: ImportSymbol;
  }[];
}

/** `<group>/<version>.ts`. */
export interface VersionView {
  readonly runtime: typeof versionRuntime;
  readonly group: string;
  readonly version: string;
  readonly groupVersion: string;
  readonly interfaceName: string;
  readonly clientName: string;
  /** An interface that only extends one other would be empty: then it is an alias. */
  readonly single: boolean;
  /** The name of the single getter, or the clause that extends them all. */
  readonly getters: string;
  readonly kinds: readonly KindView[];
}

const clientsetRuntime = {
  KubeConfigLike: runtimeType("KubeConfigLike"),
  RestClient: runtimeValue("RestClient"),
  RestConfig: runtimeType("RestConfig"),
} as const;

const versionRuntime = {
  ApplyOptions: runtimeType("ApplyOptions"),
  CreateOptions: runtimeType("CreateOptions"),
  DeepReadonly: runtimeType("DeepReadonly"),
  DeleteOptions: runtimeType("DeleteOptions"),
  GetOptions: runtimeType("GetOptions"),
  ListOptions: runtimeType("ListOptions"),
  Patch: runtimeType("Patch"),
  PatchOptions: runtimeType("PatchOptions"),
  Persisted: runtimeType("Persisted"),
  PersistedList: runtimeType("PersistedList"),
  ResourceClient: runtimeValue("ResourceClient"),
  RestClient: runtimeType("RestClient"),
  UpdateOptions: runtimeType("UpdateOptions"),
  WatchEvent: runtimeType("WatchEvent"),
} as const;

export function clientsetView(input: {
  readonly client: string;
  readonly versions: readonly ApiVersion[];
}): ClientsetView {
  const { client, versions } = input;
  return {
    runtime: clientsetRuntime,
    versions: versions.map((version) => {
      const path = versionClientFile({ client, version });
      return {
        accessor: version.accessor,
        groupVersion: groupVersionName(version),
        interface: fileType({ name: `${version.typeName}Interface`, path }),
        client: fileValue({ name: `${version.typeName}Client`, path }),
      };
    }),
  };
}

export function versionView(input: {
  readonly types: TypesById;
  readonly apply: ApplyPlace;
  readonly version: ApiVersion;
}): VersionView {
  const { types, apply, version } = input;
  const apiVersion = groupVersionName(version);
  const interfaceName = `${version.typeName}Interface`;
  const kinds = clientKinds(version).map((kind) =>
    kindView({ apiVersion, kind, types, apply, taken: interfaceName }),
  );
  return {
    runtime: versionRuntime,
    group: version.group,
    version: version.version,
    groupVersion: apiVersion,
    interfaceName,
    clientName: `${version.typeName}Client`,
    single: kinds.length === 1,
    getters: extendsClause({ interfaceName, names: kinds.map((kind) => kind.getterName) }),
    kinds,
  };
}

function extendsClause(input: {
  readonly interfaceName: string;
  readonly names: readonly string[];
}): string {
  const { interfaceName, names } = input;
  const [first = ""] = names;
  if (names.length === 1) return first;
  const clause = `extends ${names.join(", ")}`;
  const line = `export interface ${interfaceName} ${clause} {}`;
  return line.length <= 100 ? clause : `\n  extends ${names.join(",\n    ")}`;
}
