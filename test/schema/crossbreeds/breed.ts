import type {
  CustomResourceDefinition,
  JSONSchemaProps,
  ValidationRule,
} from "crd-runtime/apiextensions/v1";
import { mutated } from "../mutate.js";
import { boundAnew } from "./bounds.js";
import { decorate } from "./decorate.js";
import { Dice } from "./dice.js";
import { type Place, placesIn } from "./places.js";
import { nearTheLimit } from "./price.js";
import { probes } from "./probes.js";
import { RuleWriter } from "./rules.js";
import type { Stock } from "./stock.js";

/** A definition made of others. */
export interface Crossbreed {
  readonly seed: number;
  /** What was done, one word for each change. */
  readonly changes: readonly string[];
  readonly definition: CustomResourceDefinition;
}

/** What is changed. */
interface Litter {
  readonly stock: Stock;
  readonly dice: Dice;
  readonly rules: RuleWriter;
  readonly definition: CustomResourceDefinition;
  readonly root: JSONSchemaProps;
}

type Change = (litter: Litter) => void;

/** Words for the changes; what stands here more than once is done more often. */
const changes: readonly (readonly [string, Change])[] = [
  ["swap", swap],
  ["swap", swap],
  ["moveRuled", moveRuled],
  ["moveRuled", moveRuled],
  ["graftRule", graftRule],
  ["graftRule", graftRule],
  ["writeRule", writeRule],
  ["writeRule", writeRule],
  ["rootRule", rootRule],
  ["bound", bound],
  ["bound", bound],
  ["ruleFields", ruleFields],
  ["decorate", decorateOne],
  ["decorate", decorateOne],
  ["version", addVersion],
  ["embed", embed],
  ["parts", parts],
  ["parts", parts],
];

/** Crosses definitions: always the same for the same seed. One of four does nothing but ask what rules cost. */
export function crossbreed(input: { readonly stock: Stock; readonly seed: number }): Crossbreed {
  const { stock, seed } = input;
  if (seed % 4 === 0) return { seed, changes: ["probe"], definition: probes(input) };
  const dice = new Dice(seed);
  const rules = new RuleWriter(dice);
  const picked = structuredClone(dice.pick(stock.definitions));
  const done: string[] = [];
  const [keywords, definition] = dice.once(5)
    ? mutated({ definition: picked, random: (limit) => dice.below(limit) })
    : ["", picked];
  if (keywords !== "") done.push(`keywords (${keywords})`);
  const { spec } = definition;
  spec.group = `x${seed}.${spec.group}`;
  const { name: _, ...metadata } = definition.metadata;
  definition.metadata = { ...metadata, name: `${spec.names.plural}.${spec.group}` };
  for (let count = 1 + dice.below(6); count > 0; count -= 1) {
    const root = dice.pick(spec.versions).schema?.openAPIV3Schema;
    if (root === undefined) continue;
    const [word, change] = dice.pick(changes);
    change({ stock, dice, rules, definition, root });
    done.push(word);
  }
  if (dice.once(2)) {
    const roots = spec.versions.flatMap(({ schema }) => schema?.openAPIV3Schema ?? []);
    if (nearTheLimit({ dice, root: dice.pick(roots) })) done.push("price");
  }
  return { seed, changes: done, definition };
}

function place({ dice, root }: Litter): Place | undefined {
  const places = placesIn(root);
  return places.length === 0 ? undefined : dice.pick(places);
}

/** Another schema in the place of one, most often one of the same type. */
function swap(litter: Litter): void {
  const { stock, dice } = litter;
  const at = place(litter);
  if (at === undefined) return;
  const alike = dice.once(3)
    ? stock.schemas
    : stock.schemas.filter(({ type }) => type === at.schema.type);
  at.replace(structuredClone(dice.pick(alike.length === 0 ? stock.schemas : alike)));
}

