import { didYouMean } from "../diagnostics/index.js";
import { type JSONSchemaProps, valuesOf } from "../schema/index.js";

type Step = { readonly name: string } | "items";

const stepText =
  /\.(?:\*|((?:\\.|[^.[\]\\*])+))|\[(?:'([^']*)'|"([^"]*)"|\d+|\*|\d*:\d*(?::\d+)?|(\?\(.*?\)))\]/y;

/** What keeps a path from leading to a value, with what was probably meant; undefined where nothing is known to. */
export function pathProblem(input: {
  readonly path: string;
  /** Of the whole object. */
  readonly schema: JSONSchemaProps;
}): { readonly problem: string; readonly hint: string | undefined } | undefined {
  const steps = stepsOf(input.path);
  if (steps === undefined) return undefined;
  const [first] = steps;
  // Of the standard members a schema says nothing, and they are there.
  if (first === undefined || first === "items" || standard.has(first.name)) return undefined;
  let schema: JSONSchemaProps | undefined = input.schema;
  for (const step of steps) {
    if (step === "items") {
      schema = schema.items ?? valuesOf(schema);
      if (schema === undefined) return undefined;
      continue;
    }
    const { properties = {}, additionalProperties }: JSONSchemaProps = schema;
    if (Object.hasOwn(properties, step.name)) schema = properties[step.name];
    else if (typeof additionalProperties === "object") schema = additionalProperties;
    else if (additionalProperties === true || isOpen(schema)) return undefined;
    else {
      const problem = `'${input.path}' leads nowhere: there is no '${step.name}'`;
      return {
        problem,
        hint: didYouMean({ word: step.name, candidates: Object.keys(properties) }),
      };
    }
    if (schema === undefined) return undefined;
  }
  return undefined;
}

const standard: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);

function isOpen(schema: JSONSchemaProps): boolean {
  return (
    schema["x-kubernetes-preserve-unknown-fields"] === true ||
    schema["x-kubernetes-embedded-resource"] === true ||
    // What a list or a schema that nothing is known of holds is not followed.
    schema.type === undefined ||
    schema.type === "array"
  );
}

/** Undefined for a path that is not read here, such as one with `..` or a filter. */
function stepsOf(path: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  stepText.lastIndex = 0;
  let end = 0;
  for (let match = stepText.exec(path); match !== null; match = stepText.exec(path)) {
    const [, dotted, single, double, filter] = match;
    end = stepText.lastIndex;
    if (filter?.includes("[") === true) return undefined;
    const name = dotted?.replaceAll(/\\(.)/g, "$1") ?? single ?? double;
    steps.push(name === undefined ? "items" : { name });
  }
  return end === path.length ? steps : undefined;
}
