import type { User } from "../http.js";
import { type Authorizer, alwaysAllow } from "./authorizer.js";

/** A rule of a role; rbac.authorization.k8s.io/v1 PolicyRule. */
export interface PolicyRule {
  readonly verbs?: readonly string[] | null | undefined;
  readonly apiGroups?: readonly string[] | null | undefined;
  readonly resources?: readonly string[] | null | undefined;
  readonly resourceNames?: readonly string[] | null | undefined;
  readonly nonResourceURLs?: readonly string[] | null | undefined;
}

/** What somebody may do, as far as it can be told without asking for each request. */
export interface UserRules {
  readonly resourceRules: readonly PolicyRule[];
  readonly nonResourceRules: readonly PolicyRule[];
  /** There may be more. */
  readonly incomplete: boolean;
  readonly evaluationError?: string | undefined;
}

/** Lists what a user may do in a namespace; authorizer.RuleResolver of apiserver. */
export type RuleResolver = (input: {
  readonly user: User;
  readonly namespace: string;
}) => UserRules;

/** What an authorizer that is no RBAC says of itself. */
export function rulesOf(authorizer: Authorizer): RuleResolver {
  return authorizer === alwaysAllow ? allRules : unknownRules;
}

const all = ["*"];

const allRules: RuleResolver = () => ({
  resourceRules: [{ verbs: all, apiGroups: all, resources: all }],
  nonResourceRules: [{ verbs: all, nonResourceURLs: all }],
  incomplete: false,
});

/** What can only be asked answers as kube-apiserver with a webhook as its authorizer. */
const unknownRules: RuleResolver = () => ({
  resourceRules: [],
  nonResourceRules: [],
  incomplete: true,
  evaluationError: "webhook authorizer does not support user rule resolution",
});
