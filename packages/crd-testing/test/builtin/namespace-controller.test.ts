import { expect, it } from "vitest";
import { TestApiServer } from "../customresources/api-server.js";

async function filled(options: ConstructorParameters<typeof TestApiServer>[0]) {
  const server = new TestApiServer(options);
  await server.post("/api/v1/namespaces", { metadata: { name: "x" } });
  await server.post("/api/v1/namespaces/x/configmaps", { metadata: { name: "a" } });
  await server.post("/api/v1/namespaces/x/configmaps", {
    metadata: { name: "b", finalizers: ["example.com/keep"] },
  });
  return server;
}

it("leaves a namespace terminating where no controller runs, as the API server alone does", async () => {
  const server = await filled({});
  await server.delete("/api/v1/namespaces/x");
  expect((await server.get("/api/v1/namespaces/x")).body["status"]).toEqual({
    phase: "Terminating",
  });
  expect((await server.get("/api/v1/namespaces/x/configmaps/a")).status).toBe(200);
});

it("empties and removes a namespace where the controller runs, and waits for finalizers", async () => {
  const server = await filled({ namespaceController: true });
  await server.delete("/api/v1/namespaces/x");
  expect((await server.get("/api/v1/namespaces/x/configmaps/a")).status).toBe(404);
  const kept = await server.get("/api/v1/namespaces/x/configmaps/b");
  expect(kept.body["metadata"]).toMatchObject({ deletionTimestamp: "2026-01-01T00:00:00Z" });
  expect((await server.get("/api/v1/namespaces/x")).status).toBe(200);
  await server.patch("/api/v1/namespaces/x/configmaps/b", { metadata: { finalizers: null } });
  expect((await server.get("/api/v1/namespaces/x")).status).toBe(404);
});
