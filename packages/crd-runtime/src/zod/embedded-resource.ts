import type { FieldError } from "../schema/field-error.js";
import { isObject } from "../schema/json.js";
import { resourceErrors } from "../schema/metadata/embedded.js";
import { type Check, report } from "./checks.js";

/**
 * An object that is a resource in another one, `x-kubernetes-embedded-resource`: apiVersion and kind are there, and they and
 * metadata are what the API server takes.
 */
export function embeddedResource(): Check {
  return (payload) => {
    if (!isObject(payload.value)) return;
    for (const error of resourceErrors(payload.value, "")) {
      const problem = { code: "custom", message: `Invalid input: ${textOf(error)}` } as const;
      report(payload, problem, pathOf(error.field));
    }
  };
}

/** Messages of schemas quote no value. */
function textOf({ detail = "" }: FieldError): string {
  if (detail === "") return "required";
  return detail.startsWith("unexpected GroupVersion string") ? "unexpected GroupVersion" : detail;
}

/** `metadata.ownerReferences[0].kind` */
function pathOf(field: string): (string | number)[] {
  return [...field.matchAll(/[^.[\]]+/g)].map(([part]) =>
    /^\d+$/.test(part) ? Number(part) : part,
  );
}
