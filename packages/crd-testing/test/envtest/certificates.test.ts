import { createPublicKey, X509Certificate } from "node:crypto";
import { connect, createServer } from "node:tls";
import { expect, it } from "vitest";
import { z } from "zod";
import { createAuthority, createServiceAccountKey } from "../../src/envtest/certificates.js";

const authority = createAuthority("test");
const root = new X509Certificate(authority.certificate);
const server = authority.issue({
  usage: "server",
  commonName: "server",
  hosts: ["localhost", "127.0.0.1"],
});
const client = authority.issue({
  usage: "client",
  commonName: "admin",
  organizations: ["system:masters", "developers"],
});

it("makes an authority that signs itself and what it issues", () => {
  expect(root.ca).toBe(true);
  expect(root.verify(root.publicKey)).toBe(true);
  const issued = new X509Certificate(server.certificate);
  expect(issued.ca).toBe(false);
  expect(issued.checkIssued(root)).toBe(true);
  expect(issued.verify(root.publicKey)).toBe(true);
  expect(issued.verify(new X509Certificate(createAuthority("test").certificate).publicKey)).toBe(
    false,
  );
});

it("names the hosts of a server and the groups of a user", () => {
  const issued = new X509Certificate(server.certificate);
  expect(issued.checkHost("localhost")).toBe("localhost");
  expect(issued.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(issued.checkHost("example.com")).toBeUndefined();
  expect(new X509Certificate(client.certificate).subject).toBe(
    "O=system:masters\nO=developers\nCN=admin",
  );
});

it("issues certificates with serial numbers and keys of their own", () => {
  const again = authority.issue({ usage: "client", commonName: "admin", organizations: [] });
  const [one, other] = [client, again].map((pair) => new X509Certificate(pair.certificate));
  expect(one?.serialNumber).not.toBe(other?.serialNumber);
  expect(client.privateKey).not.toBe(again.privateKey);
});

it("makes a key for service accounts in the form that kube-apiserver reads", () => {
  const key = createServiceAccountKey();
  expect(key).toMatch(/^-----BEGIN EC PRIVATE KEY-----\n/);
  expect(createPublicKey(key).asymmetricKeyType).toBe("ec");
});

it("is accepted on both ends of a TLS connection", async () => {
  const listener = createServer(
    {
      cert: server.certificate,
      key: server.privateKey,
      ca: authority.certificate,
      requestCert: true,
      rejectUnauthorized: true,
    },
    (socket) => socket.end(String(socket.authorized)),
  );
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = z.object({ port: z.number() }).parse(listener.address());
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect({
      port,
      host: "127.0.0.1",
      cert: client.certificate,
      key: client.privateKey,
      ca: authority.certificate,
    });
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString();
    });
    socket.once("end", () => resolve(received));
    socket.once("error", reject);
  });
  listener.close();
  expect(text).toBe("true");
});
