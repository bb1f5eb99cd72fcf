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

const extraValue: GoType = { type: "list", of: text, goName: "v1.ExtraValue" };

const resourceAttributes = struct({
  id: `${authorization}.ResourceAttributes`,
  description: "ResourceAttributes says what is to be done with a resource.",
  members: {
    namespace: optional(text),
    verb: optional(text),
    group: optional(text),
    version: optional(text),
    resource: optional(text),
    subresource: optional(text),
    name: optional(text),
    fieldSelector: pointer(
      struct({
        id: `${authorization}.FieldSelectorAttributes`,
        members: {
          rawSelector: optional(text),
          requirements: optional(listOf(fieldSelectorRequirement)),
        },
      }),
    ),
    labelSelector: pointer(
      struct({
        id: `${authorization}.LabelSelectorAttributes`,
        members: {
          rawSelector: optional(text),
          requirements: optional(listOf(labelSelectorRequirement)),
        },
      }),
    ),
  },
});

const nonResourceAttributes = struct({
  id: `${authorization}.NonResourceAttributes`,
  description: "NonResourceAttributes says what is to be done with a path.",
  members: { path: optional(text), verb: optional(text) },
});

const status = struct({
  id: `${authorization}.SubjectAccessReviewStatus`,
  description: "SubjectAccessReviewStatus is the answer.",
  members: {
    allowed: required(flag),
    denied: optional(flag),
    reason: optional(text),
    evaluationError: optional(text),
  },
});

const asked = {
  resourceAttributes: pointer(resourceAttributes),
  nonResourceAttributes: pointer(nonResourceAttributes),
};

export const selfSubjectAccessReview = kindStruct({
  id: `${authorization}.SelfSubjectAccessReview`,
  description: "SelfSubjectAccessReview asks whether the caller may do something.",
  members: {
    spec: required(struct({ id: `${authorization}.SelfSubjectAccessReviewSpec`, members: asked })),
    status: optional(status),
  },
});

function subjectReview(name: string, description: string): GoStruct {
  return kindStruct({
    id: `${authorization}.${name}`,
    description,
    members: {
      spec: required(
        struct({
          id: `${authorization}.SubjectAccessReviewSpec`,
          members: {
            ...asked,
            user: optional(text),
            groups: optional(texts),
            extra: optional(mapOf(extraValue)),
            uid: optional(text),
          },
        }),
      ),
      status: optional(status),
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

const authentication = "io.k8s.api.authentication.v1";

const userInfo = struct({
  id: `${authentication}.UserInfo`,
  description: "UserInfo says who somebody is.",
  members: {
    username: optional(text),
    uid: optional(text),
    groups: optional(texts),
    extra: optional(mapOf(extraValue)),
  },
});

export const selfSubjectReview = kindStruct({
  id: `${authentication}.SelfSubjectReview`,
  description: "SelfSubjectReview tells the caller who it is.",
  members: {
    status: optional(
      struct({
        id: `${authentication}.SelfSubjectReviewStatus`,
        members: { userInfo: optional(userInfo) },
      }),
    ),
  },
});

export const tokenReview = kindStruct({
  id: `${authentication}.TokenReview`,
  description: "TokenReview asks whose token this is.",
  members: {
    spec: required(
      struct({
        id: `${authentication}.TokenReviewSpec`,
        members: { token: written(text), audiences: optional(texts) },
      }),
    ),
    status: optional(
      struct({
        id: `${authentication}.TokenReviewStatus`,
        members: {
          authenticated: optional(flag),
          user: optional(userInfo),
          audiences: optional(texts),
          error: optional(text),
        },
      }),
    ),
  },
});
