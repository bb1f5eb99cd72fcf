import { copyJson } from "../../json.js";

import { define, isRecord, type JsonRecord, own } from "./pointer.js";

/** Applies a JSON merge patch (RFC 7396) to a document, which is changed; nothing of the patch is shared. */
export function applyMergePatch(document: JsonRecord, patch: JsonRecord): void {
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete document[key];
      continue;
    }
    const present = own(document, key);
    if (isRecord(value) && isRecord(present)) applyMergePatch(present, value);
    else define({ record: document, key, value: withoutNulls(value) });
  }
}

/** A copy of a value that is new to the document: null members of its objects stand for no members. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return copyJson(value);
  const copy: JsonRecord = {};
  applyMergePatch(copy, value);
  return copy;
}
