import { X509Certificate } from "node:crypto";
import type { Clock } from "../../clock/index.js";
import type { TlsMaterial } from "./credentials.js";

/**
 * Says that the client certificate is not valid now; undefined when it is, or there is none. Servers do not say so: the
 * answer is a bare 401, or the connection breaks.
 */
export function clientCertificateProblem(input: {
  readonly tls: Pick<TlsMaterial, "cert">;
  readonly clock: Pick<Clock, "now">;
}): string | undefined {
  const { tls, clock } = input;
  const certificate = parse(tls.cert);
  if (certificate === undefined) {
    return undefined;
  }
  const from = new Date(certificate.validFrom);
  const to = new Date(certificate.validTo);
  if (clock.now() > to.getTime()) {
    return `the client certificate expired at ${to.toISOString()}: renew it`;
  }
  return clock.now() < from.getTime()
    ? `the client certificate is valid from ${from.toISOString()} on: check this machine's clock`
    : undefined;
}

/** The first certificate of a chain, which is the client's own. */
function parse(cert: TlsMaterial["cert"]): X509Certificate | undefined {
  const first = Array.isArray(cert) ? cert[0] : cert;
  try {
    return first === undefined ? undefined : new X509Certificate(first);
  } catch {
    return undefined;
  }
}
