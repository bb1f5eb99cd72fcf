export { type ControlPlaneOptions, startControlPlane } from "./control-plane.js";
export { ControlPlaneFailed, ControlPlaneUnavailable } from "./errors.js";
export type { ControlPlane } from "./launch.js";
