import { posix } from "node:path";
import { clientKinds, clientsetFile, fakeClientsetFile } from "../model/client-files.js";
import { type GroupOutline, isDomain, type VersionOutline } from "../model/index.js";
import type { ProjectConfig } from "../options.js";
import {
  fileValue,
  type ImportSymbol,
  runtimeType,
  runtimeValue,
  testingType,
  testingValue,
} from "../render/index.js";

/** `fake/clientset.ts`. */
export interface FakeClientsetView {
  readonly RestClient: ImportSymbol;
  /** Undefined where there are no schemas, so that clients cannot validate. */
  readonly ClientOptions: ImportSymbol | undefined;
  /** `FakeClientset`. */
  readonly name: string;
  readonly clientset: ImportSymbol;
  readonly testing: typeof testing;
  /** `../../../config/crd/`, from the file; undefined when no CRD is generated, so that the folder may be missing. */
  readonly crds: string | undefined;
  readonly resources: readonly {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly resource: string;
    readonly namespaced: boolean;
    readonly status: boolean;
  }[];
}

const testing = {
  Fake: testingValue("Fake"),
  FakeOptions: testingType("FakeOptions"),
  FakeResource: testingType("FakeResource"),
} as const;

export function fakeClientsetView(input: {
  readonly options: ProjectConfig;
  /** All of them. */
  readonly groups: readonly GroupOutline[];
  /** Those that have clients. */
  readonly versions: readonly VersionOutline[];
}): FakeClientsetView {
  const { options, groups, versions } = input;
  const folder = posix.dirname(fakeClientsetFile(options.client));
  return {
    RestClient: runtimeValue("RestClient"),
    ClientOptions: options.generators.includes("zod-gen")
      ? runtimeType("ClientOptions")
      : undefined,
    name: `Fake${options.clientsetName}`,
    clientset: fileValue({ name: options.clientsetName, path: clientsetFile(options.client) }),
    testing,
    crds:
      options.generators.includes("crd-gen") && groups.some(hasDefinitions)
        ? `${posix.relative(folder, options.crds)}/`
        : undefined,
    resources: versions.flatMap((version) =>
      clientKinds(version).map((kind) => ({
        group: version.group,
        version: version.version,
        kind: kind.kind,
        resource: kind.plural,
        namespaced: kind.scope === "Namespaced",
        status: kind.client.verbs.includes("updateStatus"),
      })),
    ),
  };
}

function hasDefinitions(group: GroupOutline): boolean {
  return isDomain(group) && group.versions.some(({ kinds }) => kinds.length > 0);
}
