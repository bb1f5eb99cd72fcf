import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exactJson } from "../../model/index.js";
import type { Fetched } from "./remote.js";

/** Reads the definitions of a cluster as the text of a list. */
export type ReadCluster = (input: {
  /** Folder of the project, whose packages are used. */
  readonly root: string;
  /** Context of the kubeconfig; the current one without it. */
  readonly context: string | undefined;
}) => Promise<Fetched>;

const clientNode = "@kubernetes/client-node";
const definitions = "crd-runtime/apiextensions/v1";

/** The parts of the project's packages that are used: only their shape is known here. */
interface KubeConfigLike {
  loadFromDefault(): void;
  setCurrentContext(name: string): void;
  getContextObject(name: string): unknown;
}

interface ClientNode {
  readonly KubeConfig: new () => KubeConfigLike;
}

interface Definitions {
  readonly ApiextensionsClientset: {
    forConfig(config: KubeConfigLike): {
      apiextensionsV1(): {
        customResourceDefinitions(): {
          list(): Promise<{ readonly items: readonly AppliedParts[] }>;
        };
      };
    };
  };
}

/** Reads with the packages of the project: client-node for the kubeconfig, crd-runtime for the rest. */
export async function readCluster({
  root,
  context,
}: Parameters<ReadCluster>[0]): ReturnType<ReadCluster> {
  try {
    const [node, runtime] = await Promise.all([
      load<ClientNode>({ root, module: clientNode, member: "KubeConfig" }),
      load<Definitions>({ root, module: definitions, member: "ApiextensionsClientset" }),
    ]);
    if (typeof node === "string") return { reason: node };
    if (typeof runtime === "string") return { reason: runtime };
    const config = new node.KubeConfig();
    config.loadFromDefault();
    if (context !== undefined) {
      if (config.getContextObject(context) === null) {
        return { reason: `the kubeconfig has no context '${context}'` };
      }
      config.setCurrentContext(context);
    }
    const client = runtime.ApiextensionsClientset.forConfig(config).apiextensionsV1();
    const { items } = await client.customResourceDefinitions().list();
    const complete = items.map(asApplied);
    return { text: exactJson({ apiVersion: "v1", kind: "List", items: complete }) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

interface AppliedParts {
  readonly metadata?: {
    readonly name?: string;
    readonly labels?: object;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: { readonly conversion?: { readonly strategy?: string } };
}

/** What someone has applied: without what the server, and kubectl for its own use, add to it. */
function asApplied({ metadata = {}, spec }: AppliedParts): object {
  const { name, labels, annotations = {} } = metadata;
  const { [lastApplied]: _, ...own } = annotations;
  const { conversion, ...rest } = spec ?? {};
  const hasConversion = conversion !== undefined && conversion.strategy !== "None";
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: {
      name,
      ...(labels !== undefined && { labels }),
      ...(Object.keys(own).length > 0 && { annotations: own }),
    },
    ...(spec !== undefined && { spec: { ...rest, ...(hasConversion && { conversion }) } }),
  };
}

/** A package of the project; text says why it cannot be used. */
async function load<T extends object>(input: {
  readonly root: string;
  readonly module: string;
  readonly member: keyof T & string;
}): Promise<T | string> {
  const { root, module, member } = input;
  const require = createRequire(join(root, "package.json"));
  let path: string;
  try {
    path = require.resolve(module);
  } catch {
    return `the project has no package ${module}: npm install ${module.split("/", module.startsWith("@") ? 2 : 1).join("/")}`;
  }
  const loaded: unknown = await import(pathToFileURL(path).href);
  return has<T>(loaded, member) ? loaded : `the package ${module} has no ${member}`;
}

function has<T extends object>(value: unknown, member: keyof T & string): value is T {
  return typeof value === "object" && value !== null && member in value;
}
