export enum Phase {
  Pending = "Pending",
  Running = "Running",
}

export interface DatabaseStatus {
  phase: Phase;
}

enum Hidden {
  One,
}
