import type { Clock } from "crd-runtime";
import { ageDescription, cellOf, nameColumn } from "../customresources/columns/printer-columns.js";
import type { ApiObject } from "../object.js";
import type { TableColumn } from "../resources/resource.js";

export { nameColumn };

/** What a column of a built-in kind is made of. */
export interface ColumnInput {
  readonly name: string;
  readonly description: string;
  readonly type?: string;
  /** Shown in wide output only. */
  readonly wide?: true;
  cell(object: ApiObject): unknown;
}

/** A column of a built-in kind. */
export function column(input: ColumnInput): TableColumn {
  const { name, description, type = "string", wide, cell } = input;
  return { name, type, format: "", description, priority: wide === true ? 1 : 0, cell };
}

/** How long ago the object was created: `5m`. */
export function ageColumn(clock: Clock): TableColumn {
  return column({
    name: "Age",
    description: ageDescription,
    cell: (object) => ago(object.metadata.creationTimestamp, clock),
  });
}

/** When the object was created. */
export const createdAtColumn: TableColumn = column({
  name: "Created At",
  type: "date",
  description: ageDescription,
  cell: (object) => object.metadata.creationTimestamp ?? null,
});

/** `5m`; `<unknown>` when there is no time. */
export function ago(time: unknown, clock: Clock): unknown {
  if (typeof time !== "string" || time === "") return "<unknown>";
  return cellOf({ value: time, type: "date", clock });
}
