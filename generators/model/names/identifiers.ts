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
 * The plural in the letters of the kind: `HTTPRoute` and `httproutes` make `HTTPRoutes`. A plural that is no
 * spelling of the kind (`dbs` for Database) cannot give its letters; then it is undefined.
 */
export function pluralNameOf(input: {
  readonly kind: string;
  readonly plural: string;
}): string | undefined {
  const { kind, plural } = input;
  const lower = kind.toLowerCase();
  let common = 0;
  while (common < lower.length && lower[common] === plural[common]) {
    common++;
  }
  const ending = plural.slice(common);
  const near = common > 0 && common >= kind.length - 2 && /^[a-z]*$/.test(ending);
  return near ? kind.slice(0, common) + ending : undefined;
}

/**
 * The lower camel form of a plural name: `HTTPRoutes` -> `httpRoutes`, and `VPCs` of VPC -> `vpcs`, for which
 * the kind is needed.
 */
export function accessorOf(input: { readonly kind: string; readonly pluralName: string }): string {
  const { kind, pluralName } = input;
  const accessor = lowerCamel(kind);
  let common = 0;
  while (common < kind.length && kind[common] === pluralName[common]) {
    common++;
  }
  return accessor.slice(0, common) + pluralName.slice(common);
}
