import type { CustomResourceDefinition } from "../../apis/apiextensions.k8s.io/v1/types.js";
import { type FieldError, invalid } from "../field-error.js";
import { dnsSubdomainErrors, type NameValidator } from "../metadata/names.js";
import { validateObjectMeta, validateObjectMetaUpdate } from "../metadata/object-meta.js";
import { text } from "../openapi/props.js";
import type { RuleChecks } from "../structural-from.js";
import { apiApprovalErrors } from "./api-approval.js";
import { defaultCustomResourceDefinition } from "./defaults.js";
import { namesErrors } from "./names.js";
import { specErrors } from "./spec.js";
import { storedVersionsErrors } from "./stored-versions.js";

/** A definition to validate. */
export interface DefinitionInput {
  readonly definition: CustomResourceDefinition;
  /** On updates: the definition as it is. */
  readonly old?: CustomResourceDefinition | undefined;
  /** Checks of rules, which need CEL; absent: expressions are not looked at. */
  readonly rules?: RuleChecks | undefined;
}

/**
 * What is wrong with a CustomResourceDefinition, with the server's texts and paths. Defaults are filled in before. On creation
 * the status is taken as the server makes it; on updates it is the given one.
 *
 * The server's leniency towards definitions that were stored before a check existed is not modelled.
 *
 * Follows ValidateCustomResourceDefinition and ValidateCustomResourceDefinitionUpdate of apiextensions-apiserver.
 */
export function validateCustomResourceDefinition(input: DefinitionInput): readonly FieldError[] {
  const { old, rules } = input;
  const definition = defaultCustomResourceDefinition(
    old === undefined ? withoutStatus(input.definition) : input.definition,
  );
  const { metadata, spec, status } = definition;
  return [
    ...(old === undefined
      ? validateObjectMeta({ metadata, scope: "Cluster", validateName: nameValidator(definition) })
      : validateObjectMetaUpdate({ metadata, old: old.metadata })),
    ...specErrors({ spec, old, rules }),
    ...(status?.acceptedNames === undefined
      ? []
      : namesErrors(status.acceptedNames, "status.acceptedNames")),
    ...storedVersionsErrors(definition),
    ...apiApprovalErrors(definition, old),
    ...preserveErrors(definition),
  ];
}

/** What is wrong with an update of a definition's status. */
export function validateCustomResourceDefinitionStatus(input: {
  readonly definition: CustomResourceDefinition;
  readonly old: CustomResourceDefinition;
}): readonly FieldError[] {
  const { metadata, status } = input.definition;
  return [
    ...validateObjectMetaUpdate({ metadata, old: input.old.metadata }),
    ...(status?.acceptedNames === undefined
      ? []
      : namesErrors(status.acceptedNames, "status.acceptedNames")),
  ];
}

function withoutStatus({
  status: _,
  ...definition
}: CustomResourceDefinition): CustomResourceDefinition {
  return definition;
}

function nameValidator({ spec }: CustomResourceDefinition): NameValidator {
  const wanted = `${text(spec.names?.plural)}.${text(spec.group)}`;
  return (name, use) => {
    const errors = dnsSubdomainErrors(name, use);
    return name === wanted ? errors : [...errors, 'must be spec.names.plural+"."+spec.group'];
  };
}

function preserveErrors({ spec }: CustomResourceDefinition): readonly FieldError[] {
  if (spec.preserveUnknownFields !== true) return [];
  const detail =
    "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead";
  return [invalid({ field: "spec.preserveUnknownFields", value: true, detail })];
}
