import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isBadRequest, isInvalid, isNotFound } from "crd-runtime";
import { CoreClientset, type PodInterface } from "crd-runtime/core/v1";
import { afterAll, beforeAll, expect, it } from "vitest";
import { httpsServer, type TestServer } from "../../packages/crd-runtime/test/rest/http/servers.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { restClient } from "../runtime/server.js";

const namespace = "pod-logs";

/** The API server asks the kubelet of the pod's node: here a small server that says what it was asked. */
describeOnServer("logs of pods through the API server", (server) => {
  const core = new CoreClientset(restClient(server)).coreV1();
  const pods: PodInterface = core.pods(namespace);
  let kubelet: TestServer;
  let respond: (request: IncomingMessage, response: ServerResponse) => void = () => {};

  beforeAll(async () => {
    kubelet = await httpsServer({ handler: (request, response) => respond(request, response) });
    await core.namespaces().create({ metadata: { name: namespace } });
    await core.serviceAccounts(namespace).create({ metadata: { name: "default" } });
    const node = await core.nodes().create({ metadata: { name: namespace } });
    await core.nodes().updateStatus({
      ...node,
      status: {
        addresses: [{ type: "InternalIP", address: "127.0.0.1" }],
        daemonEndpoints: { kubeletEndpoint: { Port: kubelet.port } },
      },
    });
    for (const [name, nodeName] of [
      ["pending", undefined],
      ["running", namespace],
    ] as const) {
      await pods.create({
        metadata: { name },
        spec: {
          automountServiceAccountToken: false,
          containers: [
            { name: "app", image: "app:1" },
            { name: "proxy", image: "proxy:1" },
          ],
          ...(nodeName === undefined ? {} : { nodeName }),
        },
      });
    }
  });

  afterAll(async () => {
    await kubelet[Symbol.asyncDispose]();
    await core.nodes().delete(namespace);
    await pods.deleteCollection({ gracePeriodSeconds: 0 });
  });

  const failure = (name: string, options: Parameters<PodInterface["getLogs"]>[1]) =>
    pods
      .getLogs(name, options)
      .text()
      .then(
        () => undefined,
        (error: unknown) => error,
      );

  it("is empty while the pod is on no node", async () => {
    expect(await pods.getLogs("pending", { container: "app" }).text()).toBe("");
  });

  it("is refused: no such pod, no or another container, wrong options", async () => {
    expect(isNotFound(await failure("absent", {}))).toBe(true);
    const unnamed = await failure("running", {});
    expect(isBadRequest(unnamed)).toBe(true);
    expect(unnamed).toMatchObject({
      message: "a container name must be specified for pod running, choose one of: [app proxy]",
    });
    const wrong = await failure("running", { container: "web" });
    expect(isBadRequest(wrong)).toBe(true);
    expect(wrong).toMatchObject({ message: "container web is not valid for pod running" });
    for (const options of [
      { limitBytes: 0 },
      { tailLines: -1 },
      { sinceSeconds: 1, sinceTime: "2026-08-20T07:30:00Z" },
      { stream: "Stderr", tailLines: 1 },
    ] as const) {
      expect(isInvalid(await failure("running", { container: "app", ...options }))).toBe(true);
    }
  });

  it("takes every option to the kubelet, and its text back", async () => {
    let asked: string | undefined;
    respond = (request, response) => {
      asked = request.url;
      response.writeHead(200, { "content-type": "text/plain" }).end("one\ntwo\n");
    };
    const text = await pods
      .getLogs("running", {
        container: "app",
        previous: true,
        sinceTime: "2026-08-20T07:30:00Z",
        timestamps: true,
        limitBytes: 64,
        insecureSkipTLSVerifyBackend: true,
      })
      .text();
    expect(text).toBe("one\ntwo\n");
    const { pathname, searchParams } = new URL(asked ?? "", "https://kubelet");
    expect(pathname).toBe(`/containerLogs/${namespace}/running/app`);
    expect(Object.fromEntries(searchParams)).toEqual({
      previous: "true",
      sinceTime: "2026-08-20T07:30:00Z",
      timestamps: "true",
      limitBytes: "64",
    });
  });

  it("is followed through the API server, and closed by break at the kubelet", async () => {
    const closed: Promise<unknown>[] = [];
    respond = (_request, response) => {
      closed.push(once(response, "close"));
      response.write("one\ntwo\n");
    };
    const seen: string[] = [];
    for await (const line of pods.getLogs("running", { container: "app", follow: true }).lines()) {
      seen.push(line);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(["one", "two"]);
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });

  it("throws what the kubelet refuses with", async () => {
    respond = (_request, response) =>
      response
        .writeHead(400, { "content-type": "text/plain" })
        .end('container "app" in pod "running" is waiting to start: ContainerCreating');
    const error = await failure("running", { container: "app" });
    expect(isBadRequest(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringContaining("is waiting to start: ContainerCreating"),
    });
  });
});
