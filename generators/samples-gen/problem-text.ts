import { type FieldError, fieldErrorBody } from "crd-runtime/schema";

/** The server's words; objects and lists, which it prints whole, are left out. */
export function problemText(error: FieldError): string {
  const { badValue, ...rest } = error;
  const isWhole = typeof badValue === "object" && badValue !== null;
  const body = fieldErrorBody(isWhole ? rest : error).replace(/\s*\n\s*/g, " ");
  return error.field === "" ? body : `${error.field}: ${body}`;
}
