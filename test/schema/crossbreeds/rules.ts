import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type { Dice } from "./dice.js";

const textTests = [
  "X.size() < 10",
  "size(X) > 1",
  "X.matches('^[a-z0-9]([-a-z0-9]*)$')",
  "X.startsWith('a')",
  "X.endsWith(Y)",
  "X.contains('abc')",
  "X.contains(Y)",
  "X == Y",
  "X != 'a'",
  "X < Y",
  "X >= 'b'",
  "X in ['a', 'b', 'c']",
  "X in [Y, 'b']",
  "X.split('.').all(V, V.size() < 5)",
  "X.split(',', 3).exists(V, V.matches('^[a-z]+$'))",
  "X.split(',').map(V, V.trim()).join('-') == Y",
  "[X, Y].join(',') != ''",
  "X.lowerAscii() == X",
  "X.upperAscii() + Y != ''",
  "X.replace('a', 'bcd').size() > 1",
  "X.replace('', Y).contains('x')",
  "X.replace('abc', '', 2) == Y",
  "X.substring(1) != ''",
  "X.substring(0, 2) == 'ab'",
  "X.trim() == X",
  "X.charAt(0) == 'a'",
  "X.indexOf('a') >= 0",
  "X.lastIndexOf(Y) >= 0",
  "X.find('[0-9]+') != ''",
  "X.findAll('[a-z]').size() < 3",
  "X.findAll('[a-z]', 2).all(V, V == 'a')",
  "isURL(X) && url(X).getHost() != ''",
  "url(X).getQuery().all(V, V.size() < 3)",
  "url(X) == url(Y)",
  "url(X).getEscapedPath().startsWith('/')",
  "isIP(X) && ip(X).family() == 4",
  "ip(X) == ip(Y)",
  "ip.isCanonical(X)",
  "isCIDR(X) && cidr(X).containsIP(Y)",
  "cidr(X).containsCIDR(cidr(Y))",
  "cidr(X).masked() == cidr(X)",
  "cidr(X).prefixLength() <= 24",
  "string(cidr(X).ip()) == Y",
  "isQuantity(X) && quantity(X).isGreaterThan(quantity('1Gi'))",
  "quantity(X).add(quantity(Y)).sub(1).sign() == 1",
  "quantity(X) == quantity(Y)",
  "quantity(X).asInteger() < 5",
  "semver(X).isLessThan(semver('1.0.0'))",
  "isSemver(X, true) && semver(X, true) == semver(Y, true)",
  "semver(X).major() > 0",
  "!format.dns1123Label().validate(X).hasValue()",
  "format.named('uuid').hasValue() && !format.uuid().validate(X).hasValue()",
  "format.dns1123Subdomain().validate(X).orValue([]).size() == 0",
  "X + Y != 'ab'",
  "(X + '.' + Y).size() <= 63",
  "duration(X) > duration('1h')",
  "timestamp(X) < timestamp('2024-01-01T00:00:00Z')",
  "timestamp(X).getFullYear() > 2000",
  "int(X) > 5",
  "uint(X) > 5u",
  "double(X) < 1.5",
  "bool(X)",
  "string(X) == X",
  "type(X) == string",
  "dyn(X) == 1",
  "bytes(X) == b'abc'",
  "bytes(X).size() > 0",
  "string(bytes(X)) == Y",
  "strings.quote(X) != ''",
  "X.reverse() == X",
  "'%s-%s'.format([X, Y]) != 'a-b'",
  "'%d'.format([X]) != ''",
  "X[0] == 'a'",
  "X.getSeconds() > 1",
  "X > timestamp('2020-01-01T00:00:00Z')",
  "X + duration('1h') != X",
  "X.getHours() < 24",
  "X <= duration('10m')",
  "X.size() == 3 ? X == Y : Y.startsWith(X)",
  "cel.bind(V, X + X, V.size() < 5)",
  "X == null",
  "X == 1",
  "has(X)",
  "!X.matches(Y)",
  "X.lowerAscii().split('').distinct().size() > 2",
  "X.split('').sort().join() == Y",
  "[X, Y].sortBy(V, V.size())[0] == X",
  "[X, Y].isSorted() || [X, Y].min() == X",
  "[X, Y].indexOf(X) == 0",
  "{X: 1, 'b': 2}.size() == 2",
  "{'a': X}['a'] == Y",
  "X.codePointAt(0) == 1",
];

const numberTests = [
  "X > 0",
  "X <= Y",
  "X == Y",
  "X != 1.5",
  "X in [1, 2, 3]",
  "X % 2 == 0",
  "X + Y * 2 - 1 < 100",
  "-X < 5",
  "X / 2 > 1",
  "string(X) == '1'",
  "string(X).size() < 3",
  "double(X) > 1.5",
  "int(X) == 1",
  "uint(X) == 1u",
  "type(X) == int",
  "math.greatest(X, Y) > 0",
  "X > 1.0",
  "X < 5u",
  "lists.range(X).all(V, V < 5)",
  "lists.range(4).exists(V, V == X)",
  "[X, Y].sum() < 5",
  "[X, Y].max() == X",
  "X.matches('a')",
  "'%d'.format([X]) == '1'",
  "X == null",
  "duration(string(X) + 's') < duration('1h')",
];

