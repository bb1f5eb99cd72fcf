import { clientKinds, groupVersionName, versionClientFile } from "../model/client-files.js";
import type { ApiVersion, GroupOutline, TypesById, VersionOutline } from "../model/index.js";
import type { ProjectConfig } from "../options.js";
import {
  fileType,
  fileValue,
  type ImportSymbol,
  runtimeType,
  runtimeValue,
  schemasFile,
} from "../render/index.js";
import { preferredVersion } from "./accessors.js";
import { type KindView, kindView } from "./kind-view.js";
import type { ApplyPlace } from "./type-view.js";

/** `clientset.ts`. */
export interface ClientsetView {
  readonly runtime: typeof clientsetRuntime;
  /** There are schemas, so that clients can validate. */
  readonly decodes: boolean;
  /** `Clientset`. */
  readonly name: string;
  readonly versions: readonly {
    /** `exampleV1`. */
    readonly accessor: string;
    readonly groupVersion: string;
    readonly interface: ImportSymbol;
    readonly client: ImportSymbol;
  }[];
  /** Of groups with several versions: the accessors that lead to the version of highest priority. */
  readonly preferred: readonly {
    /** `example`. */
    readonly accessor: string;
    readonly group: string;
    readonly version: string;
    readonly interface: ImportSymbol;
    /** `exampleV1`. */
    readonly versionAccessor: string;
  }[];
}

/** `<group>/<version>.ts`. */
export interface VersionView {
  readonly runtime: typeof versionRuntime;
  /** Stands for the file of the version's schemas; undefined where there is none. */
  readonly schemas: ImportSymbol | undefined;
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
  ClientOptions: runtimeType("ClientOptions"),
  KubeConfigLike: runtimeType("KubeConfigLike"),
  RestClient: runtimeValue("RestClient"),
  RestConfig: runtimeType("RestConfig"),
} as const;

const versionRuntime = {
  ApplyOptions: runtimeType("ApplyOptions"),
  ClientOptions: runtimeType("ClientOptions"),
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
  readonly options: Pick<ProjectConfig, "client" | "clientsetName" | "generators">;
  readonly groups: readonly GroupOutline[];
}): ClientsetView {
  const { options, groups } = input;
  const { client, clientsetName: name } = options;
  const versions = groups.flatMap((group) => group.versions);
  const interfaceOf = (version: VersionOutline): ImportSymbol => {
    const path = versionClientFile({ client, version });
    return fileType({ name: `${version.typeName}Interface`, path });
  };
  return {
    runtime: clientsetRuntime,
    decodes: hasSchemas(options),
    name,
    versions: versions.map((version) => {
      const path = versionClientFile({ client, version });
      return {
        accessor: version.accessor,
        groupVersion: groupVersionName(version),
        interface: interfaceOf(version),
        client: fileValue({ name: `${version.typeName}Client`, path }),
      };
    }),
    preferred: groups.flatMap((group) => {
      const version = preferredVersion(group);
      if (version === undefined) return [];
      return {
        accessor: group.accessor,
        group: group.name === "" ? "the core group" : group.name,
        version: version.version,
        interface: interfaceOf(version),
        versionAccessor: version.accessor,
      };
    }),
  };
}

/** Whether zod-gen writes schemas, against which clients can validate. */
export function hasSchemas({ generators }: Pick<ProjectConfig, "generators">): boolean {
  return generators.includes("zod-gen");
}

export function versionView(input: {
  readonly decodes: boolean;
  readonly types: TypesById;
  readonly apply: ApplyPlace;
  readonly version: ApiVersion;
}): VersionView {
  const { types, apply, version, decodes } = input;
  const apiVersion = groupVersionName(version);
  const interfaceName = `${version.typeName}Interface`;
  const kinds = clientKinds(version).map((kind) =>
    kindView({ apiVersion, kind, types, apply, taken: interfaceName }),
  );
  return {
    runtime: versionRuntime,
    schemas: decodes ? fileValue({ name: "schemas", path: schemasFile(version) }) : undefined,
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
