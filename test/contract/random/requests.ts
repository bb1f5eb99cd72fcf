import type { Json, JsonObject } from "../harness/json.js";
import type { RequestStep } from "../harness/topic.js";
import type { Dice } from "./dice.js";
import type { RandomKind } from "./kinds.js";

const managers = ["one", "two", "three"] as const;

/** One random write or read of a kind. Names of objects and revisions are symbols, so that it means the same on each server. */
export function randomRequest(input: {
  readonly dice: Dice;
  readonly kind: RandomKind;
}): RequestStep {
  const { dice, kind } = input;
  const name = dice.pick(kind.names);
  const request = new RandomRequest({ dice, kind, name });
  return dice.weighted<() => RequestStep>([
    [24, () => request.create()],
    [14, () => request.update()],
    [12, () => request.merge()],
    [8, () => request.json()],
    [kind.strategic ? 8 : 0.5, () => request.strategic()],
    [16, () => request.apply()],
    [kind.status ? 8 : 0.5, () => request.status()],
    [kind.scale ? 4 : 0.3, () => request.scale()],
    [9, () => request.delete()],
    [1.5, () => request.deleteCollection()],
    [6, () => request.get()],
    [8, () => request.list()],
  ])();
}

class RandomRequest {
  readonly #dice: Dice;
  readonly #kind: RandomKind;
  readonly #name: string;

  constructor(input: { readonly dice: Dice; readonly kind: RandomKind; readonly name: string }) {
    this.#dice = input.dice;
    this.#kind = input.kind;
    this.#name = input.name;
  }

  create(): RequestStep {
    // No generated names: where they stand in a list is chance.
    return { POST: this.#path("", this.#options()), body: this.#object({ name: this.#name }) };
  }

  update(): RequestStep {
    const metadata = {
      name: this.#name,
      ...this.#dice.weighted<JsonObject>([
        [7, { resourceVersion: `$(rv:${this.#name})` }],
        [1, { resourceVersion: `$(old:${this.#name})` }],
        [1, {}],
        [0.5, { resourceVersion: `$(rv:${this.#name})`, uid: `$(uid:${this.#name})` }],
        [0.3, { resourceVersion: `$(rv:${this.#name})`, uid: "other" }],
      ]),
    };
    return { PUT: this.#path(`/${this.#name}`, this.#options()), body: this.#object(metadata) };
  }

