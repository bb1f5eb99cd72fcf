/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  ports: Record<number, string>;
  modes: Record<Mode, string>;
  sizes: Record<"small" | "extra-large", string>;
  names: { [name: number]: string };
  fine: Record<Name, string>;
}

export type Mode = "on" | "off";

export type Name = string;
