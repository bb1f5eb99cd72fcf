export {
  type ControlPlaneOptions,
  startControlPlane,
} from "../../packages/crd-testing/src/envtest/control-plane.js";
export {
  ControlPlaneFailed,
  ControlPlaneUnavailable,
} from "../../packages/crd-testing/src/envtest/errors.js";
export type { ControlPlane } from "../../packages/crd-testing/src/envtest/launch.js";
