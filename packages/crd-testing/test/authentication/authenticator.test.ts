import { describe, expect, it } from "vitest";
import { RequestAuthenticator } from "../../src/apiserver/authentication/authenticator.js";
import { impersonate } from "../../src/apiserver/authentication/impersonation.js";
import type { Attributes } from "../../src/apiserver/authorization/authorizer.js";
import type { ServerRequest, User } from "../../src/apiserver/http.js";

function request(parts: Partial<ServerRequest>): ServerRequest {
  return {
    method: "GET",
    path: "/api",
    headers: {},
    body: new Uint8Array(),
    signal: new AbortController().signal,
    ...parts,
  };
}

describe("RequestAuthenticator", () => {
  const authenticator = new RequestAuthenticator();
  authenticator.addToken({ token: "s3cret", user: { name: "jane", groups: ["dev"] } });
  const jane = { name: "jane", groups: ["dev", "system:authenticated"] };
  const nobody = { name: "system:anonymous", groups: ["system:unauthenticated"] };

  it.each<readonly [string, Partial<ServerRequest>, User | undefined]>([
    ["no credentials", {}, nobody],
    ["a token", { headers: { authorization: "Bearer s3cret" } }, jane],
    ["a token after spaces", { headers: { authorization: "bearer   s3cret" } }, jane],
    ["a wrong token", { headers: { authorization: "Bearer s3cretx" } }, undefined],
    ["an empty token", { headers: { authorization: "Bearer " } }, nobody],
    ["basic authentication", { headers: { authorization: "Basic amFuZTpz" } }, nobody],
    [
      "a client certificate, which wins over a token",
      {
        clientCertificate: { commonName: "joe", organizations: ["ops"] },
        headers: { authorization: "Bearer s3cret" },
      },
      { name: "joe", groups: ["ops", "system:authenticated"] },
    ],
    ["a trusted caller", { user: { name: "admin", groups: [] } }, { name: "admin", groups: [] }],
  ])("knows the user by %s", (_title, parts, expected) => {
    expect(authenticator.authenticate(request(parts))).toEqual(expected);
  });
});

describe("impersonate", () => {
  const caller: User = { name: "root", groups: ["system:authenticated"] };

  async function run(
    headers: ServerRequest["headers"],
  ): Promise<{ readonly user: User; readonly asked: readonly string[] }> {
    const asked: string[] = [];
    const allow = async (attributes: Attributes): Promise<void> => {
      const { verb, group, resource, subresource, namespace, name, user } = attributes;
      expect(user).toBe(caller);
      asked.push([verb, group, resource, subresource, namespace, name].join(":"));
    };
    return { user: await impersonate({ headers, caller, allow }), asked };
  }

  it("leaves a request without its headers alone", async () => {
    expect(await run({ accept: "*/*" })).toEqual({ user: caller, asked: [] });
  });

  it("asks for every part and becomes that user", async () => {
    const { user, asked } = await run({
      "impersonate-user": "jane",
      "impersonate-group": "dev, ops",
      "impersonate-uid": "7",
      "impersonate-extra-example.com%2fteam": "red",
    });
    expect(user).toEqual({
      name: "jane",
      uid: "7",
      groups: ["dev", "ops", "system:authenticated"],
      extra: { "example.com/team": ["red"] },
    });
    expect(asked).toEqual([
      "impersonate::users:::jane",
      "impersonate::groups:::dev",
      "impersonate::groups:::ops",
      "impersonate:authentication.k8s.io:userextras:example.com/team::red",
      "impersonate:authentication.k8s.io:uids:::7",
    ]);
  });

  it("knows the groups of service accounts", async () => {
    const { user, asked } = await run({ "impersonate-user": "system:serviceaccount:ops:robot" });
    expect(user.groups).toEqual([
      "system:serviceaccounts",
      "system:serviceaccounts:ops",
      "system:authenticated",
    ]);
    expect(asked).toEqual(["impersonate::serviceaccounts::ops:robot"]);
  });

  it("refuses groups without a user", async () => {
    await expect(run({ "impersonate-group": "dev" })).rejects.toMatchObject({
      status: { code: 500, message: expect.stringContaining("without impersonating a user") },
    });
  });

  it("goes no further when the caller may not", async () => {
    const refused = new Error("no");
    const allow = (): Promise<void> => Promise.reject(refused);
    const headers = { "impersonate-user": "jane" };
    await expect(impersonate({ headers, caller, allow })).rejects.toBe(refused);
  });
});
