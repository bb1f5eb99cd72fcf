import { expect, it } from "vitest";
import { resolveSettings } from "../../src/envtest/settings.js";

const variables = {
  KUBEBUILDER_CONTROLPLANE_START_TIMEOUT: "1m30s",
  KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT: "500ms",
  KUBEBUILDER_ATTACH_CONTROL_PLANE_OUTPUT: "true",
};

it("has defaults", () => {
  expect(resolveSettings({ settings: {}, env: {} })).toEqual({
    startTimeoutMs: 60_000,
    stopTimeoutMs: 20_000,
    attachOutput: false,
    apiServerArgs: {},
    signal: undefined,
  });
});

it("reads envtest's variables", () => {
  expect(resolveSettings({ settings: {}, env: variables })).toMatchObject({
    startTimeoutMs: 90_000,
    stopTimeoutMs: 500,
    attachOutput: true,
  });
});

it("lets what is given win over the variables", () => {
  const settings = {
    controlPlaneStartTimeoutMs: 1,
    controlPlaneStopTimeoutMs: 2,
    attachControlPlaneOutput: false,
  };
  expect(resolveSettings({ settings, env: variables })).toMatchObject({
    startTimeoutMs: 1,
    stopTimeoutMs: 2,
    attachOutput: false,
  });
});

it("names the variable that is no duration", () => {
  const env = { KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT: "soon" };
  expect(() => resolveSettings({ settings: {}, env })).toThrow(
    "KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT: 'soon' is not a duration such as 20s or 1m30s",
  );
});
