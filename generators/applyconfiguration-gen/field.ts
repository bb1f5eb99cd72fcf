import type { ImportSymbol } from "../render/index.js";

/** What crd-runtime/applyconfigurations calls a Field, as code: text, or the constructors of structs between texts. */
export interface FieldView {
  readonly before: string;
  /** `"value"`, where `of` is empty. */
  readonly text: string;
  /** Constructors: of a union of structs several. */
  readonly of: readonly ImportSymbol[];
  readonly after: string;
  readonly shape: "value" | "list" | "map";
}

export const value: FieldView = { before: "", text: '"value"', of: [], after: "", shape: "value" };

/** A struct by its constructor. */
export function named(make: ImportSymbol): FieldView {
  return { ...value, of: [make] };
}

export function listField(of: FieldView): FieldView {
  return { ...of, before: `{ list: ${of.before}`, after: `${of.after} }`, shape: "list" };
}

export function mapField(of: FieldView): FieldView {
  return { ...of, before: `{ map: ${of.before}`, after: `${of.after} }`, shape: "map" };
}

/** The same with one owner as a whole. Lists are so without saying: what has parts in a field set is not. */
export function atomicField(field: FieldView): FieldView {
  switch (field.shape) {
    case "value":
      return { ...value, text: '"atomic"' };
    case "map":
      return { ...field, after: field.after.replace(/ \}$/, ", atomic: true }") };
    case "list":
      return field;
  }
}
