const kubernetesVersion = /^v([1-9]\d*)(?:(alpha|beta)([1-9]\d*))?$/;
const dnsLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const dnsSubdomain = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;

/** `v1`, `v2beta1`: the style that has a priority. */
export function isKubernetesVersion(version: string): boolean {
  return kubernetesVersion.test(version);
}

/** A DNS label (RFC 1123): what API versions, plurals and short names are made of. */
export function isDnsLabel(text: string): boolean {
  return dnsLabel.test(text);
}

/** A DNS subdomain (RFC 1123): what API groups are. */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= 253 && dnsSubdomain.test(text);
}

/**
 * Order of Kubernetes' version priority, highest first: GA before beta before alpha, higher numbers before
 * lower ones, other names last and by the alphabet.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#version-priority
 */
export function compareVersions(left: string, right: string): number {
  const leftParts = kubernetesVersion.exec(left);
  const rightParts = kubernetesVersion.exec(right);
  if (leftParts === null || rightParts === null) {
    return (
      Number(leftParts === null) - Number(rightParts === null) ||
      (left < right ? -1 : left > right ? 1 : 0)
    );
  }
  return (
    stability(rightParts[2]) - stability(leftParts[2]) ||
    Number(rightParts[1]) - Number(leftParts[1]) ||
    Number(rightParts[3] ?? 0) - Number(leftParts[3] ?? 0)
  );
}

function stability(name: string | undefined): number {
  return name === undefined ? 2 : name === "beta" ? 1 : 0;
}
