import { applyConfigurationName } from "../model/client-files.js";
import { lowerCamel } from "../model/index.js";

/** Names that are taken in the file of a version. */
export interface TakenNames {
  /** Declared types, and those that are written inside others. */
  readonly types: Set<string>;
  readonly makes: Set<string>;
}

/** Names of the interface and of the function for a type. `HTTPRoute` and `HttpRoute` differ in the second, too. */
export function structNames(input: { readonly name: string; readonly taken: TakenNames }): {
  readonly type: string;
  readonly make: string;
} {
  const { name, taken } = input;
  const first = name.charAt(0).toLowerCase() + name.slice(1);
  const candidates = [lowerCamel(name), first, `${first}_`].map(
    (base) => `${base}ApplyConfiguration`,
  );
  const make = candidates.find((candidate) => !taken.makes.has(candidate)) ?? `make${name}`;
  taken.makes.add(make);
  return { type: applyConfigurationName(name), make };
}
