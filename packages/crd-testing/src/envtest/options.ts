import type { KubeConfigLike, RestConfig } from "crd-runtime";
import type { ControlPlaneOptions } from "./control-plane.js";
import type { CrdInput } from "./crds/source.js";

/**
 * How a test environment starts. Everything is optional, and the names are those of envtest's Environment; what is not given
 * comes from its environment variables.
 */
export interface TestEnvironmentOptions extends ControlPlaneOptions {
  /** CRDs that are installed before the start is over: files, folders, objects. */
  readonly crds?: readonly CrdInput[] | undefined;
  /** Whether a path in `crds` must exist and hold a CRD. Yes, unless false is given. */
  readonly errorIfPathMissing?: boolean | undefined;
  /** USE_EXISTING_CLUSTER=true: start nothing, and work on the cluster of `config` or KUBECONFIG. */
  readonly useExistingCluster?: boolean | undefined;
  /** The existing cluster, when KUBECONFIG does not name it. */
  readonly config?: RestConfig | KubeConfigLike | undefined;
  /** Whether `stop` uninstalls what `crds` installed; for existing clusters. */
  readonly cleanUpAfterUse?: boolean | undefined;
}

/** What installCRDs and uninstallCRDs take. */
export interface CrdOptions {
  /** Files, folders, objects. */
  readonly crds: readonly CrdInput[];
  /** Whether a path must exist and hold a CRD. Yes, unless false is given. */
  readonly errorIfPathMissing?: boolean | undefined;
  /** Limit for each CRD; 10 seconds unless given, as in envtest. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}
