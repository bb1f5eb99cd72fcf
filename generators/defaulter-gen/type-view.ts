import type { TypeView } from "./view.js";

/** `NonNullable<T>`, once. */
export function notNull(type: TypeView): TypeView {
  return type.before.startsWith("NonNullable<") && type.after.endsWith(">")
    ? type
    : { ...type, before: `NonNullable<${type.before}`, after: `${type.after}>` };
}

/** `T[key]`: the type of what is in a value. */
export function indexed(input: { readonly name: TypeView; readonly key: string }): TypeView {
  const { name, key } = input;
  return { ...name, after: `${name.after}[${key}]` };
}

/** `Extract<T, form>`, or `Exclude`: a union without some of its forms. */
export function narrowed(input: {
  readonly by: "Extract" | "Exclude";
  readonly name: TypeView;
  readonly form: string;
}): TypeView {
  const { by, name, form } = input;
  return { ...name, before: `${by}<${name.before}`, after: `${name.after}, ${form}>` };
}
