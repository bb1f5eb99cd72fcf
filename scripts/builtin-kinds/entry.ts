import {
  clientKinds,
  hasInformer,
  hasLister,
  versionApplyConfigurationFile,
  versionClientFile,
  versionInformerFile,
  versionListerFile,
} from "../../generators/model/client-files.js";
import type { ApiModel } from "../../generators/model/index.js";
import { type BuiltinGroup, clientFolder, moduleOf, typesFolder } from "./groups.js";
import { header } from "./types.js";

/** Text of the module `crd-runtime/<name>/<version>`. */
export function entryText(input: {
  readonly group: BuiltinGroup;
  readonly model: ApiModel;
}): string {
  const { group } = input;
  const [version] = input.model.groups.flatMap(({ versions }) => versions);
  if (version === undefined) throw new Error(`${moduleOf(group)} has no version`);
  const client = clientFolder(group);
  const place = { client, version };
  const kinds = clientKinds(version);
  const { goName } = input.model.groups[0] ?? { goName: "" };
  const modules = [
    `${typesFolder(group)}/zz_generated.deepcopy.ts`,
    `${typesFolder(group)}/zz_generated.register.ts`,
    versionApplyConfigurationFile(place),
    versionClientFile(place),
    ...kinds.flatMap(({ client }) => client.expansions.client ?? []),
    ...(kinds.some(hasInformer) ? [versionInformerFile(place)] : []),
    ...(kinds.some(hasLister) ? [versionListerFile(place)] : []),
  ];
  const statements: readonly (readonly [path: string, text: string])[] = [
    [`${typesFolder(group)}/types.ts`, "export type *"],
    ...modules.map((path) => [path, "export *"] as const),
    [
      `${client}/clientset/clientset.ts`,
      `export {\n  Clientset as ${goName}Clientset,\n  type ClientsetInterface as ${goName}ClientsetInterface,\n}`,
    ],
    [
      `${client}/informers/factory.ts`,
      `export { SharedInformerFactory as ${goName}InformerFactory }`,
    ],
  ];
  const lines = statements
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([path, text]) => `${text} from "${specifier(path)}";`);
  return `${header}\n\n${lines.join("\n")}\n`;
}

/** From `src/<name>`. */
function specifier(path: string): string {
  return path.replace(/^src\//, "../").replace(/\.ts$/, ".js");
}
