import type { Caller } from "../harness/contract-server.js";
import { at } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { named, widgets } from "./widgets.js";

const anonymous: Caller = { as: "anonymous" };

const stranger: Caller = { as: "token", token: "nobody-knows-me" };

export const authentication: Topic = {
  name: "authentication",
  definitions: [widgets],
  cases: {
    nobody: [
      { GET: "widgets", caller: anonymous },
      { GET: "/apis", caller: anonymous },
      { GET: "/version", caller: anonymous, view: (body) => at(body, "major") ?? body },
      { GET: "/readyz", caller: anonymous },
      { GET: "/livez", caller: anonymous },
      { GET: "/healthz", caller: anonymous },
      { GET: "/missing", caller: anonymous },
      { POST: "widgets", body: named("a")(), caller: anonymous },
    ],
    "a token that is not known": [
      { GET: "widgets", caller: stranger },
      { GET: "/version", caller: stranger },
      { GET: "/readyz", caller: stranger },
      { POST: "widgets", body: named("a")(), caller: stranger },
      { WATCH: "w", of: "widgets", caller: stranger },
    ],
    "other schemes": [
      { GET: "widgets", caller: anonymous, headers: { authorization: "Basic dTpw" } },
      { GET: "widgets", caller: anonymous, headers: { authorization: "Bearer" } },
      { GET: "widgets", caller: anonymous, headers: { authorization: "Bearer  " } },
      { GET: "widgets", caller: anonymous, headers: { authorization: "bearer x" } },
    ],
    "who am I": [
      {
        POST: "/apis/authentication.k8s.io/v1/selfsubjectreviews",
        body: { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" },
        caller: { as: "user", name: "alice", groups: ["dev"] },
      },
    ],
  },
};
