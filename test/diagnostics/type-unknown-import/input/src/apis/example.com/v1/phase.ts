export type Phases = "Pending" | "Running";
export type State = "On" | "Off";
interface Hidden {
  name: string;
}
