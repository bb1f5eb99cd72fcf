/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  level: "low" | 5;
  mode: Mode | true;
}

export type Mode = "on" | "off";
