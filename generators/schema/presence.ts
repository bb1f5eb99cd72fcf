import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type Tag, writtenTag } from "../model/index.js";

/** Tags that say whether a member must be there, those that count first in front. */
const order: readonly (readonly string[])[] = [
  ["kubebuilder:validation:Optional"],
  ["kubebuilder:validation:Required"],
  ["optional", "k8s:optional"],
  ["required", "k8s:required"],
];

/** Tags that say the opposite of one that counts before them. */
export function presenceProblems(tags: readonly Tag[]): readonly Diagnostic[] {
  const said = order.flatMap((names) => tags.filter(({ name }) => names.includes(name)));
  const [counts, ...others] = said;
  if (counts === undefined) return [];
  return others
    .filter(({ name }) => isOptional(name) !== isOptional(counts.name))
    .map((tag) => {
      const problem = `'${writtenTag(counts)}' in line ${counts.span.line} counts`;
      return diagnostic("crd/marker-unused", { tag: writtenTag(tag), problem }, { span: tag.span });
    });
}

function isOptional(name: string): boolean {
  return /optional$/i.test(name);
}
