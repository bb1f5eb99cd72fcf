export type Mode = "on" | "off";
