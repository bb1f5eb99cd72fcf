import { at, isArray, isObject, type Json } from "./json.js";

/**
 * What `$(...)` stands for in the steps of a case:
 *
 * - `$(ns)`, `$(group)`, `$(token)`: namespace of the case, API group of the topic, letters of the case's own;
 * - `$(rv:a)`, `$(uid:a)`: resourceVersion and uid of the object named a as an answer showed it last;
 * - `$(name)`: name in the last answer that was an object; `$(listrv)`, `$(continue)`: of the last list;
 * - `$(old:a)`, `$(at:a)`: the first resourceVersion that an answer showed of the object named a;
 * - `$(x)`: the resourceVersion of an answer that a step saved as x, or what a hook has bound.
 */
export class Bindings {
  readonly #values: Map<string, string>;

  readonly #fallback: ((name: string) => string) | undefined;

  constructor(input: {
    readonly values: Readonly<Record<string, string>>;
    /** For names that nothing has bound. */
    readonly fallback?: ((name: string) => string) | undefined;
  }) {
    this.#values = new Map(Object.entries(input.values));
    this.#fallback = input.fallback;
  }

  bind(name: string, value: string): void {
    this.#values.set(name, value);
  }

  /** @throws Error when a name has no value */
  text(template: string): string {
    // Innermost first: names may hold others, as `$(rv:a-$(token))` does.
    const result = template.replaceAll(/\$\(([^()$]+)\)/g, (_, name: string) => {
      const value = this.#values.get(name) ?? this.#fallback?.(name);
      if (value === undefined) throw new Error(`nothing has bound $(${name})`);
      return value;
    });
    return result === template ? result : this.text(result);
  }

  /** Replaces in strings and in member names. */
  json(template: Json): Json {
    if (typeof template === "string") return this.text(template);
    if (isArray(template)) return template.map((item) => this.json(item));
    if (!isObject(template)) return template;
    return Object.fromEntries(
      Object.entries(template).map(([key, value]) => [this.text(key), this.json(value)]),
    );
  }

  /** Takes in what an answer says of objects and lists. */
  learn(input: { readonly body: Json; readonly save: string | undefined }): void {
    const { body, save } = input;
    const version = at(body, "metadata", "resourceVersion");
    if (save !== undefined && typeof version === "string") this.bind(save, version);
    const items = at(body, "items");
    if (isArray(items)) {
      if (typeof version === "string") this.bind("listrv", version);
      const token = at(body, "metadata", "continue");
      this.bind("continue", typeof token === "string" ? token : "");
      for (const item of items) this.#learnObject(item);
    } else if (this.#learnObject(body)) {
      this.bind("name", String(at(body, "metadata", "name")));
    }
  }

  #learnObject(object: Json): boolean {
    const name = at(object, "metadata", "name");
    if (typeof name !== "string") return false;
    const version = at(object, "metadata", "resourceVersion");
    const uid = at(object, "metadata", "uid");
    if (typeof version === "string") {
      this.bind(`rv:${name}`, version);
      for (const first of [`old:${name}`, `at:${name}`])
        if (!this.#values.has(first)) this.bind(first, version);
    }
    if (typeof uid === "string") this.bind(`uid:${name}`, uid);
    return true;
  }
}
