import type { BuiltinGroup } from "./groups.js";
import { header } from "./types.js";

/** Text of doc.ts of a group version. */
export function docText({ group }: BuiltinGroup): string {
  return `${header}\n\n// +k8s:deepcopy-gen=package\n// +groupName=${group}\n\nexport {};\n`;
}
