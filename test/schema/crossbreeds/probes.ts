import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import { structuralOf } from "crd-runtime/schema";
import { boundAnew } from "./bounds.js";
import { Dice } from "./dice.js";
import { placesIn, sizeOf } from "./places.js";
import { RuleWriter } from "./rules.js";
import type { Stock } from "./stock.js";

const group = "probes.example.com";
const probesOfDefinition = 15;
const largestSchema = 40;
/** What one rule may cost. */
const limit = 10_000_000;

/**
 * A definition with rules that cost a little more than they may, each in a map of as many entries as that takes: the refusal says
 * by how much, to six digits, and so what the API server thinks that the rule costs.
 */
export function probes(input: {
  readonly stock: Stock;
  readonly seed: number;
}): CustomResourceDefinition {
  const { stock, seed } = input;
  const dice = new Dice(seed);
  const names = Array.from({ length: probesOfDefinition }, (_, index) => `p${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, probe({ stock, dice })]));
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `probes.x${seed}.${group}` },
    spec: {
      group: `x${seed}.${group}`,
      scope: "Cluster",
      names: { plural: "probes", singular: "probe", kind: "Probe", listKind: "ProbeList" },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: "object", properties } },
        },
      ],
    },
  };
}

function probe(input: { readonly stock: Stock; readonly dice: Dice }): JSONSchemaProps {
  const { stock, dice } = input;
  const { schema, rule } = dice.once(2) && stock.ruled.length > 0 ? ruled(input) : written(input);
  delete schema.default;
  const members = placesIn(schema).map((place) => place.schema);
  for (const member of members) delete member["x-kubernetes-validations"];
  schema["x-kubernetes-validations"] = [{ rule }];
  for (const at of [schema, ...members]) {
    if (!dice.once(3)) boundAnew({ dice, schema: at });
  }
  schema["x-kubernetes-validations"] = [{ rule }];
  const cost = costOf(schema, rule);
  const often = cost === undefined || cost === 0 ? 1 : Math.floor(limit / cost) + 1;
  return { type: "object", maxProperties: often, additionalProperties: schema };
}

interface Probe {
  readonly schema: JSONSchemaProps;
  readonly rule: string;
}

function ruled({ stock, dice }: { readonly stock: Stock; readonly dice: Dice }): Probe {
  const { schema, rule } = dice.pick(stock.ruled);
  return { schema: structuredClone(schema), rule: rule.rule };
}

function written({ stock, dice }: { readonly stock: Stock; readonly dice: Dice }): Probe {
  const small = stock.schemas.filter((schema) => sizeOf(schema) <= largestSchema);
  const schema = structuredClone(dice.pick(small));
  const as = schema["x-kubernetes-embedded-resource"] === true ? "resource" : "value";
  return { schema, rule: new RuleWriter(dice).rule({ schema, as }) };
}

function costOf(props: JSONSchemaProps, rule: string): number | undefined {
  const schema = structuralOf(props);
  const as = schema.embeddedResource ? "resource" : "value";
  const scope = celCompiler().scopeOf({ schema, as });
  const program = scope?.compile({ expression: rule, oldSelf: "plain", result: "bool" });
  return program === undefined || "reason" in program ? undefined : program.maxCost;
}
