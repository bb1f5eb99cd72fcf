import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type { Dice } from "./dice.js";
import { testsOf } from "./rule-texts.js";

const rootTests = [
  "self.metadata.name.size() < 40",
  "self.metadata.name.startsWith('a')",
  "self.metadata.name == self.metadata.generateName",
  "self.metadata.name.matches('^[a-z]+$')",
  "!format.dns1123Label().validate(self.metadata.name).hasValue()",
  "has(self.metadata.generateName) && self.metadata.generateName.contains('abc')",
  "self.metadata.?name.orValue('').split('').all(c, c != 'x')",
  "self.kind == self.apiVersion",
  "self.apiVersion.startsWith('v1') && self.kind.contains(self.metadata.name)",
  "has(self.metadata.labels)",
  "has(self.metadata) && self.metadata == self.metadata",
  "self.metadata.name in ['a', 'b']",
  "self.metadata.namespace == 'a'",
  "self.metadata.name == 'default' || self.metadata.name.replace('-', '').size() > 5",
];

/** A value that an expression can reach. */
interface Reachable {
  readonly text: string;
  readonly schema: JSONSchemaProps;
  /** What must be true for it to be there. */
  readonly guard: readonly string[];
}

/** Writes rules in CEL for schemas: most compile, some do not. */
export class RuleWriter {
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** A rule for the values of a schema. */
  rule(input: { readonly schema: JSONSchemaProps; readonly as: "resource" | "value" }): string {
    const { schema, as } = input;
    const dice = this.#dice;
    if (as === "resource" && dice.once(2)) return dice.pick(rootTests);
    const parts = Array.from({ length: 1 + dice.below(3) }, () => this.#test(schema, "self", 2));
    const joined = parts.reduce((left, right) =>
      dice.pick([`${left} && ${right}`, `(${left}) || ${right}`, `!(${left}) ? ${right} : true`]),
    );
    return dice.once(8) ? dice.pick(this.#transitions(joined)) : joined;
  }

  /** A message made of a value of a schema. */
  message(schema: JSONSchemaProps): string {
    const { text } = this.#reach(schema, "self");
    return this.#dice.pick([
      `'wrong: ' + string(${text})`,
      `'wrong: ' + ${text}`,
      `${text}`,
      `'%s'.format([${text}])`,
      "'a' + 'b'",
    ]);
  }

