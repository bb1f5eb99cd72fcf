import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";

/**
 * What Go's tls.X509KeyPair says of a certificate and its key, both PEM; undefined when they fit together. Reasons of its parsers of
 * ASN.1 are left out.
 */
export function keyPairProblem(input: {
  readonly certificate: string;
  readonly privateKey: string;
}): string | undefined {
  const { certificate, privateKey } = input;
  if (!/-----BEGIN CERTIFICATE-----/.test(certificate)) {
    return "tls: failed to find any PEM data in certificate input";
  }
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(privateKey)) {
    return "tls: failed to find any PEM data in key input";
  }
  const own = publicKeyOf(certificate);
  const other = keyOf(privateKey);
  if (own === undefined) return "tls: failed to parse certificate";
  if (other === undefined) return "tls: failed to parse private key";
  return own.equals(createPublicKey(other))
    ? undefined
    : "tls: private key does not match public key";
}

function publicKeyOf(certificate: string): KeyObject | undefined {
  try {
    return new X509Certificate(certificate).publicKey;
  } catch {
    return undefined;
  }
}

function keyOf(privateKey: string): KeyObject | undefined {
  try {
    return createPrivateKey(privateKey);
  } catch {
    return undefined;
  }
}
