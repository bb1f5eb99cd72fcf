import type { RestConfig } from "crd-runtime";
import { afterAll, beforeAll } from "vitest";
import { describeOnServer } from "./fixture.js";
import { type ControlPlane, type ControlPlaneOptions, startControlPlane } from "./index.js";

/**
 * A describe block with a control plane of its own, whose programs its tests may stop and kill. Skipped, or failing, where
 * `describeOnServer` is.
 */
export function describeOnOwnServer(
  options: { readonly title: string } & Pick<ControlPlaneOptions, "apiServerArgs">,
  body: (controlPlane: () => ControlPlane) => void,
): void {
  describeOnServer(options.title, () => {
    let controlPlane: ControlPlane | undefined;
    beforeAll(async () => {
      controlPlane = await startControlPlane(options);
    });
    afterAll(() => controlPlane?.stop());
    body(() => {
      if (controlPlane === undefined) throw new Error("the control plane starts with the tests");
      return controlPlane;
    });
  });
}

/** The administrator of a control plane. */
export function configOf(controlPlane: ControlPlane): RestConfig {
  const { url, certificateAuthority, administrator } = controlPlane;
  return {
    host: url,
    proxy: "",
    tlsClientConfig: {
      caData: certificateAuthority,
      certData: administrator.certificate,
      keyData: administrator.privateKey,
    },
  };
}
