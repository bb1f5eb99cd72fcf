import { isIPv6 } from "node:net";
import { EvaluationError } from "../errors.js";

/** Parts of a URL as Go's net/url has them. */
interface Parts {
  readonly scheme: string;
  readonly opaque: string;
  readonly user: string | undefined;
  readonly host: string;
  /** As it was written. */
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** An absolute URL or an absolute path, parsed as Go's net/url does: what `url(x)` gives. */
export class Url {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether url.ParseRequestURI takes the text. */
  static isRequestUri(text: string): boolean {
    return parse({ text, fragment: "" }) !== undefined;
  }

  /** @throws EvaluationError for other texts */
  static of(text: string): Url {
    const hash = text.indexOf("#");
    const [body, fragment] = hash < 0 ? [text, ""] : [text.slice(0, hash), text.slice(hash + 1)];
    const parts = Url.isRequestUri(text) ? parse({ text: body, fragment }) : undefined;
    if (parts === undefined) {
      throw new EvaluationError("URL parse error during conversion from string");
    }
    return new Url(parts);
  }

  get scheme(): string {
    return this.#parts.scheme;
  }

  /** Name and port. */
  get host(): string {
    return this.#parts.host;
  }

  get hostname(): string {
    return /^\[(.*)\](?::\d*)?$/.exec(this.host)?.[1] ?? this.host.replace(/:\d*$/, "");
  }

  get port(): string {
    return /:(\d*)$/.exec(this.host.replace(/^\[.*\]/, ""))?.[1] ?? "";
  }

  get escapedPath(): string {
    const { path } = this.#parts;
    return /^(?:[\w\-.~!$&'()*+,;=:@[\]/]|%)*$/.test(path) ? path : escapePath(path);
  }

  /** Values by name; pairs that cannot be decoded are left out. */
  get query(): ReadonlyMap<string, readonly string[]> {
    const values = new Map<string, string[]>();
    for (const pair of this.#parts.query.split("&")) {
      if (pair === "" || pair.includes(";")) continue;
      const at = pair.indexOf("=");
      const name = decodeQuery(at < 0 ? pair : pair.slice(0, at));
      const value = decodeQuery(at < 0 ? "" : pair.slice(at + 1));
      if (name === undefined || value === undefined) continue;
      const known = values.get(name);
      if (known === undefined) values.set(name, [value]);
      else known.push(value);
    }
    return values;
  }

  toString(): string {
    const { scheme, opaque, user, host, query, fragment } = this.#parts;
    const authority = user === undefined ? host : `${user}@${host}`;
    const start = scheme === "" ? "" : `${scheme}:`;
    const middle =
      opaque === "" ? `${authority === "" ? "" : `//${authority}`}${this.escapedPath}` : opaque;
    return `${start}${middle}${query === "" ? "" : `?${query}`}${fragment === "" ? "" : `#${fragment}`}`;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Go refuses
const controls = /[\u0000-\u001f\u007f]/;

function parse(input: { readonly text: string; readonly fragment: string }): Parts | undefined {
  const { text, fragment } = input;
  const empty = { scheme: "", opaque: "", user: undefined, host: "", query: "", fragment };
  if (text === "" || controls.test(text)) return undefined;
  if (text === "*") return { ...empty, path: "*" };
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*(?=:)/.exec(text)?.[0] ?? "";
  if (scheme === "" && /^(?:[A-Za-z][A-Za-z0-9+.-]*)?:/.test(text)) return undefined;
  const afterScheme = scheme === "" ? text : text.slice(scheme.length + 1);
  const mark = afterScheme.indexOf("?");
  const rest = mark < 0 ? afterScheme : afterScheme.slice(0, mark);
  const query = mark < 0 ? "" : afterScheme.slice(mark + 1);
  const known = { ...empty, scheme: scheme.toLowerCase(), query };
  if (!rest.startsWith("/")) {
    return scheme === "" ? undefined : { ...known, opaque: rest, path: "" };
  }
  const [, authority, path = rest] = scheme === "" ? [] : (/^\/\/([^/]*)(.*)$/s.exec(rest) ?? []);
  if (!hasValidEscapes(path)) return undefined;
  if (authority === undefined) return { ...known, path };
  const at = authority.lastIndexOf("@");
  const user = at < 0 ? undefined : authority.slice(0, at);
  const host = hostOf(authority.slice(at + 1), known.scheme);
  if (host === undefined || (user !== undefined && !isUserinfo(user))) return undefined;
  return { ...known, user, host, path };
}

function hasValidEscapes(text: string): boolean {
  return !/%(?![0-9A-Fa-f]{2})/.test(text);
}

function isUserinfo(text: string): boolean {
  return /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(text) && hasValidEscapes(text);
}

/** The host, decoded; undefined for a wrong one. */
function hostOf(text: string, scheme: string): string | undefined {
  const bracket = text.lastIndexOf("[");
  if (bracket > 0) return undefined;
  if (bracket === 0) {
    const [, address = "", port = ""] = /^\[(.*)\](.*)$/s.exec(text) ?? [];
    const decoded = decodeHost(address);
    const valid = decoded !== undefined && isIPv6(decoded) && /^(?::\d*)?$/.test(port);
    return valid ? `[${decoded}]${port}` : undefined;
  }
  const strict = scheme === "http" || scheme === "https";
  const colon = strict ? text.indexOf(":") : text.lastIndexOf(":");
  if (colon >= 0 && !/^:\d*$/.test(text.slice(colon))) return undefined;
  return decodeHost(text);
}

/** Only what is not ASCII may be escaped, and a `%` before a zone. */
function decodeHost(text: string): string | undefined {
  if (!hasValidEscapes(text) || /%(?!25)[0-7]/.test(text)) return undefined;
  const decoded = decode(text);
  return /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"%]|[^\x20-\x7e])*$/.test(decoded)
    ? decoded
    : undefined;
}

function decodeQuery(text: string): string | undefined {
  return hasValidEscapes(text) ? decode(text.replaceAll("+", " ")) : undefined;
}

function decode(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8"),
  );
}

function escapePath(path: string): string {
  const bytes = Buffer.from(decode(path));
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return byte < 0x80 && /[\w\-.~$&+,/:;=@]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
