export type Phase = "On" | "Off";
