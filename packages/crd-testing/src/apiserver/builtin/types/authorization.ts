import {
  flag,
  type GoStruct,
  type GoType,
  listOf,
  mapOf,
  optional,
  pointer,
  required,
  struct,
  text,
  texts,
  written,
} from "./go-type.js";
import { fieldSelectorRequirement, kindStruct, labelSelectorRequirement } from "./meta.js";

const authorization = "io.k8s.api.authorization.v1";

const extraValue: GoType = { type: "list", of: text, goName: "v1.ExtraValue", isMessage: true };

const resourceAttributes = struct({
  id: `${authorization}.ResourceAttributes`,
  description: "ResourceAttributes says what is to be done with a resource.",
  members: {
    namespace: optional(1, text),
    verb: optional(2, text),
    group: optional(3, text),
    version: optional(4, text),
    resource: optional(5, text),
    subresource: optional(6, text),
    name: optional(7, text),
    fieldSelector: pointer(
      8,
      struct({
        id: `${authorization}.FieldSelectorAttributes`,
        members: {
          rawSelector: optional(1, text),
          requirements: optional(2, listOf(fieldSelectorRequirement)),
        },
      }),
    ),
    labelSelector: pointer(
      9,
      struct({
        id: `${authorization}.LabelSelectorAttributes`,
        members: {
          rawSelector: optional(1, text),
          requirements: optional(2, listOf(labelSelectorRequirement)),
        },
      }),
    ),
  },
});

const nonResourceAttributes = struct({
  id: `${authorization}.NonResourceAttributes`,
  description: "NonResourceAttributes says what is to be done with a path.",
  members: { path: optional(1, text), verb: optional(2, text) },
});

const status = struct({
  id: `${authorization}.SubjectAccessReviewStatus`,
  description: "SubjectAccessReviewStatus is the answer.",
  members: {
    allowed: required(1, flag),
    denied: optional(4, flag),
    reason: optional(2, text),
    evaluationError: optional(3, text),
  },
});

const asked = {
  resourceAttributes: pointer(1, resourceAttributes),
  nonResourceAttributes: pointer(2, nonResourceAttributes),
};

export const selfSubjectAccessReview = kindStruct({
  id: `${authorization}.SelfSubjectAccessReview`,
  description: "SelfSubjectAccessReview asks whether the caller may do something.",
  members: {
    spec: required(
      2,
      struct({ id: `${authorization}.SelfSubjectAccessReviewSpec`, members: asked }),
    ),
    status: optional(3, status),
  },
});

function subjectReview(name: string, description: string): GoStruct {
  return kindStruct({
    id: `${authorization}.${name}`,
    description,
    members: {
      spec: required(
        2,
        struct({
          id: `${authorization}.SubjectAccessReviewSpec`,
          members: {
            ...asked,
            user: optional(3, text),
            groups: optional(4, texts),
            extra: optional(5, mapOf(extraValue)),
            uid: optional(6, text),
          },
        }),
      ),
      status: optional(3, status),
    },
  });
}

export const subjectAccessReview = subjectReview(
  "SubjectAccessReview",
  "SubjectAccessReview asks whether somebody may do something.",
);

export const localSubjectAccessReview = subjectReview(
  "LocalSubjectAccessReview",
  "LocalSubjectAccessReview asks whether somebody may do something in a namespace.",
);

const resourceRule = struct({
  id: `${authorization}.ResourceRule`,
  description: "ResourceRule is what may be done with resources.",
  members: {
    verbs: required(1, texts),
    apiGroups: optional(2, texts),
    resources: optional(3, texts),
    resourceNames: optional(4, texts),
  },
});

const nonResourceRule = struct({
  id: `${authorization}.NonResourceRule`,
  description: "NonResourceRule is what may be done with paths.",
  members: { verbs: required(1, texts), nonResourceURLs: optional(2, texts) },
});

export const selfSubjectRulesReview = kindStruct({
  id: `${authorization}.SelfSubjectRulesReview`,
  description: "SelfSubjectRulesReview asks what the caller may do in a namespace.",
  members: {
    spec: required(
      2,
      struct({
        id: `${authorization}.SelfSubjectRulesReviewSpec`,
        members: { namespace: optional(1, text) },
      }),
    ),
    status: optional(
      3,
      struct({
        id: `${authorization}.SubjectRulesReviewStatus`,
        description: "SubjectRulesReviewStatus is the answer.",
        members: {
          resourceRules: required(1, listOf(resourceRule)),
          nonResourceRules: required(2, listOf(nonResourceRule)),
          incomplete: required(3, flag),
          evaluationError: optional(4, text),
        },
      }),
    ),
  },
});

const authentication = "io.k8s.api.authentication.v1";

const userInfo = struct({
  id: `${authentication}.UserInfo`,
  description: "UserInfo says who somebody is.",
  members: {
    username: optional(1, text),
    uid: optional(2, text),
    groups: optional(3, texts),
    extra: optional(4, mapOf(extraValue)),
  },
});

export const selfSubjectReview = kindStruct({
  id: `${authentication}.SelfSubjectReview`,
  description: "SelfSubjectReview tells the caller who it is.",
  members: {
    status: optional(
      2,
      struct({
        id: `${authentication}.SelfSubjectReviewStatus`,
        members: { userInfo: optional(1, userInfo) },
      }),
    ),
  },
});

export const tokenReview = kindStruct({
  id: `${authentication}.TokenReview`,
  description: "TokenReview asks whose token this is.",
  members: {
    spec: required(
      2,
      struct({
        id: `${authentication}.TokenReviewSpec`,
        members: { token: written(1, text), audiences: optional(2, texts) },
      }),
    ),
    status: optional(
      3,
      struct({
        id: `${authentication}.TokenReviewStatus`,
        members: {
          authenticated: optional(1, flag),
          user: optional(2, userInfo),
          audiences: optional(4, texts),
          error: optional(3, text),
        },
      }),
    ),
  },
});
