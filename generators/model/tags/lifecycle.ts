/** `1.37`; undefined for anything else, such as `v1.37`, `1.37.0` or `1.037`. */
export function readRelease(
  text: string,
): { readonly major: number; readonly minor: number } | undefined {
  const [, major, minor] = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/.exec(text) ?? [];
  return major === undefined || minor === undefined
    ? undefined
    : { major: Number(major), minor: Number(minor) };
}

/** `example.com,v2,Database`; the group may be empty. Undefined for anything else. */
export function readGroupVersionKind(
  text: string,
): { readonly group: string; readonly version: string; readonly kind: string } | undefined {
  const [, group, version, kind] =
    /^([a-z0-9.-]*),(v[a-z0-9-]+),([A-Z][A-Za-z0-9]*)$/.exec(text) ?? [];
  return group === undefined || version === undefined || kind === undefined
    ? undefined
    : { group, version, kind };
}
