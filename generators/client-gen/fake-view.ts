import { posix } from "node:path";
import { clientKinds, clientsetFile, fakeClientsetFile } from "../model/client-files.js";
import type { ApiVersion } from "../model/index.js";
import type { ProjectConfig } from "../options.js";
import {
  fileValue,
  type ImportSymbol,
  runtimeValue,
  testingType,
  testingValue,
} from "../render/index.js";

/** `fake/clientset.ts`. */
export interface FakeClientsetView {
  readonly RestClient: ImportSymbol;
  readonly Clientset: ImportSymbol;
  readonly testing: typeof testing;
  /** `../../../config/crd/`, from the file; undefined when no CRDs are generated. */
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
  readonly versions: readonly ApiVersion[];
}): FakeClientsetView {
  const { options, versions } = input;
  const folder = posix.dirname(fakeClientsetFile(options.client));
  return {
    RestClient: runtimeValue("RestClient"),
    Clientset: fileValue({ name: "Clientset", path: clientsetFile(options.client) }),
    testing,
    crds: options.generators.includes("crd-gen")
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
