import type { Clock } from "crd-runtime";
import { type ParseableType, parseableType } from "crd-runtime/managedfields";
import {
  FieldManager,
  type ResetFieldsBySubresource,
  resetFieldsWithStatus,
} from "../managedfields/index.js";
import { apiVersionOf } from "../request/body/decode-object.js";
import type { ApiResource } from "../resources/resource.js";
import { scaleApiVersion } from "./scale-object.js";

/** The field managers of resources; one for each, as long as the resource lives. */
export class FieldManagers {
  /** Of the Scales of all resources. */
  readonly scales: FieldManager;
  readonly #clock: Clock;
  readonly #managers = new WeakMap<ApiResource, FieldManager>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.scales = new FieldManager({
      type: parseableType(undefined),
      apiVersion: scaleApiVersion,
      kind: "Scale",
      clock,
    });
  }

  of(resource: ApiResource): FieldManager {
    const known = this.#managers.get(resource);
    if (known !== undefined) return known;
    const apiVersion = apiVersionOf(resource);
    const manager = new FieldManager({
      type: parseableType(resource.schema),
      apiVersion,
      kind: resource.kind,
      clock: this.#clock,
      typeOf: (version) => typeOf(resource, version),
      members: resource.zeroMembers,
      resetFields: resource.status ? resetFieldsOf(resource, apiVersion) : undefined,
    });
    this.#managers.set(resource, manager);
    return manager;
  }
}

/** Further subresources leave the status alone, as the resource itself does. */
function resetFieldsOf(resource: ApiResource, apiVersion: string): ResetFieldsBySubresource {
  const fields = resetFieldsWithStatus({ apiVersion, apiVersions: [apiVersion] });
  const own = fields.get("");
  const others = own === undefined ? [] : (resource.subresources ?? []);
  return new Map([...fields, ...others.map((name) => [name, own ?? new Map()] as const)]);
}

function typeOf(resource: ApiResource, apiVersion: string): ParseableType | undefined {
  const schema = resource.conversion.schemaOf?.(apiVersion);
  return schema === undefined ? undefined : parseableType(schema);
}
