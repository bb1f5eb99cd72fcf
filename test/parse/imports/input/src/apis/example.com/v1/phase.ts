export type Phase = "Pending" | "Running";

type Size = "S" | "L";

export type { Size };
