import { equalJson } from "../json.js";
import { goJson, isInt64 } from "../text/go.js";

/** The values of `enum`. Numbers compare as Go converts them: 1.5 is 1 where the enum has integers. */
export class EnumValues {
  /** As the server lists them: strings as they are, others as JSON. */
  readonly supported: readonly string[];
  readonly #scalars: ReadonlySet<unknown>;
  readonly #others: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.supported = values.map((value) => (typeof value === "string" ? value : goJson(value)));
    this.#scalars = new Set(values.filter(isScalar).map(comparable));
    this.#others = values.filter((value) => typeof value === "object" && value !== null);
  }

  /** null is never one of them, even where the enum lists it: the server compares no null. */
  has(value: unknown): boolean {
    if (value === null) return false;
    if (typeof value === "object") return this.#others.some((other) => equalJson(other, value));
    if (this.#scalars.has(comparable(value))) return true;
    return typeof value === "number" && !isInt64(value) && this.#scalars.has(Math.trunc(value));
  }
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object" && value !== undefined;
}

/** bigint and number of the same value are the same. */
function comparable(value: unknown): unknown {
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
