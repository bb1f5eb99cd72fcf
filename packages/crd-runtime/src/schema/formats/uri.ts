import { goQuote } from "../text/go.js";
import { isIPv6 } from "./net.js";

// What Go's net/url.ParseRequestURI takes: an absolute URL or an absolute path. The errors are those of Go 1.26.

const scheme = /^([a-zA-Z][a-zA-Z0-9+\-.]*):/;
const badEscape = /%(?![0-9a-fA-F]{2}).{0,2}/su;
/** Escapes in a host are for bytes beyond ASCII, and for the percent sign in front of a zone. */
const badHostEscape = /%(?:(?![0-9a-fA-F]{2}).{0,2}|(?!25)[0-7].)/su;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f]/;
const userCharacters = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const hostForbidden = /[ #/?@\\^`{|}]/;
const portPattern = /^(:[0-9]*)?$/;

/** Whether Go's url.ParseRequestURI reads it. */
export function isRequestURI(text: string): boolean {
  return problemOf(text) === undefined;
}

/** The error of Go's url.ParseRequestURI. */
export function requestURIError(text: string): string | undefined {
  const problem = problemOf(text);
  return problem === undefined ? undefined : `parse ${goQuote(text)}: ${problem}`;
}

function problemOf(text: string): string | undefined {
  if (control.test(text)) return "net/url: invalid control character in URL";
  if (text === "") return "empty url";
  if (text === "*") return undefined;
  if (text.startsWith(":")) return "missing protocol scheme";
  const [head = "", name] = scheme.exec(text) ?? [];
  const [rest = ""] = text.slice(head.length).split("?");
  // Without scheme it is a path; with one, what does not begin with a slash is opaque.
  if (!rest.startsWith("/")) return name === undefined ? "invalid URI for request" : undefined;
  if (name === undefined || !rest.startsWith("//")) return escapeProblem(rest, badEscape);
  const end = rest.indexOf("/", 2);
  const authority = end < 0 ? rest.slice(2) : rest.slice(2, end);
  return (
    authorityProblem({ scheme: name, authority }) ??
    (end < 0 ? undefined : escapeProblem(rest.slice(end), badEscape))
  );
}

function authorityProblem(input: {
  readonly scheme: string;
  readonly authority: string;
}): string | undefined {
  const { authority } = input;
  const at = authority.lastIndexOf("@");
  const user = at < 0 ? "" : authority.slice(0, at);
  const problem = hostProblem({ ...input, host: authority.slice(at + 1) });
  if (problem !== undefined) return problem;
  return userCharacters.test(user) ? escapeProblem(user, badEscape) : "net/url: invalid userinfo";
}

function hostProblem(input: {
  readonly scheme: string;
  readonly host: string;
}): string | undefined {
  const { scheme, host } = input;
  const opening = host.lastIndexOf("[");
  if (opening > 0) return "invalid IP-literal";
  if (opening === 0) return literalProblem(host);
  // Lists of hosts with ports are fine but for HTTP.
  const isStrict = /^https?$/i.test(scheme);
  const colon = isStrict ? host.indexOf(":") : host.lastIndexOf(":");
  const port = colon < 0 ? "" : host.slice(colon);
  return portProblem(port) ?? nameProblem(host);
}

/** An IPv6 address in brackets, with a zone or without. */
function literalProblem(host: string): string | undefined {
  const end = host.lastIndexOf("]");
  if (end < 0) return "missing ']' in host";
  const port = portProblem(host.slice(end + 1));
  if (port !== undefined) return port;
  const [address = "", zone] = host.slice(1, end).split(/%25(.*)/s);
  const problem = nameProblem(address) ?? (zone === undefined ? undefined : nameProblem(zone));
  if (problem !== undefined) return problem;
  if (isIPv6(address) && zone !== "") return undefined;
  const parts = address.split(".").map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  if (parts.length === 4 && parts.every((part) => part < 256)) return "invalid IP-literal";
  const written = zone === undefined ? address : `${address}%${zone}`;
  return `invalid host: ParseAddr(${goQuote(written)}): unable to parse IP`;
}

function portProblem(port: string): string | undefined {
  return portPattern.test(port) ? undefined : `invalid port ${goQuote(port)} after host`;
}

/** The first of what Go finds from left to right. */
function nameProblem(name: string): string | undefined {
  const wrong = name.search(badHostEscape);
  const character = name.search(hostForbidden);
  if (character < 0 || (wrong >= 0 && wrong < character)) return escapeProblem(name, badHostEscape);
  return `invalid character ${goQuote(name.charAt(character))} in host name`;
}

function escapeProblem(text: string, pattern: RegExp): string | undefined {
  const [found] = pattern.exec(text) ?? [];
  return found === undefined ? undefined : `invalid URL escape ${goQuote(found)}`;
}
