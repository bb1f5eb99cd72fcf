import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";

/** A schema inside another one, and how to put something else there. */
export interface Place {
  readonly schema: JSONSchemaProps;
  /** The schemas around it, the root first. */
  readonly around: readonly JSONSchemaProps[];
  readonly replace: (schema: JSONSchemaProps) => void;
}

/** The places below the root of a schema that hold values; those of logic keywords hold none. */
export function placesIn(root: JSONSchemaProps): readonly Place[] {
  const places: Place[] = [];
  const below = (schema: JSONSchemaProps, outer: readonly JSONSchemaProps[]): void => {
    const around = [...outer, schema];
    const add = (child: JSONSchemaProps, replace: Place["replace"]): void => {
      places.push({ schema: child, around, replace });
      below(child, around);
    };
    const { properties = {}, items, additionalProperties } = schema;
    for (const [name, child] of Object.entries(properties)) {
      // What a resource has at its root must stay as it is.
      if (outer.length === 0 && ["apiVersion", "kind", "metadata"].includes(name)) continue;
      add(child, (other) => {
        properties[name] = other;
      });
    }
    if (items !== undefined && !Array.isArray(items)) {
      add(items, (other) => {
        schema.items = other;
      });
    }
    if (typeof additionalProperties === "object") {
      add(additionalProperties, (other) => {
        schema.additionalProperties = other;
      });
    }
  };
  below(root, []);
  return places;
}

/** How many schemas there are in a schema, itself too. */
export function sizeOf(schema: JSONSchemaProps): number {
  return 1 + placesIn(schema).length;
}
