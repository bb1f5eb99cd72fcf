import { define, isContainer, isRecord, own } from "./pointer.js";

/** Whether null stands anywhere in a value. */
export function hasNull(value: unknown): boolean {
  if (value === null) return true;
  return isContainer(value) && Object.values(value).some(hasNull);
}

/** Puts the nulls of an earlier state back where nothing has taken their place. */
export function restoreNulls(input: { readonly value: unknown; readonly earlier: unknown }): void {
  const { value, earlier } = input;
  if (Array.isArray(value) && Array.isArray(earlier)) {
    for (const [index, item] of earlier.entries())
      restoreNulls({ value: value[index], earlier: item });
    return;
  }
  if (!isRecord(value) || !isRecord(earlier)) return;
  for (const [key, member] of Object.entries(earlier)) {
    if (member !== null) restoreNulls({ value: own(value, key), earlier: member });
    else if (!Object.hasOwn(value, key)) define({ record: value, key, value: null });
  }
}
