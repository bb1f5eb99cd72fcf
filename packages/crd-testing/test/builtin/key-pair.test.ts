import { expect, it } from "vitest";
import { tlsFile } from "../../../crd-runtime/test/rest/http/servers.js";
import { keyPairProblem } from "../../src/apiserver/builtin/key-pair.js";

const certificate = tlsFile("server.crt");
const privateKey = tlsFile("server.key");

it.each([
  ["that fit together", { certificate, privateKey }, undefined],
  [
    "of two pairs",
    { certificate, privateKey: tlsFile("client.key") },
    "tls: private key does not match public key",
  ],
  [
    "without a certificate",
    { certificate: "", privateKey },
    "tls: failed to find any PEM data in certificate input",
  ],
  [
    "without a key",
    { certificate, privateKey: certificate },
    "tls: failed to find any PEM data in key input",
  ],
  [
    "whose certificate is none",
    { certificate: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", privateKey },
    "tls: failed to parse certificate",
  ],
])("looks at a certificate and a key %s", (_title, pair, problem) => {
  expect(keyPairProblem(pair)).toBe(problem);
});
