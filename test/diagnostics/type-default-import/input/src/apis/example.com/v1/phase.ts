export type Phase = "Pending" | "Running";
