/** Text as it is, anything else as `""`: what a Go client reads where a member is absent. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The texts of an array; none of anything else. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
