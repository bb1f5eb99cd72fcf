import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isIPv4 } from "node:net";
import * as der from "./der.js";

/** A certificate with its private key, both PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly privateKey: string;
}

/** What a certificate is for: a server under these names, or a user with these groups. */
export type Subject =
  | { readonly usage: "server"; readonly commonName: string; readonly hosts: readonly string[] }
  | {
      readonly usage: "client";
      readonly commonName: string;
      readonly organizations: readonly string[];
    };

/** A certificate authority of one control plane. */
export interface Authority {
  /** The authority's own certificate, PEM. */
  readonly certificate: string;
  issue(subject: Subject): KeyPair;
}

const oid = {
  commonName: "2.5.4.3",
  organization: "2.5.4.10",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  basicConstraints: "2.5.29.19",
  keyUsage: "2.5.29.15",
  extendedKeyUsage: "2.5.29.37",
  subjectAltName: "2.5.29.17",
  serverAuth: "1.3.6.1.5.5.7.3.1",
  clientAuth: "1.3.6.1.5.5.7.3.2",
} as const;

const hourMs = 3_600_000;
const validityMs = 365 * 24 * hourMs;
const algorithm = der.sequence(der.objectIdentifier(oid.ecdsaWithSha256));

/**
 * Makes a certificate authority that issues server and client certificates for a control plane of tests: ECDSA P-256,
 * valid for a year from an hour ago. node:crypto signs but does not write certificates, so their DER is written here.
 */
export function createAuthority(commonName: string): Authority {
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = name({ commonName, organizations: [] });
  const issue = (input: {
    readonly subject: Buffer;
    readonly publicKey: KeyObject;
    readonly extensions: readonly Buffer[];
  }): string => {
    const now = Date.now();
    const body = der.sequence(
      der.explicit(0, der.integer(Buffer.of(2))),
      der.integer(randomBytes(16)),
      algorithm,
      issuer,
      der.sequence(der.time(new Date(now - hourMs)), der.time(new Date(now + validityMs))),
      input.subject,
      input.publicKey.export({ type: "spki", format: "der" }),
      der.explicit(3, der.sequence(...input.extensions)),
    );
    return pem(der.sequence(body, algorithm, der.bitString(sign("sha256", body, keys.privateKey))));
  };
  return {
    certificate: issue({
      subject: issuer,
      publicKey: keys.publicKey,
      extensions: [
        critical(oid.basicConstraints, der.sequence(der.truth())),
        // digitalSignature, keyCertSign, cRLSign
        critical(oid.keyUsage, der.bitString(Buffer.of(0b1000_0110), 1)),
      ],
    }),
    issue(subject) {
      const own = generateKeyPairSync("ec", { namedCurve: "P-256" });
      return {
        certificate: issue({
          subject: name({
            commonName: subject.commonName,
            organizations: subject.usage === "client" ? subject.organizations : [],
          }),
          publicKey: own.publicKey,
          extensions: leafExtensions(subject),
        }),
        privateKey: privateKeyPem(own.privateKey),
      };
    },
  };
}

/**
 * A key that signs service account tokens, PEM. ECDSA, since an RSA key takes a tenth of the start of a control plane; in
 * SEC 1, the form from which kube-apiserver takes the public key, too.
 */
export function createServiceAccountKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ type: "sec1", format: "pem" }).toString();
}

function leafExtensions(subject: Subject): readonly Buffer[] {
  const purpose = subject.usage === "server" ? oid.serverAuth : oid.clientAuth;
  const common = [
    critical(oid.basicConstraints, der.sequence()),
    // digitalSignature
    critical(oid.keyUsage, der.bitString(Buffer.of(0b1000_0000), 7)),
    extension(oid.extendedKeyUsage, der.sequence(der.objectIdentifier(purpose))),
  ];
  if (subject.usage === "client") return common;
  const hosts = subject.hosts.map((host) =>
    isIPv4(host)
      ? der.implicit(7, Buffer.from(host.split(".").map(Number)))
      : der.implicit(2, Buffer.from(host, "latin1")),
  );
  return [...common, extension(oid.subjectAltName, der.sequence(...hosts))];
}

function name(input: {
  readonly commonName: string;
  readonly organizations: readonly string[];
}): Buffer {
  const part = (type: string, text: string): Buffer =>
    der.set(der.sequence(der.objectIdentifier(type), der.utf8String(text)));
  return der.sequence(
    ...input.organizations.map((organization) => part(oid.organization, organization)),
    part(oid.commonName, input.commonName),
  );
}

function extension(id: string, value: Buffer): Buffer {
  return der.sequence(der.objectIdentifier(id), der.octetString(value));
}

function critical(id: string, value: Buffer): Buffer {
  return der.sequence(der.objectIdentifier(id), der.truth(), der.octetString(value));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function privateKeyPem(key: KeyObject): string {
  return key.export({ type: "pkcs8", format: "pem" }).toString();
}
