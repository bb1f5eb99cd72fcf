import {
  type ClientKind,
  clientKinds,
  clientsetFile,
  groupVersionName,
  hasInformer,
  hasInformers,
  hasLister,
  hasListers,
  versionInformerFile,
  versionListerFile,
} from "../model/client-files.js";
import type { ApiVersion, GroupOutline, VersionOutline } from "../model/index.js";
import { deprecationOf, type TypesById, typeById, withDeprecation } from "../model/index.js";
import { lowerCamel } from "../model/names/index.js";
import type { ProjectConfig } from "../options.js";
import {
  fileType,
  fileValue,
  type ImportSymbol,
  runtimeType,
  runtimeValue,
  typeSymbol,
} from "../render/index.js";

/** Folder and name of a clientset. */
type ClientsetPlace = Pick<ProjectConfig, "client" | "clientsetName">;

/** `<group>/<version>.ts`. */
export interface VersionView {
  readonly runtime: typeof versionRuntime;
  readonly clientset: ImportSymbol;
  readonly groupVersion: string;
  readonly group: string;
  readonly version: string;
  /** `exampleV1`: accessor on the clientset. */
  readonly accessor: string;
  readonly className: string;
  readonly kinds: readonly KindView[];
}

/** The informer of a kind. */
export interface KindView {
  readonly description: string;
  /** For the accessor; "" when the kind is not deprecated. */
  readonly deprecation: string;
  readonly informerName: string;
  /** `DatabaseEventHandler`. */
  readonly handlerName: string;
  /** `newDatabaseInformer`. */
  readonly makeName: string;
  readonly makeDescription: string;
  readonly resource: string;
  readonly accessor: string;
  readonly namespaced: boolean;
  readonly type: ImportSymbol;
  /** Undefined without the verb get, or without lister-gen. */
  readonly lister: { readonly type: ImportSymbol; readonly make: ImportSymbol } | undefined;
  /** What a hand-written expansion file exports. */
  readonly expansion: { readonly type: ImportSymbol; readonly make: ImportSymbol } | undefined;
}

const versionRuntime = {
  InformerOptions: runtimeType("InformerOptions"),
  Persisted: runtimeType("Persisted"),
  ResourceEventHandler: runtimeType("ResourceEventHandler"),
  SharedIndexInformer: runtimeType("SharedIndexInformer"),
  SharedInformerFactoryBase: runtimeType("SharedInformerFactoryBase"),
  newResourceInformer: runtimeValue("newResourceInformer"),
} as const;

export function versionView(input: {
  readonly options: ProjectConfig;
  readonly types: TypesById;
  readonly version: ApiVersion;
}): VersionView {
  const { options, types, version } = input;
  const { client, generators } = options;
  const listers =
    generators.includes("lister-gen") && hasListers(version)
      ? versionListerFile({ client, version })
      : undefined;
  return {
    runtime: versionRuntime,
    clientset: clientsetInterface(options),
    groupVersion: groupVersionName(version),
    group: version.group,
    version: version.version,
    accessor: version.accessor,
    className: informersName(version),
    kinds: informerKinds(version).map((kind) => kindView({ kind, types, listers })),
  };
}

function kindView(input: {
  readonly kind: ClientKind;
  readonly types: TypesById;
  readonly listers: string | undefined;
}): KindView {
  const { kind, types, listers } = input;
  const name = kind.kind;
  const type = typeById(types, kind.type);
  const deprecation = deprecationOf(type);
  const description = `The informer${listers === undefined ? "" : " and the lister"} of ${kind.pluralName}.`;
  const expansion = kind.client.expansions.informer;
  return {
    description: withDeprecation({ description, deprecation }),
    deprecation,
    informerName: `${name}Informer`,
    handlerName: `${name}EventHandler`,
    makeName: `new${name}Informer`,
    makeDescription: `Makes an informer of ${kind.pluralName} that no factory shares or starts.`,
    resource: kind.plural,
    accessor: kind.client.accessor,
    namespaced: kind.scope === "Namespaced",
    type: typeSymbol(type),
    lister:
      listers === undefined || !hasLister(kind)
        ? undefined
        : {
            type: fileType({ name: `${name}Lister`, path: listers }),
            make: fileValue({ name: `new${name}Lister`, path: listers }),
          },
    expansion:
      expansion === undefined
        ? undefined
        : {
            type: fileType({ name: `${name}InformerExpansion`, path: expansion }),
            make: fileValue({ name: `${lowerCamel(name)}InformerExpansion`, path: expansion }),
          },
  };
}

