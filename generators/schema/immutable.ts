import {
  celName,
  type Member,
  type Tag,
  type TypesById,
  type ValidationRule,
  withoutNull,
} from "../model/index.js";

/** Aliases in one another; those that go in circles are reported where they are declared. */
const deepest = 100;

/** Whether a member keeps its value once it is set: because of a tag of its own, or of its type. */
export function isImmutable(input: {
  readonly types: TypesById;
  readonly member: Pick<Member, "tags" | "type">;
}): boolean {
  const { types, member } = input;
  if (hasTag(member.tags)) return true;
  let inner = withoutNull(member.type);
  for (let depth = 0; inner.kind === "reference" && depth < deepest; depth++) {
    const type = types.get(inner.id);
    if (type === undefined) return false;
    if (hasTag(type.tags)) return true;
    if (type.declaration.kind !== "alias") return false;
    inner = withoutNull(type.declaration.type);
  }
  return false;
}

function hasTag(tags: readonly Tag[]): boolean {
  return tags.some(({ name }) => name === "k8s:immutable");
}

/** The rule of an object that keeps an optional member from being taken away, of which the member's own rules do not hear. */
export function keptRule(name: string): ValidationRule {
  const member = celName(name);
  return {
    rule: `!has(oldSelf.${member}) || has(self.${member})`,
    message: `field ${name} is immutable once set`,
  };
}
