import type { TypeId } from "../types.js";

/** `convert_v1beta1_Database_To_v1_Database`; the group stands in front where two groups have versions of one name. */
export function conversionName(input: { readonly from: TypeId; readonly to: TypeId }): string {
  const [from, to] = [partsOf(input.from), partsOf(input.to)];
  const grouped = from.version === to.version && from.group !== to.group;
  const nameOf = ({ group, version, name }: typeof from): string =>
    `${grouped ? `${group.replaceAll(/[^A-Za-z0-9]/g, "_")}_` : ""}${version}_${name}`;
  return `convert_${nameOf(from)}_To_${nameOf(to)}`;
}

function partsOf(id: TypeId): {
  readonly group: string;
  readonly version: string;
  readonly name: string;
} {
  const slash = id.lastIndexOf("/");
  const dot = id.indexOf(".", slash);
  return {
    group: id.slice(0, slash),
    version: id.slice(slash + 1, dot),
    name: id.slice(dot + 1),
  };
}
