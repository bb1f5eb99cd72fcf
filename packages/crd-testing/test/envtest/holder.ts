import { once } from "node:events";
import { startControlPlane } from "../../src/envtest/control-plane.js";

/** A program that has a control plane, says where on standard output, and fails when it is told to. */
const { kubeconfigPath } = await startControlPlane();
process.stdout.write(`${kubeconfigPath}\n`);
await once(process.stdin, "data");
throw new Error("as it was told");
