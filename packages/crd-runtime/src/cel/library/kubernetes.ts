import { EvaluationError } from "../errors.js";
import { library, type Overload } from "../types/signature.js";
import { simpleTypes } from "../types/type.js";
import { Cidr, Ip } from "../values/ip.js";
import { ValueList } from "../values/list.js";
import { ValueMap } from "../values/map.js";
import { Optional } from "../values/optional.js";
import { Quantity } from "../values/quantity.js";
import { Semver } from "../values/semver.js";
import { Url } from "../values/url.js";
import { namedFormats } from "./named-format.js";

function quantity(text: string): Quantity {
  const parsed = Quantity.parse(text);
  if (parsed === undefined) {
    throw new EvaluationError(
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    );
  }
  return parsed;
}

function parseSemver(text: string, tolerant: boolean): Semver | undefined {
  return tolerant ? Semver.parseTolerant(text) : Semver.parse(text);
}

function semver(text: string, tolerant: boolean): Semver {
  const version = parseSemver(text, tolerant);
  if (version === undefined) throw new EvaluationError("not a semantic version");
  return version;
}

const quantities = library({
  "quantity(string): Quantity": quantity,
  "isQuantity(string): bool": (text) => Quantity.parse(text) !== undefined,
  "sign(Quantity): int": (value) => value.sign(),
  "Quantity.isInteger(): bool": (value) => value.integer() !== undefined,
  "Quantity.asInteger(): int": (value) => value.asInteger(),
  "Quantity.asApproximateFloat(): double": (value) => value.asApproximateFloat(),
  "Quantity.isGreaterThan(Quantity): bool": (value, other) => value.compare(other) > 0,
  "Quantity.isLessThan(Quantity): bool": (value, other) => value.compare(other) < 0,
  "Quantity.compareTo(Quantity): int": (value, other) => BigInt(value.compare(other)),
  "Quantity.add(Quantity): Quantity": (value, other) => value.plus(other),
  "Quantity.add(int): Quantity": (value, other) => value.plus(Quantity.ofInteger(other)),
  "Quantity.sub(Quantity): Quantity": (value, other) => value.minus(other),
  "Quantity.sub(int): Quantity": (value, other) => value.minus(Quantity.ofInteger(other)),
});

const urls = library({
  "url(string): URL": (text) => Url.of(text),
  "isURL(string): bool": (text) => Url.isRequestUri(text),
  "URL.getScheme(): string": (url) => url.scheme,
  "URL.getHost(): string": (url) => url.host,
  "URL.getHostname(): string": (url) => url.hostname,
  "URL.getPort(): string": (url) => url.port,
  "URL.getEscapedPath(): string": (url) => url.escapedPath,
  "URL.getQuery(): map<string,list<string>>": (url) =>
    new ValueMap(Array.from(url.query, ([name, values]) => [name, new ValueList(values)] as const)),
});

const addresses = library({
  "ip(string): IP": (text) => Ip.of(text),
  "isIP(string): bool": (text) => Ip.parse(text) !== undefined,
  "ip.isCanonical(string): bool": (text) => Ip.of(text).toString() === text,
  "IP.family(): int": (ip) => BigInt(ip.family),
  "IP.isUnspecified(): bool": (ip) => ip.isUnspecified(),
  "IP.isLoopback(): bool": (ip) => ip.isLoopback(),
  "IP.isLinkLocalMulticast(): bool": (ip) => ip.isLinkLocalMulticast(),
  "IP.isLinkLocalUnicast(): bool": (ip) => ip.isLinkLocalUnicast(),
  "IP.isGlobalUnicast(): bool": (ip) => ip.isGlobalUnicast(),
  "string(IP): string": (ip) => ip.toString(),
  "cidr(string): CIDR": (text) => Cidr.of(text),
  "isCIDR(string): bool": (text) => Cidr.parse(text) !== undefined,
  "CIDR.containsIP(string): bool": (cidr, text) => cidr.containsIP(Ip.of(text)),
  "CIDR.containsIP(IP): bool": (cidr, ip) => cidr.containsIP(ip),
  "CIDR.containsCIDR(string): bool": (cidr, text) => cidr.containsCIDR(Cidr.of(text)),
  "CIDR.containsCIDR(CIDR): bool": (cidr, other) => cidr.containsCIDR(other),
  "CIDR.ip(): IP": (cidr) => cidr.ip,
  "CIDR.prefixLength(): int": (cidr) => BigInt(cidr.prefixLength),
  "CIDR.masked(): CIDR": (cidr) => cidr.masked(),
  "string(CIDR): string": (cidr) => cidr.toString(),
});

const versions = library({
  "semver(string): Semver": (text) => semver(text, false),
  "semver(string, bool): Semver": semver,
  "isSemver(string): bool": (text) => Semver.parse(text) !== undefined,
  "isSemver(string, bool): bool": (text, tolerant) => parseSemver(text, tolerant) !== undefined,
  "Semver.isGreaterThan(Semver): bool": (version, other) => version.compare(other) > 0,
  "Semver.isLessThan(Semver): bool": (version, other) => version.compare(other) < 0,
  "Semver.compareTo(Semver): int": (version, other) => BigInt(version.compare(other)),
  // As in Go, where the numbers are unsigned and become signed ones as they are.
  "Semver.major(): int": (version) => BigInt.asIntN(64, version.major),
  "Semver.minor(): int": (version) => BigInt.asIntN(64, version.minor),
  "Semver.patch(): int": (version) => BigInt.asIntN(64, version.patch),
});

const formats: readonly Overload[] = [
  ...Array.from(namedFormats, ([name, format]) => ({
    name: `format.${name}`,
    member: false,
    parameters: [],
    result: simpleTypes.NamedFormat,
    generics: [],
    call: () => format,
  })),
  ...library({
    "format.named(string): optional<NamedFormat>": (name) => Optional.from(namedFormats.get(name)),
    "NamedFormat.validate(string): optional<list<string>>": (format, text) => {
      const errors = format.validate(text);
      return errors.length === 0 ? Optional.none : Optional.of(new ValueList(errors));
    },
  }),
];

/** Kubernetes' libraries: quantities, URLs, IP addresses and networks, semantic versions, formats that have a name. */
export const kubernetes: readonly Overload[] = [
  ...quantities,
  ...urls,
  ...addresses,
  ...versions,
  ...formats,
];
