/** `validateCustom_Database`, `validateCustom_Database_replicas`; what no name can hold becomes `_`. */
export function customValidationName(input: {
  readonly type: string;
  readonly member: string | undefined;
}): string {
  const { type, member } = input;
  const rest = member === undefined ? "" : `_${member.replaceAll(/[^\p{L}\p{N}_$]/gu, "_")}`;
  return `validateCustom_${type}${rest}`;
}
