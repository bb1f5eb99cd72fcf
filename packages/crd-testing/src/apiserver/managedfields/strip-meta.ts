import { FieldSet, fieldPath } from "crd-runtime/managedfields";

/** Fields that the server sets, or that say which object it is: nobody manages them. */
const serverFields = FieldSet.of(
  fieldPath("apiVersion"),
  fieldPath("kind"),
  fieldPath("metadata"),
  ...[
    "name",
    "namespace",
    "creationTimestamp",
    "selfLink",
    "uid",
    "clusterName",
    "generation",
    "managedFields",
    "resourceVersion",
  ].map((name) => fieldPath("metadata", name)),
);

/** A field set without what nobody manages. */
export function stripMeta(fields: FieldSet): FieldSet {
  return fields.difference(serverFields);
}
