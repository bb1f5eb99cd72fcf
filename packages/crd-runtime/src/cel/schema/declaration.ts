import type { CelType } from "../types/type.js";
import type { CelValue } from "../values/value.js";

/** What a node of a schema is in CEL. */
export interface Declaration {
  /** Undefined where expressions cannot see it. */
  readonly type: CelType | undefined;
  /** The value of JSON. @throws EvaluationError when the JSON does not fit the schema */
  readonly read: (json: unknown) => CelValue;
}

/** A member of an object. */
export interface Field {
  /** Its name in the object. */
  readonly name: string;
  readonly declaration: Declaration;
}
