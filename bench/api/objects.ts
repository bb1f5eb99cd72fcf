import { type Field, type Group, structs } from "./blueprint.js";

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** A seeded generator (mulberry32): the same objects in every run. */
function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Keys of maps: as in a cluster, many objects share few of them. */
const mapKeys = [
  ...["app", "tier", "team", "release", "zone", "primary", "secondary", "fallback"],
  ...["app.kubernetes.io/name", "app.kubernetes.io/instance", "example.com/owner", "checksum"],
];

/**
 * Makes objects as tools write them: of each type a tool sets the same optional members, and in each map the same keys.
 * Without tools every object has members and keys of its own.
 */
class Maker {
  readonly #random: () => number;
  readonly #tools: number | undefined;
  /** What each tool has settled on. */
  readonly #habits = new Map<string, readonly string[]>();

  constructor(input: { readonly seed: number; readonly tools: number | undefined }) {
    this.#random = randomSource(input.seed);
    this.#tools = input.tools;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #text(): string {
    return `${this.#below(1e9).toString(36)}-${this.#below(1e9).toString(36)}`;
  }

  #many<T>(make: () => T): T[] {
    return Array.from({ length: this.#below(4) }, make);
  }

  #habit(input: {
    readonly of: string;
    readonly make: () => readonly string[];
  }): readonly string[] {
    const { of, make } = input;
    if (this.#tools === undefined) return make();
    const name = `${this.#below(this.#tools)} ${of}`;
    const known = this.#habits.get(name) ?? make();
    this.#habits.set(name, known);
    return known;
  }

  /** As the API server writes maps: sorted by key. */
  #record<T>(input: { readonly of: string; readonly make: () => T }): Record<string, T> {
    const keys = this.#habit({
      of: input.of,
      make: () => this.#many(() => mapKeys[this.#below(mapKeys.length)] ?? "").sort(),
    });
    return Object.fromEntries(keys.map((key) => [key, input.make()]));
  }

  struct(name: string): Json {
    const fields = structs.find((candidate) => candidate.name === name)?.fields ?? [];
    const present = this.#habit({
      of: name,
      make: () =>
        fields
          .filter(({ optional }) => !optional || this.#random() < 2 / 3)
          .map((field) => field.name),
    });
    return Object.fromEntries(
      fields
        .filter((field) => present.includes(field.name))
        .map((field) => [field.name, this.#value({ ...field, of: `${name}.${field.name}` })]),
    );
  }

  #value({ type, of }: Field & { readonly of: string }): Json {
    switch (type.kind) {
      case "string":
        return this.#text();
      case "boolean":
        return this.#random() < 0.5;
      case "int32":
      case "int64":
        return this.#below(65536);
      case "time":
        return "2026-01-01T00:00:00Z";
      case "strings":
        return this.#many(() => this.#text());
      case "labels":
        return this.#record({ of, make: () => this.#text() });
      case "struct":
        return this.struct(type.name);
      case "structs":
        return this.#many(() => this.struct(type.name));
      case "structsByName":
        return this.#record({ of, make: () => this.struct(type.name) });
    }
  }

  object(input: { readonly group: Group; readonly kind: string; readonly index: number }): Json {
    return {
      apiVersion: `${input.group.name}/v1`,
      kind: input.kind,
      metadata: {
        name: `object-${input.index}`,
        namespace: "default",
        uid: `00000000-0000-0000-0000-${String(input.index).padStart(12, "0")}`,
        resourceVersion: String(this.#below(1e6)),
        generation: this.#below(10),
        creationTimestamp: "2026-01-01T00:00:00Z",
        labels: this.#record({ of: "labels", make: () => this.#text() }),
        annotations: this.#record({ of: "annotations", make: () => this.#text() }),
      },
      spec: this.struct("Spec"),
      ...(this.#random() < 0.8 ? { status: this.struct("Status") } : {}),
    };
  }
}

/** Objects of the kinds in turn, as text that the API server would send; no two are equal. */
export function objectTexts(input: {
  readonly groups: readonly Group[];
  readonly count: number;
  /** How many tools write such objects; undefined: every object has a shape of its own. */
  readonly tools: number | undefined;
}): readonly string[] {
  const maker = new Maker({ seed: 1, tools: input.tools });
  const kinds = input.groups.flatMap((group) => group.kinds.map((kind) => ({ group, kind })));
  return Array.from({ length: input.count }, (_, index) => {
    const place = kinds[index % kinds.length];
    if (place === undefined) throw new Error("there are no kinds");
    return JSON.stringify(maker.object({ ...place, index }));
  });
}
