export type { ApiServerArgs } from "./api-server-args.js";
export type { AssetOptions } from "./assets.js";
export type { DownloadProgress } from "./binaries/download.js";
export { BinariesError, type BinariesProblem, type BinariesReason } from "./binaries/errors.js";
export type { FetchLike } from "./binaries/fetch.js";
export type { InstallReport } from "./binaries/install.js";
export { defaultIndexUrl } from "./binaries/release-index.js";
export {
  type BinariesOptions,
  findBinaries,
  type ListedBinaries,
  listBinaries,
  type UsedBinaries,
  useBinaries,
} from "./binaries/use.js";
export { type ControlPlaneOptions, startControlPlane } from "./control-plane.js";
export type {
  ApiServerProgram,
  ApiServerStartOptions,
  ControlPlaneProgram,
} from "./control-plane-program.js";
export { type CrdInput, InvalidCrdError } from "./crds/source.js";
export { ControlPlaneFailed, ControlPlaneUnavailable, ExistingClusterError } from "./errors.js";
export type { ControlPlane } from "./launch.js";
export type { CrdOptions, TestEnvironmentOptions } from "./options.js";
export type { ControlPlaneSettings } from "./settings.js";
export { TestEnvironment } from "./test-environment.js";
export type { EnvironmentUser, NewUser } from "./users.js";
