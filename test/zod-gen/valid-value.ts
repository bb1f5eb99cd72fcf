import {
  type ApiModel,
  allMembers,
  ancestors,
  type BuiltinName,
  indexModel,
  type Member,
  type TypeExpression,
  type TypeId,
  type TypesById,
  typeById,
} from "../../generators/model/index.js";

/** Beyond this depth optional members are absent and lists empty. */
const maxDepth = 5;

/** Random values that are exactly what their types say, as a server sends them. */
export class ValidValues {
  readonly #types: TypesById;
  readonly #random: () => number;

  constructor(input: { readonly model: ApiModel; readonly random: () => number }) {
    this.#types = indexModel(input.model).types;
    this.#random = input.random;
  }

  of(id: TypeId, depth = 0): unknown {
    const type = typeById(this.#types, id);
    const { declaration } = type;
    if (declaration.kind === "alias") return this.#value(declaration.type, depth);
    const inherited = ancestors(this.#types, type).map((base) =>
      base.kind === "builtin" ? this.#builtin(base.name) : {},
    );
    return Object.assign({}, ...inherited, this.#object(allMembers(this.#types, type), depth));
  }

  #value(type: TypeExpression, depth: number): unknown {
    switch (type.kind) {
      case "string":
        return this.#pick(["", "text", "ünïcödé 😀"]);
      case "boolean":
        return this.#chance(0.5);
      case "number":
        return this.#integer(1000) / 8;
      case "enum":
        return this.#pick(type.values);
      case "builtin":
        return this.#builtin(type.name);
      case "nullable":
        return this.#chance(0.3) ? null : this.#value(type.type, depth);
      case "reference":
        return this.of(type.id, depth + 1);
      case "object":
        return this.#object(type.members, depth);
      case "array":
        return this.#list(depth, () => this.#value(type.element, depth + 1));
      case "tuple":
        return type.elements.map((element) => this.#value(element, depth + 1));
      case "map": {
        const entries = this.#list(depth, () => this.#value(type.value, depth + 1));
        return Object.fromEntries(entries.map((value, at) => [`key.${at}/a b`, value]));
      }
      case "union":
        switch (type.form) {
          case "orBoolean":
            return this.#chance(0.4) ? this.#chance(0.5) : this.#value(type.type, depth);
          case "oneOrMany":
            return this.#chance(0.5)
              ? this.#list(depth, () => this.#value(type.type, depth + 1))
              : this.#value(type.type, depth);
          case "discriminated":
            return this.of(this.#pick(type.members).id, depth + 1);
        }
    }
  }

  #object(members: readonly Member[], depth: number): Record<string, unknown> {
    const present = members.filter(
      ({ optional }) => !optional || (depth < maxDepth && this.#chance(0.6)),
    );
    return Object.fromEntries(
      present.map(({ name, type }) => [name, this.#value(type, depth + 1)] as const),
    );
  }

  #builtin(name: BuiltinName): unknown {
    switch (name) {
      case "int32":
        return this.#pick([0, 7, -(2 ** 31), 2 ** 31 - 1]);
      case "int64":
      case "integer":
        return this.#pick([0, -5, Number.MAX_SAFE_INTEGER, 2n ** 63n - 1n]);
      case "float":
      case "double":
        return this.#pick([0, 1.5, -2.25, 1e30]);
      case "Quantity":
        return this.#pick(["500m", "1Gi", "1.5", "-2e3", ".5", 3]);
      case "IntOrString":
        return this.#pick([80, "http", "25%"]);
      case "Time":
      case "MicroTime":
        return this.#pick(["2026-01-31T10:00:00Z", "2026-01-31T10:00:00.123456+02:00"]);
      case "Duration":
        return "1h30m";
      case "Bytes":
        return "aGVsbG8=";
      case "JSON":
        return this.#pick([null, true, 3, "text", [1, { a: null }], { a: { b: [2n ** 60n] } }]);
      case "RawExtension":
        return { kind: "Any", of: [1, null] };
      case "TypeMeta":
        return this.#chance(0.5) ? {} : { apiVersion: "example.com/v1", kind: "Any" };
      case "ObjectMeta":
        return {
          name: "orders",
          uid: "1-2",
          generation: 3,
          creationTimestamp: "2026-01-31T10:00:00Z",
          labels: { "app.kubernetes.io/name": "orders" },
          ownerReferences: [this.#builtin("OwnerReference")],
          managedFields: [this.#builtin("ManagedFieldsEntry")],
        };
      case "ListMeta":
        return { resourceVersion: "7", remainingItemCount: 2 };
      case "OwnerReference":
        return { apiVersion: "v1", kind: "Pod", name: "a", uid: "1", controller: true };
      case "ManagedFieldsEntry":
        return { manager: "kubectl", operation: "Apply", fieldsV1: { "f:spec": {} } };
      case "Condition":
        return {
          type: "Ready",
          status: "True",
          lastTransitionTime: "2026-01-31T10:00:00Z",
          reason: "Done",
          message: "",
        };
      case "LabelSelector":
        return { matchLabels: { a: "b" }, matchExpressions: [] };
      case "LabelSelectorRequirement":
        return { key: "a", operator: "In", values: ["b"] };
      case "Status":
        return { status: "Failure", code: 404, details: { causes: [{ field: "spec" }] } };
      case "StatusDetails":
        return { name: "orders", retryAfterSeconds: 1 };
      case "StatusCause":
        return { reason: "FieldValueInvalid" };
    }
  }

  #list(depth: number, element: () => unknown): unknown[] {
    return Array.from({ length: depth > maxDepth ? 0 : this.#integer(3) }, element);
  }

  #integer(below: number): number {
    return Math.floor(this.#random() * below);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[this.#integer(values.length)];
    if (values.length === 0) throw new Error("nothing to pick from");
    return value as T;
  }
}
