import { dnsSubdomainErrors, type FieldError, invalid, required } from "crd-runtime/schema";
import type { Attributes, Authorizer } from "../authorization/authorizer.js";
import type { PolicyRule, RuleResolver, UserRules } from "../authorization/rules.js";
import type { User } from "../http.js";
import type { ApiObject, JsonObject } from "../object.js";
import type { ApiResource, Verb } from "../resources/resource.js";
import { badRequest, invalid as invalidObject } from "../status/index.js";
import { timeOf } from "../time.js";
import { builtInResource } from "./built-in-resource.js";
import { nameColumn } from "./columns.js";
import {
  localSubjectAccessReview,
  selfSubjectAccessReview,
  selfSubjectReview,
  selfSubjectRulesReview,
  subjectAccessReview,
  tokenReview,
} from "./types/authorization.js";
import type { GoStruct } from "./types/go-type.js";

const verbs: ReadonlySet<Verb> = new Set<Verb>(["create"]);

/** What reviews ask. */
export interface ReviewOptions {
  readonly authorizer: Authorizer;
  readonly rulesFor: RuleResolver;
  /** Whose token it is; undefined when it is nobody's. */
  readonly userOfToken: (token: string) => User | undefined;
  /** Wall time, milliseconds. */
  readonly now: () => number;
}

interface AccessReview extends ApiObject {
  spec: {
    resourceAttributes?: Partial<Record<string, string>> & {
      labelSelector?: SelectorAttributes;
      fieldSelector?: SelectorAttributes;
    };
    nonResourceAttributes?: { path?: string; verb?: string };
    user?: string;
    groups?: string[];
    extra?: Record<string, string[]>;
    uid?: string;
  };
}

type SelectorAttributes = string & { rawSelector?: string; requirements?: JsonObject[] };

/** Resources that answer: who am I, may I, whose token is this. */
export function reviews(options: ReviewOptions): readonly ApiResource[] {
  const { authorizer, rulesFor, userOfToken, now } = options;
  return [
    review({
      group: "authorization.k8s.io",
      resource: "localsubjectaccessreviews",
      type: localSubjectAccessReview,
      scope: "Namespaced",
      validate: (object) => localErrors(object as AccessReview),
      answer: (object) => decide({ object, user: namedUser(object as AccessReview), authorizer }),
    }),
    review({
      group: "authorization.k8s.io",
      resource: "selfsubjectaccessreviews",
      type: selfSubjectAccessReview,
      validate: (object) => selfErrors(object as AccessReview),
      answer: (object, user) => decide({ object, user, authorizer }),
    }),
    review({
      group: "authorization.k8s.io",
      resource: "selfsubjectrulesreviews",
      type: selfSubjectRulesReview,
      answer({ apiVersion, kind, spec }, user) {
        // Decoded as a SelfSubjectRulesReview by the strategy.
        const { namespace = "" } = spec as { namespace?: string };
        if (namespace === "") throw badRequest("no namespace on request");
        const status = rulesStatus(rulesFor({ user, namespace }));
        // The server answers with an object of its own.
        return { apiVersion, kind, metadata: {}, spec: {}, status };
      },
    }),
    review({
      group: "authorization.k8s.io",
      resource: "subjectaccessreviews",
      type: subjectAccessReview,
      validate: (object) => [
        ...subjectErrors(object as AccessReview),
        ...metadataErrors(object, "must be empty"),
      ],
      answer: (object) => decide({ object, user: namedUser(object as AccessReview), authorizer }),
    }),
    review({
      group: "authentication.k8s.io",
      resource: "selfsubjectreviews",
      type: selfSubjectReview,
      answer: (object, user) => ({
        ...object,
        metadata: { ...object.metadata, creationTimestamp: timeOf(now()) },
        status: { userInfo: userInfo(user) },
      }),
    }),
    review({
      group: "authentication.k8s.io",
      resource: "tokenreviews",
      type: tokenReview,
      answer(object) {
        // Decoded as a TokenReview by the strategy.
        const { token } = object["spec"] as { token: string };
        if (token === "") throw badRequest("token is required for TokenReview in authentication");
        const user = userOfToken(token);
        const status =
          user === undefined
            ? { user: {}, error: "invalid bearer token" }
            : { authenticated: true, user: userInfo(user) };
        return { ...object, status };
      },
    }),
  ];
}

function review(input: {
  readonly group: string;
  readonly resource: string;
  readonly type: GoStruct;
  readonly scope?: "Namespaced";
  validate?(object: ApiObject): readonly FieldError[];
  answer(object: ApiObject, user: User): ApiObject | Promise<ApiObject>;
}): ApiResource {
  const { group, resource, type, scope = "Cluster", validate, answer } = input;
  return builtInResource({
    group,
    resource,
    kind: type.name,
    scope,
    verbs,
    columns: [nameColumn],
    rules: { type, validateName: dnsSubdomainErrors },
    review: {
      answer({ object, user }) {
        const errors = validate?.(object) ?? [];
        // The server does not name the kind.
        if (errors.length > 0) throw invalidObject({ kind: { group, kind: "" }, name: "", errors });
        return answer(object, user);
      },
    },
  });
}

async function decide(input: {
  readonly object: ApiObject;
  readonly user: User;
  readonly authorizer: Authorizer;
}): Promise<ApiObject> {
  const { object, user, authorizer } = input;
  const attributes = attributesOf(object as AccessReview, user);
  const { allowed, reason } = user.groups.includes("system:masters")
    ? { allowed: true, reason: undefined }
    : await authorizer(attributes);
  return { ...object, status: { allowed, ...(reason === undefined ? {} : { reason }) } };
}

