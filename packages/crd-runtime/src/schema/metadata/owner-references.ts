import type { OwnerReference } from "../../meta/owner-reference.js";
import { type FieldError, invalid, required } from "../field-error.js";
import { goJson } from "../text/go.js";
import { Printed } from "../text/printed.js";

/** What is wrong with owner references; validation.ValidateOwnerReferences of apimachinery. */
export function ownerReferenceErrors(
  references: readonly OwnerReference[],
  path: string,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  let controller: string | undefined;
  references.forEach((reference, index) => {
    errors.push(...referenceErrors(reference, `${path}[${index}]`));
    if (reference.controller !== true) return;
    const name = `${reference.kind}/${reference.name}`;
    if (controller === undefined) controller = name;
    else {
      const detail =
        'Only one reference can have Controller set to true. Found "true" in references for ' +
        `${controller} and ${name}`;
      errors.push(invalid({ field: path, value: printed(references), detail }));
    }
  });
  return errors;
}

function referenceErrors(reference: OwnerReference, path: string): readonly FieldError[] {
  const { apiVersion = "", kind = "", name = "", uid = "" } = reference;
  const errors: FieldError[] = [];
  if (apiVersion === "") errors.push(required(`${path}.apiVersion`, "must not be empty"));
  else if (!isGroupVersion(apiVersion)) {
    const detail = "must be <group>/<version> or <version>";
    errors.push(invalid({ field: `${path}.apiVersion`, value: apiVersion, detail }));
  }
  for (const [member, value] of Object.entries({ kind, name, uid })) {
    if (value === "") errors.push(required(`${path}.${member}`, "must not be empty"));
  }
  if (apiVersion === "v1" && kind === "Event") {
    const detail = "/v1, Kind=Event is disallowed from being an owner";
    const value = new Printed(referenceText(reference));
    errors.push(invalid({ field: path, value, detail }));
  }
  return errors;
}

function isGroupVersion(apiVersion: string): boolean {
  const parts = apiVersion.split("/");
  return parts.length <= 2 && parts.at(-1) !== "";
}

function printed(references: readonly OwnerReference[]): Printed {
  return new Printed(`[${references.map(referenceText).join(",")}]`);
}

/** In the order of the Go type. */
function referenceText(reference: OwnerReference): string {
  const { apiVersion = "", kind = "", name = "", uid = "" } = reference;
  const { controller, blockOwnerDeletion } = reference;
  const flags = Object.entries({ controller, blockOwnerDeletion }).filter(
    ([, value]) => typeof value === "boolean",
  );
  const members = [...Object.entries({ apiVersion, kind, name, uid }), ...flags];
  return `{${members.map(([member, value]) => `"${member}":${goJson(value)}`).join(",")}}`;
}
