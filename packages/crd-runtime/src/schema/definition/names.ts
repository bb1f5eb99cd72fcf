import type { CustomResourceDefinitionNames } from "../../apis/apiextensions.k8s.io/v1/types.js";
import { type FieldError, invalid } from "../field-error.js";
import { dns1035LabelErrors } from "../metadata/names.js";
import { text, texts } from "../openapi/props.js";

const mixedCase = "may have mixed case, but should otherwise match: ";

/** What is wrong with the names of a resource, as far as they are there. */
export function namesErrors(
  names: CustomResourceDefinitionNames,
  path: string,
): readonly FieldError[] {
  const kind = text(names.kind);
  const listKind = text(names.listKind);
  return [
    ...labelErrors({ value: text(names.plural), field: `${path}.plural` }),
    ...labelErrors({ value: text(names.singular), field: `${path}.singular` }),
    ...kindErrors({ value: kind, field: `${path}.kind` }),
    ...kindErrors({ value: listKind, field: `${path}.listKind` }),
    ...labelListErrors(texts(names.shortNames), `${path}.shortNames`),
    ...(kind !== "" && kind === listKind
      ? [
          invalid({
            field: `${path}.listKind`,
            value: listKind,
            detail: "kind and listKind may not be the same",
          }),
        ]
      : []),
    ...labelListErrors(texts(names.categories), `${path}.categories`),
  ];
}

interface Name {
  readonly value: string;
  readonly field: string;
}

function labelErrors({ value, field }: Name): readonly FieldError[] {
  return value === ""
    ? []
    : joined({ value, field, errors: dns1035LabelErrors(value), prefix: "" });
}

function kindErrors({ value, field }: Name): readonly FieldError[] {
  if (value === "") return [];
  return joined({
    value,
    field,
    errors: dns1035LabelErrors(value.toLowerCase()),
    prefix: mixedCase,
  });
}

/** Unlike a single name, an element may not be empty. */
function labelListErrors(values: readonly string[], path: string): readonly FieldError[] {
  return values.flatMap((value, index) =>
    joined({ value, field: `${path}[${index}]`, errors: dns1035LabelErrors(value), prefix: "" }),
  );
}

function joined(
  input: Name & { readonly errors: readonly string[]; readonly prefix: string },
): readonly FieldError[] {
  const { value, field, errors, prefix } = input;
  if (errors.length === 0) return [];
  return [invalid({ field, value, detail: `${prefix}${errors.join(",")}` })];
}
