/** Names of the `{placeholders}` in a message template. */
type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values that a message template needs. */
export type Parameters<T extends string> = { readonly [Name in Placeholders<T>]: string };

/** Puts the values into a message template. */
export function fill(template: string, parameters: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => parameters[name] ?? whole);
}
