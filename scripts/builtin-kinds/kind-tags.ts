import type { Resource } from "./documents.js";

/** Verbs of discovery, with those of clients that need them. */
const clientVerbs: Readonly<Record<string, readonly string[]>> = {
  create: ["create"],
  update: ["update"],
  delete: ["delete"],
  deletecollection: ["deleteCollection"],
  get: ["get"],
  list: ["list"],
  watch: ["watch"],
  patch: ["patch", "apply"],
};

const status = "k8s.io/apimachinery/pkg/apis/meta/v1.Status";
const scale = "../../../rest/scale.Scale";

/** Methods for subresources: the facts of what they take and return are in no document. */
const methods: Readonly<Record<string, readonly string[]>> = {
  binding: [`Bind,verb=create,subresource=binding,input=Binding,result=${status}`],
  ephemeralcontainers: ["UpdateEphemeralContainers,verb=update,subresource=ephemeralcontainers"],
  eviction: [
    `Evict,verb=create,subresource=eviction,input=crd-runtime/policy/v1.Eviction,result=${status}`,
  ],
  finalize: ["Finalize,verb=update,subresource=finalize"],
  resize: ["UpdateResize,verb=update,subresource=resize"],
  scale: [
    `GetScale,verb=get,subresource=scale,result=${scale}`,
    `UpdateScale,verb=update,subresource=scale,input=${scale},result=${scale}`,
  ],
  token: ["CreateToken,verb=create,subresource=token,input=TokenRequest,result=TokenRequest"],
};

/** Subresources that are no JSON, or are upgraded to another protocol. */
const streams: ReadonlySet<string> = new Set(["attach", "exec", "log", "portforward", "proxy"]);

/** The tags of a kind that the API serves. */
export function kindTags(input: {
  readonly resource: Resource;
  /** Resources and subresources of the group version. */
  readonly resources: readonly Resource[];
  readonly hasStatus: boolean;
}): readonly string[] {
  const { resource, resources, hasStatus } = input;
  const { name, namespaced, shortNames, categories } = resource;
  const subresources = resources
    .filter((each) => each.name.startsWith(`${name}/`))
    .map((each) => each.name.slice(name.length + 1));
  const servesStatus = subresources.includes("status");
  return [
    "genclient",
    ...(namespaced ? [] : ["genclient:nonNamespaced"]),
    ...(hasStatus && !servesStatus ? ["genclient:noStatus"] : []),
    ...verbTags(resource.verbs),
    ...subresources.flatMap(methodTags),
    "k8s:deepcopy-gen:interfaces=runtime.Object",
    `kubebuilder:resource:${[
      `path=${name}`,
      ...(namespaced ? [] : ["scope=Cluster"]),
      ...listArgument({ name: "shortName", words: shortNames }),
      ...listArgument({ name: "categories", words: categories }),
    ].join(",")}`,
    ...(servesStatus ? ["kubebuilder:subresource:status"] : []),
  ];
}

function verbTags(verbs: readonly string[]): readonly string[] {
  const missing = Object.keys(clientVerbs).filter((verb) => !verbs.includes(verb));
  if (missing.length === 0) return [];
  const few = verbs.length < missing.length;
  const words = (few ? verbs : missing).flatMap((verb) => clientVerbs[verb] ?? []);
  return [`genclient:${few ? "onlyVerbs" : "skipVerbs"}=${words.join(",")}`];
}

function methodTags(subresource: string): readonly string[] {
  if (subresource === "status" || streams.has(subresource)) return [];
  const known = methods[subresource];
  if (known === undefined) throw new Error(`no method is known for the subresource ${subresource}`);
  return known.map((method) => `genclient:method=${method}`);
}

function listArgument(input: {
  readonly name: string;
  readonly words: readonly string[];
}): readonly string[] {
  return input.words.length === 0 ? [] : [`${input.name}=${input.words.join(";")}`];
}
