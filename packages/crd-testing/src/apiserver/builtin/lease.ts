import type { Clock } from "crd-runtime";
import { dnsSubdomainErrors, type FieldError, invalid } from "crd-runtime/schema";
import type { ApiObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import { builtInResource } from "./built-in-resource.js";
import { ageColumn, column, nameColumn } from "./columns.js";
import { lease } from "./types/coordination.js";

interface Lease extends ApiObject {
  spec: {
    holderIdentity?: string;
    leaseDurationSeconds?: number;
    leaseTransitions?: number;
    strategy?: string;
    preferredHolder?: string;
  };
}

/** Leases: PUT creates one. Coordinated leader election is off, as in the server: its members are dropped. */
export function leases(clock: Clock): ApiResource {
  return builtInResource({
    group: "coordination.k8s.io",
    resource: "leases",
    kind: "Lease",
    scope: "Namespaced",
    rules: {
      type: lease,
      validateName: dnsSubdomainErrors,
      allowCreateOnUpdate: true,
      anyFinalizers: true,
      requiresResourceVersion: true,
      prepareForCreate: dropElection,
      prepareForUpdate: ({ object }) => dropElection(object),
      validate,
    },
    columns: [
      nameColumn,
      column({
        name: "Holder",
        description:
          "holderIdentity contains the identity of the holder of a current lease. If Coordinated Leader Election is used, the " +
          "holder identity must be equal to the elected LeaseCandidate.metadata.name field.",
        cell: (object) => (object as Lease).spec.holderIdentity ?? "",
      }),
      ageColumn(clock),
    ],
  });
}

function dropElection(object: ApiObject): void {
  const { spec } = object as Lease;
  delete spec.strategy;
  delete spec.preferredHolder;
}

function validate(object: ApiObject): readonly FieldError[] {
  const { leaseDurationSeconds, leaseTransitions } = (object as Lease).spec;
  const errors: FieldError[] = [];
  if (leaseDurationSeconds !== undefined && leaseDurationSeconds <= 0) {
    errors.push(
      invalid({
        field: "spec.leaseDurationSeconds",
        value: leaseDurationSeconds,
        detail: "must be greater than 0",
      }),
    );
  }
  if (leaseTransitions !== undefined && leaseTransitions < 0) {
    errors.push(
      invalid({
        field: "spec.leaseTransitions",
        value: leaseTransitions,
        detail: "must be greater than or equal to 0",
      }),
    );
  }
  return errors;
}
