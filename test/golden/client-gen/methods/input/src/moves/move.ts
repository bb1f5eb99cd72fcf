import type { Status } from "crd-runtime";

/** Asks for another region: no API type, but the body of a request. */
export interface Move {
  region: string;
}

/** What it is answered with. */
export type Promise = Status;
