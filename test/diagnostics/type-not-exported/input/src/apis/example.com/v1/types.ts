/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  phase: Phase;
  users: User[];
  other: Phase;
}

type Phase = "Pending" | "Running";

interface User {
  name: string;
}

interface Unused {
  anything: any;
}
