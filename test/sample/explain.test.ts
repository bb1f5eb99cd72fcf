import { ApiError, ConfigError, ConnectionError } from "crd-runtime";
import { expect, it } from "vitest";
import { explain } from "../../sample-project/src/explain.js";

const host = "https://127.0.0.1:6443";
const cluster =
  "Start a cluster (kind create cluster), or let KUBECONFIG name the file of one that runs.\n" +
  "Without one: npm start -- --embedded";
const user = "Check the user of the current context: kubectl config view --minify";
const install = "Install the CRDs first: npm run install-crds";

function connection(code: string): ConnectionError {
  return new ConnectionError({ message: `no answer (${code})`, code, host });
}

function api(status: { code: number; reason: string; details?: { name?: string } }): ApiError {
  const full = { apiVersion: "v1", kind: "Status", status: "Failure", message: "refused" } as const;
  return new ApiError({ ...full, ...status });
}

it.each([
  ["no server", connection("ECONNREFUSED"), cluster],
  ["no kubeconfig", new ConfigError("refused"), cluster],
  ["no user", api({ code: 401, reason: "Unauthorized" }), user],
  ["no right", api({ code: 403, reason: "Forbidden" }), user],
  [
    "several that failed, as createOrUpdateCRDs tells of them",
    new AggregateError(
      [new Error("out of luck"), api({ code: 403, reason: "Forbidden" })],
      "out of luck\nrefused",
    ),
    user,
  ],
  ["no CRD", api({ code: 404, reason: "NotFound", details: {} }), install],
])("says what to do about %s", (_what, error, hint) => {
  expect(explain(error)).toBe(`${error.message}\n\n${hint}`);
});

it.each([
  ["a certificate", connection("UNABLE_TO_VERIFY_LEAF_SIGNATURE")],
  ["a missing object", api({ code: 404, reason: "NotFound", details: { name: "orders" } })],
  ["anything else", new Error("out of luck")],
])("leaves %s to the message", (_what, error) => {
  expect(explain(error)).toBe(error.message);
});
