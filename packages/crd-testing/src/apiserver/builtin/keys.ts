import { type FieldError, invalid } from "crd-runtime/schema";

const pattern = /^[-._a-zA-Z0-9]+$/;
const maxBytes = 253;

/** What is wrong with a key of a ConfigMap or Secret. Follows validation.IsConfigMapKey of apimachinery. */
export function dataKeyErrors(input: {
  readonly key: string;
  /** Member that has the key: `data`. */
  readonly member: string;
}): readonly FieldError[] {
  const { key, member } = input;
  const details: string[] = [];
  if (Buffer.byteLength(key) > maxBytes)
    details.push(`must be no more than ${maxBytes} characters`);
  if (!pattern.test(key)) {
    details.push(
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or " +
        `'key-name', regex used for validation is '${pattern.source.slice(1, -1)}')`,
    );
  }
  if (key === "." || key === "..") details.push(`must not be '${key}'`);
  else if (key.startsWith("..")) details.push("must not start with '..'");
  return details.map((detail) => invalid({ field: `${member}[${key}]`, value: key, detail }));
}

/** Bytes that a base64 text stands for. */
export function decodedLength(base64: string): number {
  return Buffer.byteLength(base64, "base64");
}

/** ConfigMaps and Secrets hold 1 MiB. */
export const maxDataBytes = 1_048_576;
