import type { FunctionSyntax } from "../syntax.js";

/** How a function that stands where it is looked for is exported by its name. */
export function exportHint({
  name,
  isDefault,
}: Pick<FunctionSyntax, "name" | "isDefault">): string {
  return isDefault ? "write 'export' without 'default'" : `write 'export' in front of '${name}'`;
}