/** `factory.ts`. */
export interface FactoryView {
  readonly runtime: typeof factoryRuntime;
  readonly clientset: ImportSymbol;
  readonly forResource: ImportSymbol;
  readonly groups: readonly {
    readonly name: string;
    /** `example`. */
    readonly accessor: string;
    /** `ExampleInformers`. */
    readonly interfaceName: string;
    readonly versions: readonly {
      /** `v1`. */
      readonly accessor: string;
      readonly informers: ImportSymbol;
    }[];
  }[];
}

const factoryRuntime = {
  GenericInformer: runtimeType("GenericInformer"),
  GroupVersionResource: runtimeType("GroupVersionResource"),
  SharedInformerFactoryBase: runtimeValue("SharedInformerFactoryBase"),
  SharedInformerFactoryOptions: runtimeType("SharedInformerFactoryOptions"),
} as const;

export function factoryView(input: {
  readonly options: ClientsetPlace;
  readonly groups: readonly GroupOutline[];
}): FactoryView {
  const { options, groups } = input;
  const { client } = options;
  return {
    runtime: factoryRuntime,
    clientset: clientsetInterface(options),
    forResource: fileValue({ name: "forResource", path: genericFile(client) }),
    groups: groups.map((group) => ({
      name: group.name === "" ? "the core group" : group.name,
      accessor: group.accessor,
      interfaceName: `${group.goName}Informers`,
      versions: group.versions.map((version) => ({
        accessor: version.versionAccessor,
        informers: fileValue({
          name: informersName(version),
          path: versionInformerFile({ client, version }),
        }),
      })),
    })),
  };
}

/** `generic.ts`. */
export interface GenericView {
  readonly runtime: typeof genericRuntime;
  readonly factory: ImportSymbol;
  readonly resources: readonly {
    /** `databases.v1.example.com`. */
    readonly name: string;
    /** Behind the arrow: on the same line when it fits. */
    readonly body: string;
  }[];
}

const genericRuntime = {
  GenericInformer: runtimeType("GenericInformer"),
  GroupVersionResource: runtimeType("GroupVersionResource"),
  InformersByResource: runtimeType("InformersByResource"),
  genericInformer: runtimeValue("genericInformer"),
} as const;

export function genericView(input: {
  readonly client: string;
  readonly groups: readonly GroupOutline[];
}): GenericView {
  const { client, groups } = input;
  return {
    runtime: genericRuntime,
    factory: fileType({ name: "SharedInformerFactory", path: factoryFile(client) }),
    resources: groups.flatMap((group) =>
      group.versions.flatMap((version) =>
        informerKinds(version).map((kind) => resourceView({ group, version, kind })),
      ),
    ),
  };
}

function resourceView(input: {
  readonly group: GroupOutline;
  readonly version: VersionOutline;
  readonly kind: ClientKind;
}): GenericView["resources"][number] {
  const { group, version, kind } = input;
  const name = [kind.plural, version.version, ...(group.name === "" ? [] : [group.name])].join(".");
  const path = [group.accessor, version.versionAccessor, kind.client.accessor, "informer"];
  const call = `factory.${path.map((accessor) => `${accessor}()`).join(".")}`;
  const fits = `  "${name}": (factory) => ${call},`.length <= 100;
  return { name, body: fits ? ` ${call}` : `\n    ${call}` };
}

/** `src/client/informers/factory.ts`. */
export function factoryFile(client: string): string {
  return `${client}/informers/factory.ts`;
}

/** `src/client/informers/generic.ts`. */
export function genericFile(client: string): string {
  return `${client}/informers/generic.ts`;
}

export function informerKinds(version: VersionOutline): readonly ClientKind[] {
  return hasInformers(version) ? clientKinds(version).filter(hasInformer) : [];
}

function informersName(version: VersionOutline): string {
  return `${version.typeName}Informers`;
}

function clientsetInterface(options: ClientsetPlace): ImportSymbol {
  const { client, clientsetName } = options;
  return fileType({ name: `${clientsetName}Interface`, path: clientsetFile(client) });
}