function rulesStatus(rules: UserRules): JsonObject {
  const { resourceRules, nonResourceRules, incomplete, evaluationError } = rules;
  return {
    resourceRules: resourceRules.map((rule) =>
      withoutEmpty({
        verbs: rule.verbs,
        apiGroups: rule.apiGroups,
        resources: rule.resources,
        resourceNames: rule.resourceNames,
      }),
    ),
    nonResourceRules: nonResourceRules.map(({ verbs, nonResourceURLs }) =>
      withoutEmpty({ verbs, nonResourceURLs }),
    ),
    incomplete,
    ...(evaluationError === undefined ? {} : { evaluationError }),
  };
}

/** A rule without the lists that are left out when they are empty; verbs never are. */
function withoutEmpty(rule: PolicyRule): JsonObject {
  return Object.fromEntries(Object.entries(rule).filter(([, list]) => (list ?? []).length > 0));
}

function attributesOf({ spec }: AccessReview, user: User): Attributes {
  const { resourceAttributes: asked, nonResourceAttributes } = spec;
  return {
    user,
    verb: asked?.["verb"] ?? nonResourceAttributes?.verb ?? "",
    isResourceRequest: asked !== undefined,
    path: nonResourceAttributes?.path ?? "",
    group: asked?.["group"] ?? "",
    version: asked === undefined ? "" : asked["version"] || "*",
    resource: asked?.["resource"] ?? "",
    subresource: asked?.["subresource"] ?? "",
    namespace: asked?.["namespace"] ?? "",
    name: asked?.["name"] ?? "",
  };
}

function namedUser({ spec }: AccessReview): User {
  const { user = "", groups = [], extra, uid } = spec;
  return { name: user, groups, uid, extra };
}

function userInfo({ name, uid, groups, extra }: User): JsonObject {
  return {
    ...(name === "" ? {} : { username: name }),
    ...(uid ? { uid } : {}),
    ...(groups.length === 0 ? {} : { groups }),
    ...(extra === undefined || Object.keys(extra).length === 0 ? {} : { extra }),
  };
}

const oneOfBoth = "exactly one of nonResourceAttributes or resourceAttributes must be specified";

function attributesErrors({ spec }: AccessReview): readonly FieldError[] {
  const { resourceAttributes: asked, nonResourceAttributes } = spec;
  const errors: FieldError[] = [];
  if ((asked === undefined) === (nonResourceAttributes === undefined)) {
    // The server prints its internal type.
    const { path = "", verb = "" } = nonResourceAttributes ?? {};
    const value = nonResourceAttributes === undefined ? null : { Path: path, Verb: verb };
    errors.push(invalid({ field: "spec", value, detail: oneOfBoth }));
  }
  return errors;
}

function selectorsErrors({ spec }: AccessReview): readonly FieldError[] {
  const path = "spec.resourceAttributes";
  return (["fieldSelector", "labelSelector"] as const).flatMap((name) => {
    const selector = spec.resourceAttributes?.[name];
    if (selector === undefined) return [];
    const { rawSelector = "", requirements = [] } = selector;
    const field = `${path}.${name}`;
    if (rawSelector !== "" && requirements.length > 0) {
      const detail = "may not specified at the same time as requirements";
      return [invalid({ field: `${field}.rawSelector`, value: rawSelector, detail })];
    }
    if (rawSelector !== "" || requirements.length > 0) return [];
    const detail = `when ${field} is specified, requirements or rawSelector is required`;
    return [required(`${field}.requirements`, detail)];
  });
}

function selfErrors(object: AccessReview): readonly FieldError[] {
  return [
    ...attributesErrors(object),
    ...selectorsErrors(object),
    ...metadataErrors(object, "must be empty"),
  ];
}

function subjectErrors(object: AccessReview): readonly FieldError[] {
  const { user = "", groups = [] } = object.spec;
  const errors: FieldError[] = [...attributesErrors(object)];
  if (user === "" && groups.length === 0) {
    const detail = "at least one of user or group must be specified";
    errors.push(invalid({ field: "spec.user", value: user, detail }));
  }
  return [...errors, ...selectorsErrors(object)];
}

function localErrors(object: AccessReview): readonly FieldError[] {
  const { resourceAttributes: asked, nonResourceAttributes } = object.spec;
  const errors: FieldError[] = [
    ...subjectErrors(object),
    ...metadataErrors(object, "must be empty except for namespace"),
  ];
  const namespace = asked?.["namespace"] ?? "";
  if (asked !== undefined && namespace !== (object.metadata.namespace ?? "")) {
    const field = "spec.resourceAttributes.namespace";
    errors.push(invalid({ field, value: namespace, detail: "must match metadata.namespace" }));
  }
  if (nonResourceAttributes !== undefined) {
    const detail = "disallowed on this kind of request";
    const field = "spec.nonResourceAttributes";
    errors.push(invalid({ field, value: nonResourceAttributes, detail }));
  }
  return errors;
}

function metadataErrors({ metadata }: ApiObject, detail: string): readonly FieldError[] {
  const { managedFields: _, ...rest } = metadata;
  const names = Object.keys(rest).filter(
    (name) => !(name === "namespace" && detail.includes("except")),
  );
  return names.length === 0 ? [] : [invalid({ field: "metadata", value: metadata, detail })];
}
