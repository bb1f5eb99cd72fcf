import type { Tag } from "./source.js";
import type { ApiVersion } from "./types.js";

const optional: ReadonlySet<string> = new Set(["optional", "k8s:optional"]);
const required: ReadonlySet<string> = new Set(["required", "k8s:required"]);

/** Whether members can be left out unless a tag of theirs says otherwise: `+kubebuilder:validation:Optional` in doc.ts. */
export function isOptionalByDefault(version: Pick<ApiVersion, "tags"> | undefined): boolean {
  return version?.tags.some(({ name }) => name === "kubebuilder:validation:Optional") === true;
}

/**
 * Whether the API server asks for a member, by controller-gen's precedence: `+kubebuilder:validation:Optional`, then
 * `:Required`, `+optional` and `+k8s:optional`, `+required` and `+k8s:required`, then what doc.ts says for all members, and
 * last the `?` of TypeScript, in the place of `omitempty`.
 */
export function isRequired(input: {
  /** Those of the member. */
  readonly tags: readonly Tag[];
  /** Has the `?`. */
  readonly optional: boolean;
  /** `+kubebuilder:validation:Optional` stands in doc.ts. */
  readonly optionalByDefault: boolean;
}): boolean {
  const names = new Set(input.tags.map(({ name }) => name));
  if (names.has("kubebuilder:validation:Optional")) return false;
  if (names.has("kubebuilder:validation:Required")) return true;
  if ([...optional].some((name) => names.has(name))) return false;
  if ([...required].some((name) => names.has(name))) return true;
  return !input.optional && !input.optionalByDefault;
}
