import { type Advice, suggest } from "../diagnostics/index.js";
import { alternatives } from "./tags/index.js";
import type { ModelOutline } from "./types.js";

/** Resources that Kubernetes 1.37 serves, without subresources, by API group. */
export const builtinResources: Readonly<Record<string, readonly string[]>> = {
  "": words(
    "bindings componentstatuses configmaps endpoints events limitranges namespaces nodes persistentvolumeclaims persistentvolumes pods podtemplates replicationcontrollers resourcequotas secrets serviceaccounts services",
  ),
  "admissionregistration.k8s.io": words(
    "mutatingadmissionpolicies mutatingadmissionpolicybindings mutatingwebhookconfigurations validatingadmissionpolicies validatingadmissionpolicybindings validatingwebhookconfigurations",
  ),
  "apiextensions.k8s.io": words("customresourcedefinitions"),
  "apiregistration.k8s.io": words("apiservices"),
  apps: words("controllerrevisions daemonsets deployments replicasets statefulsets"),
  "authentication.k8s.io": words("selfsubjectreviews tokenreviews"),
  "authorization.k8s.io": words(
    "localsubjectaccessreviews selfsubjectaccessreviews selfsubjectrulesreviews subjectaccessreviews",
  ),
  autoscaling: words("horizontalpodautoscalers"),
  batch: words("cronjobs jobs"),
  "certificates.k8s.io": words(
    "certificatesigningrequests clustertrustbundles podcertificaterequests",
  ),
  "coordination.k8s.io": words("leases"),
  "discovery.k8s.io": words("endpointslices"),
  "events.k8s.io": words("events"),
  "flowcontrol.apiserver.k8s.io": words("flowschemas prioritylevelconfigurations"),
  "networking.k8s.io": words("ingressclasses ingresses ipaddresses networkpolicies servicecidrs"),
  "node.k8s.io": words("runtimeclasses"),
  policy: words("poddisruptionbudgets"),
  "rbac.authorization.k8s.io": words("clusterrolebindings clusterroles rolebindings roles"),
  "resource.k8s.io": words("deviceclasses resourceclaims resourceclaimtemplates resourceslices"),
  "scheduling.k8s.io": words("priorityclasses"),
  "storage.k8s.io": words(
    "csidrivers csinodes csistoragecapacities storageclasses volumeattachments volumeattributesclasses",
  ),
};

function words(text: string): readonly string[] {
  return text.split(" ");
}

/** API groups with the resources in them: those of Kubernetes and of a project. */
export class KnownResources {
  readonly #builtin: ReadonlyMap<string, readonly string[]> = new Map(
    Object.entries(builtinResources),
  );
  readonly #own: ReadonlyMap<string, readonly string[]>;
  readonly #versions: ReadonlyMap<string, readonly string[]>;

  constructor({ groups }: ModelOutline) {
    this.#own = new Map(
      groups.map(({ name, versions }) => [
        name,
        [...new Set(versions.flatMap(({ kinds }) => kinds.map(({ plural }) => plural)))].sort(),
      ]),
    );
    this.#versions = new Map(
      groups.map(({ name, versions }) => [name, versions.map(({ version }) => version)]),
    );
  }

  /** Versions of groups of the project. */
  versionsOf(groups: readonly string[]): readonly string[] {
    return groups.flatMap((group) => this.#versions.get(group) ?? []);
  }

  /** Groups of the project. */
  get ownGroups(): readonly string[] {
    return [...this.#own.keys()];
  }

  isKnown(group: string): boolean {
    return this.#own.has(group) || this.#builtin.has(group);
  }

  isOwn(group: string): boolean {
    return this.#own.has(group);
  }

  /** Of groups that are known. */
  resourcesOf(groups: readonly string[]): readonly string[] {
    return groups.flatMap((group) => [
      ...(this.#own.get(group) ?? []),
      ...(this.#builtin.get(group) ?? []),
    ]);
  }

  /** What to say of a resource that none of some known groups has; undefined where it may be one that is not known here. */
  adviceFor(input: {
    readonly resource: string;
    readonly groups: readonly string[];
    /** What stands behind the resource: `/status`. */
    readonly rest: string;
  }): Advice | undefined {
    const { resource, groups, rest } = input;
    const other = this.#groupWith(resource);
    if (other !== undefined) return { hint: `it is in ${groupText([other])}` };
    const candidates = this.resourcesOf(groups);
    const near = suggest({ word: resource, candidates });
    if (near !== undefined) return meant(`${near}${rest}`);
    return groups.some((group) => this.isOwn(group))
      ? { hint: `resources: ${candidates.join(", ") || "none"}` }
      : undefined;
  }

  #groupWith(resource: string): string | undefined {
    const groups = [...this.#own, ...this.#builtin];
    return groups.find(([, resources]) => resources.includes(resource))?.[0];
  }

  /** A group of Kubernetes without its last part: `networking`. */
  fullNameOf(group: string): string | undefined {
    return [...this.#builtin.keys()].find((known) => group !== "" && known === `${group}.k8s.io`);
  }
}

/** A correction, which `--fix` can write. */
export function meant(replacement: string): Advice {
  return { hint: `did you mean '${replacement}'?`, replacement };
}

/** `group 'apps'`, `the core group`, `groups 'apps' or 'batch'`. */
export function groupText(groups: readonly string[]): string {
  const [first = ""] = groups;
  if (groups.length === 1) return first === "" ? "the core group" : `group '${first}'`;
  return `groups ${alternatives(groups.map((group) => (group === "" ? "core" : group)))}`;
}