  merge(): RequestStep {
    const metadata = this.#dice.chance(0.4) ? { metadata: this.#metadata({}) } : {};
    const merge = { ...metadata, ...this.#kind.members(this.#dice) };
    return { PATCH: this.#path(`/${this.#name}`, this.#options()), merge };
  }

  json(): RequestStep {
    const operations = Array.from({ length: 1 + this.#dice.below(2) }, () => this.#operation());
    return { PATCH: this.#path(`/${this.#name}`, this.#options()), json: operations };
  }

  strategic(): RequestStep {
    const metadata = this.#dice.chance(0.4) ? { metadata: this.#metadata({}) } : {};
    const strategic = { ...metadata, ...this.#kind.members(this.#dice) };
    return { PATCH: this.#path(`/${this.#name}`, this.#options()), strategic };
  }

  apply(): RequestStep {
    const manager = `fieldManager=${this.#dice.pick(managers)}`;
    const force = this.#dice.chance(0.3) ? ["force=true"] : [];
    const options = [
      manager,
      ...force,
      ...this.#options().filter((option) => !option.startsWith("fieldManager")),
    ];
    const metadata = {
      name: this.#name,
      ...(this.#dice.chance(0.05) ? { resourceVersion: `$(old:${this.#name})` } : {}),
    };
    return { PATCH: this.#path(`/${this.#name}`, options), apply: this.#object(metadata) };
  }

  status(): RequestStep {
    const path = this.#path(`/${this.#name}/status`, this.#options());
    return this.#dice.weighted<() => RequestStep>([
      [3, () => ({ PATCH: path, merge: this.#kind.members(this.#dice) })],
      [
        2,
        () => ({
          PUT: path,
          body: this.#object({ name: this.#name, resourceVersion: `$(rv:${this.#name})` }),
        }),
      ],
      [
        2,
        () => ({
          PATCH: `${path}${path.includes("?") ? "&" : "?"}fieldManager=status`,
          apply: this.#object({ name: this.#name }),
        }),
      ],
      [1, () => ({ GET: path })],
    ])();
  }

  scale(): RequestStep {
    const path = this.#path(`/${this.#name}/scale`, this.#options());
    const replicas = this.#dice.pick<Json>([0, 1, 2, 3, -1, "x"]);
    return this.#dice.weighted<() => RequestStep>([
      [2, () => ({ GET: path })],
      [3, () => ({ PATCH: path, merge: { spec: { replicas } } })],
      [
        2,
        () => ({
          PUT: path,
          body: {
            apiVersion: "autoscaling/v1",
            kind: "Scale",
            metadata: { name: this.#name, namespace: "$(ns)" },
            spec: { replicas },
          },
        }),
      ],
    ])();
  }

  delete(): RequestStep {
    const path = this.#path(`/${this.#name}`, this.#dice.chance(0.1) ? ["dryRun=All"] : []);
    const body = this.#dice.weighted<JsonObject | undefined>([
      [6, undefined],
      [1, { preconditions: { uid: `$(uid:${this.#name})` } }],
      [1, { preconditions: { resourceVersion: `$(rv:${this.#name})` } }],
      [1, { preconditions: { resourceVersion: `$(old:${this.#name})` } }],
      [0.5, { preconditions: { uid: "other" } }],
      [0.7, { propagationPolicy: "Foreground" }],
      [0.5, { propagationPolicy: "Orphan" }],
      [0.5, { propagationPolicy: "Background", gracePeriodSeconds: 0 }],
    ]);
    return { DELETE: path, ...(body === undefined ? {} : { body }) };
  }

  deleteCollection(): RequestStep {
    return {
      DELETE: this.#path("", [this.selector(), ...(this.#dice.chance(0.3) ? ["dryRun=All"] : [])]),
    };
  }

  get(): RequestStep {
    return { GET: this.#path(`/${this.#name}`, []) };
  }

  list(): RequestStep {
    const options = this.#dice.weighted<() => readonly string[]>([
      [4, () => []],
      [2, () => ["limit=2"]],
      [2, () => ["limit=2", "continue=$(continue)"]],
      [1, () => [`resourceVersion=$(at:${this.#name})`, "resourceVersionMatch=Exact"]],
    ])();
    return { GET: this.#path("", [this.selector(), ...options]) };
  }

  /** Selects all objects or some of them, of this sequence alone. */
  selector(): string {
    const labels = this.#dice.weighted<string>([
      [4, ""],
      [2, "app=x"],
      [1, "app in (x,y)"],
      [1, "!gone"],
      [1, "app!=y"],
    ]);
    const own = Object.entries(this.#kind.labels).map(([key, text]) => `${key}=${text}`);
    const all = [...own, ...(labels === "" ? [] : [labels])].join(",");
    return all === "" ? "" : `labelSelector=${encode(all)}`;
  }

  #operation(): Json {
    const { paths } = this.#kind;
    const path = this.#dice.pick(paths);
    const value = this.#dice.pick<Json>([1, 3, "x", "red", null, [], {}, ["a"], { app: "y" }]);
    return this.#dice.weighted<Json>([
      [4, { op: "add", path, value }],
      [3, { op: "replace", path, value }],
      [3, { op: "remove", path }],
      [1, { op: "test", path, value }],
      [0.7, { op: "copy", from: this.#dice.pick(paths), path }],
      [0.7, { op: "move", from: this.#dice.pick(paths), path }],
    ]);
  }

  #options(): readonly string[] {
    const { chance } = { chance: (probability: number) => this.#dice.chance(probability) };
    return [
      ...(chance(0.08) ? ["dryRun=All"] : []),
      ...(chance(0.5) ? [`fieldManager=${this.#dice.pick(managers)}`] : []),
      ...(chance(0.1) ? [`fieldValidation=${this.#dice.pick(["Strict", "Ignore", "Warn"])}`] : []),
    ];
  }

  #object(metadata: JsonObject): JsonObject {
    return { metadata: this.#metadata(metadata), ...this.#kind.members(this.#dice) };
  }

  #metadata(metadata: JsonObject): JsonObject {
    const labels = this.#dice.weighted<JsonObject | undefined>([
      [3, undefined],
      [3, { app: "x" }],
      [2, { app: "y" }],
      [0.5, { "bad key": "v" }],
      [0.5, {}],
    ]);
    const finalizers = this.#dice.weighted<Json | undefined>([
      [12, undefined],
      [2, ["example.com/hold"]],
      [1, ["example.com/hold", "example.com/other"]],
      [2, []],
      [1, null],
    ]);
    const own = this.#kind.labels;
    const all =
      labels === undefined && Object.keys(own).length === 0 ? undefined : { ...own, ...labels };
    return {
      ...metadata,
      ...(all === undefined ? {} : { labels: all }),
      ...(finalizers === undefined ? {} : { finalizers }),
      ...(this.#dice.chance(0.1)
        ? { annotations: this.#dice.pick<Json>([{ note: "1" }, { note: "2" }, {}]) }
        : {}),
    };
  }

  #path(rest: string, options: readonly string[]): string {
    const query = options.filter((option) => option !== "").join("&");
    return `${this.#kind.plural}${rest}${query === "" ? "" : `?${query}`}`;
  }
}

/** Path of a watch over objects of a kind. */
export function randomWatch(input: { readonly dice: Dice; readonly kind: RandomKind }): string {
  const { dice, kind } = input;
  const name = dice.pick(kind.names);
  const request = new RandomRequest({ dice, kind, name });
  const begin = dice.weighted<string>([
    [3, ""],
    // Not those of objects, for which some other revision stands as long as there are none.
    [2, "resourceVersion=$(begin)"],
    [2, "resourceVersion=$(listrv)"],
    [2, "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"],
  ]);
  const query = [request.selector(), begin].filter((option) => option !== "").join("&");
  return `${kind.plural}${query === "" ? "" : `?${query}`}`;
}

/** Encodes what a URL cannot hold, and keeps `$(...)`. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("%24(", "$(");
}
