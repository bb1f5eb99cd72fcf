/** `HTTPRoute` -> `httpRoute`, `Database` -> `database`: a leading acronym is one word. */
export function lowerCamel(name: string): string {
  const capitals = /^\p{Lu}+/u.exec(name)?.[0] ?? "";
  // The last capital of several begins the next word, unless nothing but digits follows them.
  const word =
    capitals.length > 1 && /^\p{Ll}/u.test(name.slice(capitals.length))
      ? capitals.slice(0, -1)
      : capitals;
  return word.toLowerCase() + name.slice(word.length);
}

/** `example-group` -> `ExampleGroup`: capital letters where words begin, nothing else between. */
export function upperCamel(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

/** Whether the name can stand for a type or function. */
export function isIdentifier(name: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name);
}

/** Name of a group in identifiers: its first segment, `Core` for the core group. */
export function groupGoNameOf(group: string): string {
  return group === "" ? "Core" : upperCamel(group.split(".")[0] ?? "");
}

/**
 * A plural that the user chose, in the letters of the kind: `HTTPRoute` and `httproutes` make `HTTPRoutes`.
 * One that is no spelling of the kind's plural (`dbs` for Database) has no such letters: undefined.
 */
export function spellLike(input: {
  readonly kind: string;
  readonly plural: string;
}): string | undefined {
  const { kind, plural } = input;
  const common = commonLength(kind.toLowerCase(), plural);
  const ending = plural.slice(common);
  const near = common >= Math.max(2, kind.length - 2) && /^[a-z]{0,4}$/.test(ending);
  return near ? kind.slice(0, common) + ending : undefined;
}

/**
 * The lower camel form of a kind's plural: `HTTPRoutes` -> `httpRoutes`. It needs the kind to see that the
 * `VPCs` of VPC are `vpcs`.
 */
export function accessorOf(input: { readonly kind: string; readonly pluralName: string }): string {
  const { kind, pluralName } = input;
  const common = commonLength(kind, pluralName);
  return lowerCamel(kind).slice(0, common) + pluralName.slice(common);
}

function commonLength(left: string, right: string): number {
  let common = 0;
  while (common < left.length && left[common] === right[common]) {
    common++;
  }
  return common;
}
