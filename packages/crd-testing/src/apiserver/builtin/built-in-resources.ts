import type { Clock } from "crd-runtime";
import type { RuleChecks } from "crd-runtime/schema";
import type { Authorizer } from "../authorization/authorizer.js";
import type { RuleResolver } from "../authorization/rules.js";
import { definitionResource } from "../customresources/definition-resource.js";
import type { User } from "../http.js";
import type { ApiResource } from "../resources/resource.js";
import { configMaps } from "./config-map.js";
import { coreEvents, newEvents } from "./event.js";
import { leases } from "./lease.js";
import { namespaces } from "./namespace.js";
import { reviews } from "./reviews.js";
import { clusterRoles, roles } from "./role.js";
import { clusterRoleBindings, roleBindings } from "./role-binding.js";
import { secrets } from "./secret.js";
import { serviceAccounts } from "./service-account.js";

/** What the built-in resources work with. */
export interface BuiltInOptions {
  readonly clock: Clock;
  readonly authorizer: Authorizer;
  /** What somebody may do, for SelfSubjectRulesReview. */
  readonly rulesFor: RuleResolver;
  /** Whose token it is, for TokenReview. */
  readonly userOfToken: (token: string) => User | undefined;
  /** Checks of CEL expressions in definitions; absent: they are not looked at. */
  readonly rules?: RuleChecks | undefined;
}

/** All resources that are served without a definition. */
export function builtInResources(options: BuiltInOptions): readonly ApiResource[] {
  const { clock, authorizer, rulesFor, userOfToken, rules } = options;
  return [
    configMaps(clock),
    coreEvents(clock),
    namespaces(clock),
    secrets(clock),
    serviceAccounts(clock),
    newEvents(clock),
    ...reviews({ authorizer, rulesFor, userOfToken, now: () => clock.now() }),
    clusterRoleBindings(clock),
    clusterRoles(),
    roleBindings(clock),
    roles(),
    definitionResource({ rules }),
    leases(clock),
  ];
}