function moveRuled(litter: Litter): void {
  const { stock, dice } = litter;
  if (stock.ruled.length > 0)
    place(litter)?.replace(structuredClone(dice.pick(stock.ruled).schema));
}

function addRule(schema: JSONSchemaProps, rule: ValidationRule): void {
  schema["x-kubernetes-validations"] = [...(schema["x-kubernetes-validations"] ?? []), rule];
}

const members = /\bself\.([A-Za-z_][A-Za-z0-9_]*)/g;

/** A rule of one schema on another one, most often where the members are that it names. */
function graftRule(litter: Litter): void {
  const { stock, dice, root } = litter;
  if (stock.ruled.length === 0) return;
  const { schema, rule } = dice.pick(stock.ruled);
  const names = [...rule.rule.matchAll(members)].flatMap(([, name]) => name ?? []);
  const places = placesIn(root).filter(
    (at) =>
      at.schema.type === schema.type &&
      names.every((name) => Object.hasOwn(at.schema.properties ?? {}, name)),
  );
  const at = places.length > 0 && !dice.once(6) ? dice.pick(places) : place(litter);
  if (at !== undefined) addRule(at.schema, structuredClone(rule));
}

function writeRule(litter: Litter): void {
  const { dice, rules } = litter;
  const at = place(litter);
  if (at === undefined) return;
  const { schema } = at;
  const as = schema["x-kubernetes-embedded-resource"] === true ? "resource" : "value";
  const rule = rules.rule({ schema, as });
  addRule(schema, {
    rule,
    message: dice.pick(["is wrong", "may not be"]),
    ...(rule.includes("oldSelf.") && { optionalOldSelf: true }),
  });
}

/** Rules at the root, which see metadata; and some schema for metadata. */
function rootRule({ stock, dice, rules, root }: Litter): void {
  const own = dice.once(3) && stock.rootRules.length > 0;
  addRule(
    root,
    own
      ? structuredClone(dice.pick(stock.rootRules))
      : {
          rule: rules.rule({ schema: root, as: "resource" }),
        },
  );
  if (!dice.once(3)) return;
  const name = (): JSONSchemaProps => ({
    type: "string",
    ...(dice.once(2) && { maxLength: dice.pick([1, 5, 63, 253, 300, 1000]) }),
    ...(dice.once(4) && { pattern: "^[a-z]+$" }),
    ...(dice.once(6) && { format: dice.pick(["date-time", "byte", "uuid", "duration"]) }),
    ...(dice.once(6) && { enum: ["a", "abcdefgh"] }),
  });
  root.properties = {
    ...root.properties,
    metadata: {
      type: "object",
      properties: {
        ...(!dice.once(3) && { name: name() }),
        ...(dice.once(2) && { generateName: name() }),
      },
      ...(dice.once(4) && { required: ["name"] }),
    },
  };
}

/** More, less, or nothing for the bound of a list, a map or a text. */
function bound({ dice, root }: Litter): void {
  const all = placesIn(root).map(({ schema }) => schema);
  const ruled = placesIn(root).filter(({ schema }) => "x-kubernetes-validations" in schema);
  // What is around a rule, or in what it is on, says what the rule costs.
  const near = ruled.flatMap((at) => [
    ...at.around.slice(1),
    at.schema,
    ...placesIn(at.schema).map(({ schema }) => schema),
  ]);
  const places = near.length > 0 && !dice.once(3) ? near : all;
  for (let count = 1 + dice.below(5); count > 0 && places.length > 0; count -= 1) {
    boundAnew({ dice, schema: dice.pick(places) });
  }
}

