import type { CustomResourceDefinitionSpec } from "crd-runtime/apiextensions/v1";
import { compareVersions } from "../resources/order.js";

/** Warning with each answer in a deprecated version; undefined for others. */
export function deprecationWarning(input: {
  readonly spec: CustomResourceDefinitionSpec;
  readonly version: string;
}): string | undefined {
  const { spec, version } = input;
  const { group, names } = spec;
  const own = spec.versions.find(({ name }) => name === version);
  if (own?.deprecated !== true) return undefined;
  if (own.deprecationWarning !== undefined) return own.deprecationWarning;
  const [better] = spec.versions
    .filter(
      (each) => each.served && each.deprecated !== true && compareVersions(each.name, version) < 0,
    )
    .map(({ name }) => name)
    .sort(compareVersions);
  const text = `${group}/${version} ${names.kind} is deprecated`;
  return better === undefined ? text : `${text}; use ${group}/${better} ${names.kind}`;
}
