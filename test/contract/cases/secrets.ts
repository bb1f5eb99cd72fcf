import type { Json } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { named } from "./widgets.js";

const data = (members: { readonly [member: string]: Json }): Json => ({
  metadata: { name: "a" },
  ...members,
});

const secret = (members: { readonly [member: string]: Json }) => ({
  POST: "secrets?dryRun=All",
  body: data(members),
});

const encoded = (text: string): string => Buffer.from(text).toString("base64");

export const secrets: Topic = {
  name: "secrets",
  cases: {
    "check types and data": [
      secret({}),
      secret({ stringData: { k: "v" } }),
      secret({ data: { k: "dg==" }, stringData: { k: "w", l: "x" } }),
      secret({ data: { k: "not base64!" } }),
      secret({ data: { k: "" } }),
      secret({ data: { k: null } }),
      secret({ data: { k: 1 } }),
      secret({ data: { k: "dg" } }),
      secret({ data: { k: "d-_=" } }),
      secret({ stringData: { k: 1 } }),
      secret({ data: { "bad key": "dg==" } }),
      secret({ stringData: { ä: "v" } }),
      secret({ type: "" }),
      secret({ type: "Any Text" }),
      secret({ type: "kubernetes.io/tls" }),
      secret({ type: "kubernetes.io/tls", data: { "tls.crt": "", "tls.key": "" } }),
      secret({ type: "kubernetes.io/basic-auth" }),
      secret({ type: "kubernetes.io/basic-auth", stringData: { username: "u" } }),
      secret({ type: "kubernetes.io/ssh-auth" }),
      secret({ type: "kubernetes.io/ssh-auth", stringData: { "ssh-privatekey": "" } }),
      secret({ type: "kubernetes.io/ssh-auth", stringData: { "ssh-privatekey": "k" } }),
      secret({ type: "kubernetes.io/dockerconfigjson" }),
      secret({ type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "{" } }),
      secret({ type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "{}" } }),
      secret({ type: "kubernetes.io/dockercfg", data: { ".dockercfg": encoded("x") } }),
      secret({ type: "kubernetes.io/service-account-token" }),
      secret({ type: "bootstrap.kubernetes.io/token", stringData: { "token-id": "x" } }),
      secret({ stringData: { big: "x".repeat(1_048_577) } }),
      secret({ immutable: true }),
    ],
    "are updated": [
      { POST: "secrets", body: data({ stringData: { k: "v" } }) },
      { PATCH: "secrets/a", merge: { stringData: { l: "w" } } },
      { PATCH: "secrets/a", merge: { data: { k: null } } },
      { PATCH: "secrets/a", merge: { type: "other" } },
      { PUT: "secrets/a", body: data({ data: { m: "eA==" } }) },
      { PUT: "secrets/a", body: data({ type: "other", data: { m: "eA==" } }) },
      { PATCH: "secrets/a?fieldManager=one", apply: data({ stringData: { n: "y" } }) },
      { PATCH: "secrets/a", merge: { immutable: true } },
      { PATCH: "secrets/a", merge: { data: { m: "eQ==" } } },
      { PATCH: "secrets/a", merge: { immutable: null } },
      { GET: "secrets/a" },
      {
        POST: "serviceaccounts",
        body: named("s")({ automountServiceAccountToken: false, secrets: [{ name: "a" }] }),
      },
      { PATCH: "serviceaccounts/s", merge: { secrets: null } },
    ],
  },
};