/** Members of a rule besides the expression. */
function ruleFields({ dice, rules, root }: Litter): void {
  const ruled = placesIn(root).filter(({ schema }) => "x-kubernetes-validations" in schema);
  if (ruled.length === 0) return;
  const { schema } = dice.pick(ruled);
  const rule = dice.pick(schema["x-kubernetes-validations"] ?? []);
  const names = Object.keys(schema.properties ?? {});
  const name = names.length > 0 ? dice.pick(names) : "a";
  switch (dice.below(5)) {
    case 0:
      rule.fieldPath = dice.pick([`.${name}`, `['${name}']`, `.${name}.a`, `${name}`, ".items[0]"]);
      break;
    case 1:
    case 2:
      rule.messageExpression = rules.message(schema);
      break;
    case 3:
      rule.optionalOldSelf = true;
      if (!rule.rule.includes("oldSelf")) rule.rule = `!oldSelf.hasValue() || (${rule.rule})`;
      break;
    default:
      rule.reason = dice.pick(["FieldValueInvalid", "FieldValueForbidden", "FieldValueRequired"]);
  }
}

function decorateOne(litter: Litter): void {
  const at = place(litter);
  if (at !== undefined) decorate({ dice: litter.dice, schema: at.schema });
}

/** A resource within a resource, with rules on its metadata now and then. */
function embed(litter: Litter): void {
  const { dice, rules, root } = litter;
  const objects = placesIn(root).filter(
    ({ schema }) => schema.type === "object" && schema.additionalProperties === undefined,
  );
  if (objects.length === 0) return;
  const { schema } = dice.pick(objects);
  schema["x-kubernetes-embedded-resource"] = true;
  if (dice.once(2)) schema["x-kubernetes-preserve-unknown-fields"] = true;
  if (dice.once(2)) addRule(schema, { rule: rules.rule({ schema, as: "resource" }) });
}

/** One version more: a copy, or the schema of another definition. */
function addVersion({ stock, dice, definition }: Litter): void {
  const { versions } = definition.spec;
  if (versions.length > 3) return;
  const copied = dice.pick(dice.once(2) ? versions : dice.pick(stock.definitions).spec.versions);
  versions.push({
    ...structuredClone(copied),
    name: `v${versions.length + 1}alpha${dice.below(20) + 1}`,
    storage: false,
  });
}

/** What definitions have besides schemas, of another one. */
function parts({ stock, dice, definition }: Litter): void {
  const { metadata, spec } = dice.pick(stock.definitions);
  const version = dice.pick(definition.spec.versions);
  const other = structuredClone(dice.pick(spec.versions));
  switch (dice.below(8)) {
    case 0:
      assign(version, "additionalPrinterColumns", other.additionalPrinterColumns);
      break;
    case 1:
      assign(version, "subresources", other.subresources);
      break;
    case 2:
      assign(version, "selectableFields", other.selectableFields);
      break;
    case 3:
      version.deprecated = true;
      if (dice.once(2))
        version.deprecationWarning = dice.pick(["use v2", "", "\u00e4".repeat(200)]);
      break;
    case 4:
      assign(definition.spec, "conversion", structuredClone(spec.conversion));
      break;
    case 5:
      definition.metadata.annotations = {
        ...definition.metadata.annotations,
        ...metadata.annotations,
      };
      definition.metadata.labels = { ...metadata.labels, app: "crossbreed" };
      break;
    case 6: {
      const { shortNames, categories, listKind } = spec.names;
      Object.assign(definition.spec.names, { shortNames, categories, listKind });
      break;
    }
    default:
      version.selectableFields = selectable(dice, version.schema?.openAPIV3Schema ?? {});
  }
}

function assign<T, K extends keyof T>(object: T, name: K, value: T[K]): void {
  if (value === undefined) delete object[name];
  else object[name] = value;
}

/** Paths of members of a schema that can be selected by, or not. */
function selectable(dice: Dice, root: JSONSchemaProps): { jsonPath: string }[] {
  return Array.from({ length: 1 + dice.below(3) }, () => {
    let jsonPath = "";
    let at: JSONSchemaProps | undefined = root;
    while (at?.properties !== undefined && Object.keys(at.properties).length > 0) {
      const name: string = dice.pick(Object.keys(at.properties));
      jsonPath += `.${name}`;
      at = at.properties[name];
    }
    return { jsonPath };
  });
}