const boolTests = [
  "X",
  "!X",
  "X == true",
  "X && Y",
  "X ? true : Y",
  "string(X) == 'true'",
  "X in [true]",
  "X || Y == false",
  "!!X",
  "X.size() == 0",
];

const dynTests = [
  "X == 1",
  "X == '50%'",
  "type(X) == int ? X < 5 : X.matches('^[0-9]+%$')",
  "type(X) == string ? int(X.split('%')[0]) <= 100 : X <= 100",
  "string(X) == '1'",
  "int(X) > 0",
  "X.size() < 5",
  "quantity(X).isLessThan(quantity(Y))",
  "isQuantity(string(X))",
  "quantity(string(X)).isInteger()",
  "X in [1, 'a']",
  "X == Y",
  "X > 3",
  "X + Y != 3",
  "X.contains('abc')",
  "X.foo == 1",
  "has(X.foo)",
  "X[0] == 1",
  "X.all(V, V == 1)",
  "X.matches(Y)",
  "format.dns1123Label().validate(X).hasValue()",
];

const listTests = [
  "X.size() < 10",
  "size(X) == 1",
  "X == Y",
  "X + Y == Y",
  "(X + Y).size() < 5",
  "X.isSorted()",
  "X.sum() == 1",
  "X.min() == X.max()",
  "X.indexOf(X[0]) == 0",
  "X.lastIndexOf(Y[0]) > 1",
  "X[0] in Y",
  "X[0] == Y[1]",
  "X.all(V, V in Y)",
  "X.all(V, X.exists_one(W, V == W))",
  "X.map(V, V).size() == X.size()",
  "X.map(V, V != Y[0], V) == X",
  "X.filter(V, V == Y[0]).size() < 2",
  "X.map(V, string(V)).join(',') != ''",
  "sets.contains(X, Y)",
  "sets.equivalent(X, Y) || sets.intersects(X, Y)",
  "X.distinct().size() == X.size()",
  "X.sort() == X",
  "X.sortBy(V, V)[0] == X[0]",
  "X.slice(0, 1) == Y",
  "X.reverse() == X",
  "X.flatten().size() > 1",
  "[X, Y].flatten().size() > 1",
  "X.all(I, V, I < 5 && V == Y[0])",
  "X.exists(I, V, V == X[I])",
  "X.existsOne(I, V, I == 1)",
  "X.transformList(I, V, I).sum() < 10",
  "X.transformList(I, V, I > 1, V) == X",
  "X.transformMap(I, V, V)[0] == X[0]",
  "X.transformMapEntry(I, V, {string(V): I}).size() == X.size()",
  "X.map(V, {'k': V}).all(W, W.k == Y[0])",
  "X.map(V, [V, V]).all(W, W.size() == 2)",
  "X.map(V, X.filter(W, W == V)).all(W, W.size() == 1)",
  "(X.size() > 1 ? X : Y).all(V, V != X[0])",
  "X[?0].hasValue()",
  "X[?0].orValue(Y[0]) == Y[0]",
  "X.first().hasValue() || X.last() == Y.last()",
  "X == []",
  "X.filter(V, V in Y).map(V, V).exists(W, W == X[0])",
  "cel.bind(V, X.filter(W, W in Y), V.size() < 2 && V.all(W, W in X))",
  "type(X) == list",
  "dyn(X).all(V, V == 1)",
  "X.foo",
];

const mapTests = [
  "X.size() < 10",
  "X.all(V, V.size() < 5)",
  "X.all(V, V.matches('^[a-z]+$'))",
  "X.exists(V, V.startsWith('a'))",
  "X.exists_one(V, X[V] == Y['b'])",
  "X.map(V, X[V]).size() == X.size()",
  "X.filter(V, V.contains('abc')).size() == 0",
  "'a' in X",
  "X['a'] == Y['b']",
  "X == Y",
  "X.a == Y.a",
  "has(X.a) && X.a == Y['a']",
  "X.?a.hasValue()",
  "X[?'a'].orValue(Y['a']) == X['a']",
  "X.all(K, V, K.size() < 5 && V == Y['a'])",
  "X.exists(K, V, Y[K] == V)",
  "X.existsOne(K, V, K == 'a')",
  "X.transformList(K, V, K).join('') != ''",
  "X.transformList(K, V, V)[0] == Y['a']",
  "X.transformMap(K, V, V) == X",
  "X.transformMap(K, V, K != 'a', K)['b'] == 'c'",
  "X.transformMapEntry(K, V, {V: K}).size() == 1",
  "X.map(K, K).all(V, V in Y)",
  "X.all(K, Y.all(V, K != V))",
  "X == {}",
];

const objectTests = [
  "X == Y",
  "X != Y",
  "[X].exists(V, V == Y)",
  "type(X) == type(Y)",
  "dyn(X) == Y",
  "has(X.nothing)",
  "X in [Y]",
  "{'a': X}.a == Y",
  "cel.bind(V, X, V == Y)",
];

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

function testsOf(schema: JSONSchemaProps): readonly string[] {
  if (schema["x-kubernetes-int-or-string"] === true) return dynTests;
  switch (schema.type) {
    case "string":
      return textTests;
    case "integer":
    case "number":
      return numberTests;
    case "boolean":
      return boolTests;
    case "array":
      return listTests;
    case "object":
      return typeof schema.additionalProperties === "object" ? mapTests : objectTests;
    default:
      return dynTests;
  }
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
