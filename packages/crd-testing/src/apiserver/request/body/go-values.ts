const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Texts without long digits and escaped surrogates need no second look. */
const suspect = /\d{19}|\\u[dD][89a-fA-F]/;

/**
 * A decoded value as Go would have decoded it: integers of more than 64 bits are numbers of double precision, surrogates
 * without a partner are replaced. Changed in place.
 */
export function asGoReads(input: { readonly text: string; readonly value: unknown }): unknown {
  const { text, value } = input;
  return suspect.test(text) ? converted(value) : value;
}

function converted(value: unknown): unknown {
  if (typeof value === "bigint") {
    return value < minInt64 || value > maxInt64 ? Number(value) : value;
  }
  if (typeof value === "string") return wellFormed(value);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) value[index] = converted(item);
    return value;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [wellFormed(name), converted(member)]),
  );
}

function wellFormed(text: string): string {
  return text.replace(loneSurrogates, "\ufffd");
}
