import { expect, it } from "vitest";
import { apiServerArgs, fixedPort } from "../../src/envtest/api-server-args.js";

const places = {
  etcd: "unix:///run/etcd.sock",
  port: 6443,
  certificateFolder: "/run/certificates",
  servingCertificate: "/run/apiserver.crt",
  servingKey: "/run/apiserver.key",
  clientAuthority: "/run/ca.crt",
  serviceAccountKey: "/run/sa.key",
};

it("starts a server that nobody else reaches, with RBAC", () => {
  const args = apiServerArgs({ places, args: {} });
  expect(args).toContain("--bind-address=127.0.0.1");
  expect(args).toContain("--authorization-mode=RBAC");
  expect(args).toContain("--secure-port=6443");
  expect(new Set(args).size).toBe(args.length);
});

it("sets, repeats and leaves out flags", () => {
  const args = apiServerArgs({
    places,
    args: {
      "authorization-mode": "AlwaysAllow",
      "enable-priority-and-fairness": null,
      "runtime-config": ["api/all=true", "batch/v1=false"],
    },
  });
  expect(args.filter((arg) => arg.startsWith("--authorization-mode"))).toEqual([
    "--authorization-mode=AlwaysAllow",
  ]);
  expect(args.join(" ")).not.toContain("priority-and-fairness");
  expect(args.slice(-2)).toEqual([
    "--runtime-config=api/all=true",
    "--runtime-config=batch/v1=false",
  ]);
});

it.each(["--v", "v=4", ""])("refuses '%s' as the name of a flag", (name) => {
  expect(() => apiServerArgs({ places, args: { [name]: "1" } })).toThrow(
    `'${name}' is not the name of a flag without its dashes`,
  );
});

it("knows the port that is asked for", () => {
  expect(fixedPort({})).toBeUndefined();
  expect(fixedPort({ "secure-port": "6443" })).toBe(6443);
  for (const port of ["0", "65536", "tea", null]) {
    expect(() => fixedPort({ "secure-port": port })).toThrow(`'${port}' is not a port`);
  }
});
