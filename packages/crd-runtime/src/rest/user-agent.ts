import { arch, platform } from "node:process";

/** Version of this package, as its package.json has it. */
export const runtimeVersion = "0.1.0";

/** `crd-runtime/0.1.0 (linux/x64)`. */
export const defaultUserAgent = `crd-runtime/${runtimeVersion} (${platform}/${arch})`;
