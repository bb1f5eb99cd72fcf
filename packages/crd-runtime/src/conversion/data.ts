import { type DeepReadonly, type KubernetesObject, parseGroupVersion } from "../meta/index.js";
import { parseJSON, stringifyJSON } from "../rest/json.js";

/** What {@link marshalData} stored in an object cannot be read. */
export class MalformedConversionDataError extends Error {
  override readonly name: string = "MalformedConversionDataError";

  constructor(input: {
    readonly object: DeepReadonly<KubernetesObject>;
    readonly annotation: string;
    readonly cause?: unknown;
  }) {
    const { object, annotation, cause } = input;
    const { name = "", namespace } = object.metadata;
    const key = namespace === undefined ? name : `${namespace}/${name}`;
    super(
      `${object.kind ?? "object"} ${key}: annotation ${annotation} holds no object of the kind: remove it, or correct it`,
      { cause },
    );
  }
}

/**
 * Keeps an object, without its metadata, in an annotation of the object that it was converted to, so that what the other
 * version cannot say is not lost: `<group>/conversion-data`, as JSON with exact integers. Changes `into` and gives it back.
 * Written by hand in a conversion from the hub; `unmarshalData` reads it on the way back. The counterpart of the helpers that
 * controllers in Go write for this, such as Cluster API's MarshalData.
 *
 * @example
 * function convert_v1_Database_To_v1beta1_Database(input: DeepReadonly<v1.Database>): v1beta1.Database {
 *   return marshalData({ from: input, into: autoConvert_v1_Database_To_v1beta1_Database(input) });
 * }
 */
export function marshalData<T extends KubernetesObject>(input: {
  readonly from: DeepReadonly<KubernetesObject>;
  readonly into: T;
}): T {
  const { from, into } = input;
  const { metadata: _, ...data } = from;
  // metadata belongs to both: what is kept must not grow with the annotation itself.
  into.metadata = {
    ...into.metadata,
    annotations: { ...into.metadata.annotations, [annotationOf(into)]: stringifyJSON(data) },
  };
  return into;
}

/**
 * Takes what `marshalData` kept out of an object, so that the object does not have the annotation any more, and gives it
 * back; undefined when there is none. `object` is what a conversion made, so it can be changed. The object may have been edited
 * since: what both versions can say counts from it, the rest from what is given back.
 *
 * @throws MalformedConversionDataError when the annotation is no JSON, or JSON of another kind; the annotation stays then
 * @example
 * function convert_v1beta1_Database_To_v1_Database(input: DeepReadonly<v1beta1.Database>): v1.Database {
 *   const output = autoConvert_v1beta1_Database_To_v1_Database(input);
 *   const stored = unmarshalData<v1.Database>(output);
 *   if (stored?.spec.zones !== undefined) output.spec.zones = stored.spec.zones;
 *   return output;
 * }
 */
export function unmarshalData<T extends KubernetesObject>(
  object: KubernetesObject,
): Omit<T, "metadata"> | undefined {
  const annotation = annotationOf(object);
  const { [annotation]: text, ...others } = object.metadata.annotations ?? {};
  if (text === undefined) return undefined;
  const stored = parse({ object, annotation, text });
  const { annotations: _, ...metadata } = object.metadata;
  object.metadata =
    Object.keys(others).length === 0 ? metadata : { ...metadata, annotations: others };
  return stored as Omit<T, "metadata">;
}

/** Who may write the annotation may write the object: what is checked is that nothing else got in there. */
function parse(input: {
  readonly object: KubernetesObject;
  readonly annotation: string;
  readonly text: string;
}): object {
  const { object, annotation, text } = input;
  let stored: unknown;
  try {
    stored = parseJSON(text);
  } catch (cause) {
    throw new MalformedConversionDataError({ object, annotation, cause });
  }
  if (
    typeof stored === "object" &&
    stored !== null &&
    "kind" in stored &&
    stored.kind === object.kind
  ) {
    return stored;
  }
  throw new MalformedConversionDataError({ object, annotation });
}

function annotationOf({ apiVersion = "" }: KubernetesObject): string {
  const { group = "" } = parseGroupVersion(apiVersion) ?? {};
  return group === "" ? "conversion-data" : `${group}/conversion-data`;
}
