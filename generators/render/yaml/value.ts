/** A scalar of YAML's JSON subset. Integers beyond 2^53 are bigints, so that they stay exact. */
export type YamlScalar = string | number | bigint | boolean | null;

export interface YamlMapping {
  readonly [key: string]: YamlValue | undefined;
}

/** What can be written. A member whose value is undefined is left out, as JSON.stringify does. */
export type YamlValue = YamlScalar | readonly YamlValue[] | YamlMapping;