  #transitions(rule: string): readonly string[] {
    return [
      "self == oldSelf",
      `oldSelf == self || ${rule}`,
      `${rule} || ${rule.replaceAll("self", "oldSelf")}`,
      `oldSelf.hasValue() ? self == oldSelf.value() : ${rule}`,
      "oldSelf.optMap(o, o == self).orValue(true)",
      "oldSelf.orValue(self) == self",
    ];
  }

  #test(schema: JSONSchemaProps, root: string, depth: number): string {
    const dice = this.#dice;
    const one = this.#reach(schema, root);
    if (depth > 0 && dice.once(3)) {
      const inner = dice.once(3) ? this.#across(one, depth) : this.#within(one, depth);
      if (inner !== undefined) return guarded(one, inner);
    }
    const other = this.#alike(schema, root, one);
    const text = dice
      .pick(testsOf(one.schema))
      .replaceAll(/\b[XYVWKI]\b/g, (letter) =>
        letter === "X" ? one.text : letter === "Y" ? other : `${letter.toLowerCase()}${depth}`,
      );
    return guarded(one, text);
  }

  /** A test of the elements of a list, or of the values of a map. */
  #within({ text, schema }: Reachable, depth: number): string | undefined {
    const { items, additionalProperties } = schema;
    const name = `e${depth}${this.#dice.below(3)}`;
    const macro = this.#dice.pick(["all", "exists", "exists_one"]);
    if (schema.type === "array" && items !== undefined && !Array.isArray(items)) {
      return this.#dice.pick([
        `${text}.${macro}(${name}, ${this.#test(items, name, depth - 1)})`,
        `${text}.filter(${name}, ${this.#test(items, name, depth - 1)}).size() < 2`,
        `${text}.map(${name}, ${this.#reach(items, name).text}).size() > 0`,
        `${text}.all(i${depth}, ${name}, ${this.#test(items, name, depth - 1)})`,
      ]);
    }
    if (typeof additionalProperties !== "object") return undefined;
    const test = (value: string): string => this.#test(additionalProperties, value, depth - 1);
    return this.#dice.pick([
      `${text}.${macro}(${name}, ${test(`${text}[${name}]`)})`,
      `${text}.all(k${depth}, ${name}, ${test(name)})`,
    ]);
  }

  /** A test of the elements of a list that names other members of what the list is in, or of other elements. */
  #across({ text, schema }: Reachable, depth: number): string | undefined {
    const { items } = schema;
    if (schema.type !== "array" || items === undefined || Array.isArray(items)) return undefined;
    const [outer, inner] = [`o${depth}`, `i${depth}`];
    const list = this.#reach(items, outer);
    const value = this.#reach(items, outer);
    const member = { type: "object", properties: { [inner]: list.schema, [outer]: items } };
    const test = (): string => this.#test(items, outer, depth - 1);
    return this.#dice.pick([
      `${text}.all(${outer}, ${test()} && ${test()})`,
      `${text}.all(${outer}, ${list.text}.all(${inner}, ${inner} == ${value.text}))`,
      `${text}.all(${outer}, ${list.text}.exists(${inner}, ${this.#testOf(member, inner, outer)}))`,
      `${text}.map(${outer}, ${list.text}.filter(${inner}, ${value.text} == ${list.text})).size() > 1`,
      `${text}.all(${outer}, ${list.text}.exists(${inner}, ${inner}.size() > ${value.text}.size()))`,
      `${text}.all(${inner}, ${outer}, ${this.#reach(items, outer).text} == ${value.text})`,
      `${text}.all(${outer}, [${list.text}, ${value.text}].all(${inner}, ${inner} == ${value.text}))`,
      `${text}.all(${outer}, cel.bind(${inner}, ${list.text}, ${value.text} == ${inner}))`,
    ]);
  }

  /** A test of one of two variables, and of the other one. */
  #testOf(schema: JSONSchemaProps, inner: string, outer: string): string {
    const [one, other] = [schema.properties?.[inner] ?? {}, schema.properties?.[outer] ?? {}];
    return `${this.#test(one.type === "array" ? itemsOf(one) : one, inner, 0)} && ${this.#test(other, outer, 0)}`;
  }

  /** An expression for a value with the type of another one. */
  #alike(schema: JSONSchemaProps, root: string, one: Reachable): string {
    for (let tries = 0; tries < 4; tries += 1) {
      const { text, schema: found, guard } = this.#reach(schema, root);
      if (found.type === one.schema.type && guard.every((name) => one.guard.includes(name))) {
        return text;
      }
    }
    return one.text;
  }

  #reach(schema: JSONSchemaProps, root: string): Reachable {
    let at: Reachable = { text: root, schema, guard: [] };
    for (let depth = 0; depth < 5; depth += 1) {
      const names = Object.keys(at.schema.properties ?? {});
      if (names.length === 0 || (depth > 0 && this.#dice.once(3))) break;
      const name = this.#dice.pick(names);
      const child = at.schema.properties?.[name];
      if (child === undefined) break;
      const text = `${at.text}.${escaped(name)}`;
      const isOptional = at.schema.required?.includes(name) !== true;
      at = { text, schema: child, guard: isOptional ? [...at.guard, text] : at.guard };
    }
    return at;
  }
}

function itemsOf({ items }: JSONSchemaProps): JSONSchemaProps {
  return items === undefined || Array.isArray(items) ? {} : items;
}

function guarded({ guard }: Reachable, test: string): string {
  return guard.length === 0
    ? test
    : `(${guard.map((text) => `!has(${text})`).join(" || ")} || ${test})`;
}

const reserved =
  /^(?:true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)$/;

/** A name as expressions write it. */
function escaped(name: string): string {
  if (reserved.test(name)) return `__${name}__`;
  const text = name
    .replaceAll("__", "__underscores__")
    .replaceAll(".", "__dot__")
    .replaceAll("-", "__dash__")
    .replaceAll("/", "__slash__");
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) ? text : `\`${name}\``;
}
