import { equalJson, isObject, type JsonMembers, setMember } from "../schema/json.js";

/** The merge patch (RFC 7386) that makes one object of another: lists are replaced as a whole. Undefined where they are equal. */
export function mergePatch(input: {
  readonly before: object;
  readonly after: object;
}): JsonMembers | undefined {
  const before: JsonMembers = { ...input.before };
  const after: JsonMembers = { ...input.after };
  const patch: JsonMembers = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, value] = [before[name], after[name]];
    if (equalJson(old, value)) continue;
    const inner =
      isObject(old) && isObject(value) ? mergePatch({ before: old, after: value }) : value;
    setMember(patch, name, inner ?? null);
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
}
