/** A request that goes to both servers. `$G` stands for the API group of the run. */
export interface Request {
  readonly call: string;
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const root = "/apis/$G/v1/namespaces/default/databases";
const types = {
  json: "application/json-patch+json",
  merge: "application/merge-patch+json",
  strategic: "application/strategic-merge-patch+json",
  apply: "application/apply-patch+yaml",
} as const;

const database = (metadata: object, members: object = {}): object => ({
  apiVersion: "$G/v1",
  kind: "Database",
  metadata,
  ...members,
});
const post = (metadata: object, members: object = {}, query = ""): Request => ({
  call: `POST ${root}${query}`,
  body: database(metadata, members),
});
const put = (path: string, metadata: object, members: object = {}): Request => ({
  call: `PUT ${root}/${path}`,
  body: database(metadata, members),
});
const patch = (path: string, type: keyof typeof types, body: unknown): Request => ({
  call: `PATCH ${root}/${path}`,
  type: types[type],
  body,
});
const apply = (path: string, members: object): Request =>
  patch(path, "apply", database({ name: "a" }, members));
const scale = (path: string, metadata: object, spec: object): Request => ({
  call: `PUT ${root}/${path}/scale`,
  body: { apiVersion: "autoscaling/v1", kind: "Scale", metadata, spec },
});

/** Scenarios, one after another on the same objects; their answers must be the same, but for what a server is free in. */
export const scenarios: Readonly<Record<string, readonly Request[]>> = {
  create: [
    post({ name: "a" }, { spec: { replicas: 2, foo: 1 }, status: { phase: "x" } }),
    post({ name: "a" }),
    post({ name: "A_b" }),
    post({}),
    post({ name: "b", namespace: "other" }),
    post({ name: "b", resourceVersion: "5" }),
    post({ name: "b", finalizers: ["x"] }),
    post({ name: "b", labels: { "a b": "c" } }),
    post({ name: "b" }, { spec: { replicas: 11, tags: ["a", "a"] } }),
    post({ name: "b" }, { spec: { users: [{ role: "x" }] } }),
    post({ name: "c", uid: "mine", generation: 7, selfLink: "/x", deletionGracePeriodSeconds: 3 }),
    { call: "POST /apis/$G/v1/namespaces/nope/databases", body: database({ name: "A" }) },
    { call: `POST ${root}`, body: { ...database({ name: "b" }), kind: "Other" } },
    { call: `POST ${root}`, body: { ...database({ name: "b" }), apiVersion: "$G/v2" } },
    { call: `POST ${root}`, body: { metadata: { name: "b" } } },
    { call: `POST ${root}`, body: "[]" },
    { call: `POST ${root}`, body: "" },
    { call: `POST ${root}`, body: "{}", type: "text/plain" },
  ],
  options: [
    post({ name: "d" }, { spec: {} }, "?dryRun=All"),
    post({ name: "d" }, {}, "?dryRun=some"),
    post({ name: "d" }, {}, "?fieldValidation=Odd"),
    post({ name: "d" }, { spec: { foo: 1 } }, "?fieldValidation=Strict"),
    post({ name: "d" }, { spec: { foo: 1 } }, "?fieldValidation=Ignore&fieldManager=me"),
    { call: `GET ${root}/d?resourceVersion=x` },
    { call: `GET ${root}?limit=x` },
    { call: `GET ${root}?sendInitialEvents=true` },
    { call: `GET ${root}?resourceVersionMatch=Exact` },
  ],
  update: [
    post({ name: "a" }, { spec: { replicas: 1 } }),
    put("a", { name: "a" }),
    put("a", { name: "a", resourceVersion: "1" }),
    put("a", { name: "a", resourceVersion: "x" }),
    put("a", { name: "b" }),
    put("a", {}),
    put("none", { name: "none" }),
    put("a/status", { name: "a" }, { status: { phase: "x" } }),
    { call: `PUT ${root}`, body: database({ name: "a" }) },
  ],
  patch: [
    post({ name: "a" }, { spec: { replicas: 1 } }),
    patch("a", "merge", { spec: { replicas: 2, foo: 1 } }),
    patch("a", "merge", { spec: { replicas: 2 } }),
    patch("a", "json", [{ op: "add", path: "/metadata/labels", value: { x: "y" } }]),
    patch("a", "json", [{ op: "remove", path: "/spec/none" }]),
    patch("a", "json", [{ op: "replace", path: "/spec/engine", value: "mysql" }]),
    patch("a", "json", {}),
    patch("a", "json", [1]),
    patch("a", "json", "{"),
    patch("a", "merge", []),
    patch("a", "merge", "null"),
    patch("a", "merge", { metadata: { name: "b" } }),
    patch("a", "merge", { metadata: { uid: "x" } }),
    patch("a", "merge", { metadata: { resourceVersion: "1" } }),
    patch("a", "merge", { kind: "Other" }),
    patch("a", "merge", { spec: { replicas: 11 } }),
    patch("a?force=true", "merge", {}),
    patch("a", "strategic", {}),
    patch("none", "merge", {}),
    patch("a/status", "merge", { spec: { replicas: 9 }, status: { phase: "Ready" } }),
    { call: `GET ${root}/a` },
  ],
  apply: [
    apply("a", { spec: {} }),
    apply("a?fieldManager=one", { spec: { replicas: 1, tags: ["a"] } }),
    apply("a?fieldManager=two", { spec: { tags: ["b"], users: [{ name: "x" }] } }),
    apply("a?fieldManager=two", { spec: { replicas: 2 } }),
    apply("a?fieldManager=two&force=true", { spec: { replicas: 2 } }),
    apply("a?fieldManager=one", { spec: { foo: 1 } }),
    apply("b?fieldManager=one", { spec: {} }),
    apply("a/status?fieldManager=one", { status: { phase: "x" } }),
    { ...apply("a?fieldManager=one", {}), body: "1" },
  ],
  scale: [
    post({ name: "a" }, { spec: { replicas: 1 } }),
    { call: `GET ${root}/a/scale` },
    scale("a", { name: "a" }, { replicas: 3, x: 1 }),
    scale("a", { name: "a", resourceVersion: "1" }, { replicas: 4 }),
    scale("a", { name: "a" }, { replicas: -1 }),
    scale("a", { name: "b" }, { replicas: 1 }),
    scale("none", { name: "none" }, { replicas: 1 }),
    patch("a/scale", "merge", { spec: { replicas: 4 } }),
    { call: `GET ${root}/a` },
    { call: `POST ${root}/a/scale`, body: {} },
  ],
  delete: [
    post({ name: "a", finalizers: ["example.com/x"] }),
    { call: `DELETE ${root}/a`, body: { preconditions: { uid: "x" } } },
    { call: `DELETE ${root}/a`, body: { propagationPolicy: "Odd" } },
    { call: `DELETE ${root}/a?propagationPolicy=Foreground` },
    { call: `DELETE ${root}/a` },
    post({ name: "a" }),
    patch("a", "merge", { metadata: { finalizers: ["example.com/x", "example.com/y"] } }),
    patch("a", "merge", { metadata: { finalizers: null } }),
    { call: `GET ${root}/a` },
    post({ name: "b", labels: { x: "y" } }),
    post({ name: "c" }),
    { call: `DELETE ${root}?labelSelector=x%3Dy` },
    { call: `DELETE ${root}/c` },
    { call: `DELETE ${root}/c` },
    { call: `DELETE ${root}/c/status` },
  ],
  answers: [
    post({ name: "a" }, { spec: { replicas: 1 } }),
    { call: `GET ${root}/a`, headers: { accept: "application/yaml" } },
    { call: `GET ${root}/a`, headers: { accept: "application/json;as=Table;v=v1;g=meta.k8s.io" } },
    {
      call: `GET ${root}/a`,
      headers: { accept: "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io" },
    },
    { call: `GET ${root}/a`, headers: { accept: "text/html" } },
    { call: `GET ${root}/a`, headers: { "user-agent": "curl/8" } },
    { call: `GET ${root}/a/none` },
    { call: `GET ${root}/..` },
    { call: "GET /apis/$G/v1/databases/a" },
    { call: "GET /apis/$G/v1/nothings" },
    { call: "GET /api/v1/nothings" },
  ],
};
