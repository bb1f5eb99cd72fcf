import { celName, type Tag, type ValidationRule } from "../model/index.js";

/** Whether a member keeps its value once it is set. */
export function isImmutable(tags: readonly Tag[]): boolean {
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
