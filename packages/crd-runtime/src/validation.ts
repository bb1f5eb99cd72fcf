/**
 * Declarative validation: what the code of validation-gen is made of. Errors are those of apimachinery's `field.Error`, in
 * kube-apiserver's words. Follows `k8s.io/apimachinery/pkg/api/validate` 1.37.
 *
 * @example
 * import { formatFieldError } from "crd-runtime/validation";
 *
 * const errors = validate_Database({ object: database, oldObject: before });
 * throw new Error(errors.map(formatFieldError).join("; "));
 */
export * from "./validation/index.js";
