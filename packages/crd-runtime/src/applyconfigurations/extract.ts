import { FieldSet } from "../managedfields/field-set.js";
import type { DeepReadonly, KubernetesObject, TypeMeta } from "../meta/index.js";
import type { ApplyConfigurationBuilder } from "./builder.js";
import type { ApplyConfigurationType } from "./constructors.js";
import { ownedPart } from "./owned.js";

/**
 * What a field manager has applied to an object, and still owns: to be changed and applied again. Fields that it owns by other
 * operations than apply are not in it. The name, the namespace, apiVersion and kind always are, also when the manager has
 * applied nothing, or the object comes without managedFields. Follows ExtractInto of client-go.
 *
 * @param input.subresource `""`: the resource itself
 * @throws FieldsV1Error when the object's managedFields are malformed
 */
export function extractApplyConfiguration<T>(input: {
  readonly object: DeepReadonly<KubernetesObject>;
  readonly fieldManager: string;
  readonly subresource: string;
  readonly type: ApplyConfigurationType<T>;
}): ApplyConfigurationBuilder<T> {
  const { object, fieldManager, subresource, type } = input;
  const entry = object.metadata.managedFields?.find(
    (each) =>
      each.operation === "Apply" &&
      each.manager === fieldManager &&
      (each.subresource ?? "") === subresource,
  );
  const node = FieldSet.fromJSON(entry?.fieldsV1 ?? {}).leaves().node;
  const owned: unknown = ownedPart({ value: object, node, field: () => type });
  return type.build(withIdentity({ object, owned, typeMeta: type.typeMeta }));
}

/** The owned fields, as what the type says they are. */
function withIdentity<T>(input: {
  readonly object: DeepReadonly<KubernetesObject>;
  readonly owned: unknown;
  readonly typeMeta: Required<TypeMeta> | undefined;
}): T {
  const { object, owned, typeMeta } = input;
  const { apiVersion = typeMeta?.apiVersion, kind = typeMeta?.kind } = object;
  const { name, namespace } = object.metadata;
  const given: { metadata?: object } = Object.assign({}, owned);
  return {
    ...present({ apiVersion, kind }),
    ...given,
    metadata: { ...present({ name, namespace }), ...given.metadata },
  } as T;
}

function present(members: { readonly [name: string]: string | undefined }): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
