// What Go's net/url.ParseRequestURI takes: an absolute URL or an absolute path.

const scheme = /^([a-zA-Z][a-zA-Z0-9+\-.]*):/;
const badEscape = /%(?![0-9a-fA-F]{2})/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f]/;
const userCharacters = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const hostForbidden = /[ "<>\\^`{|}[\]]/;
const portPattern = /^(:[0-9]*)?$/;

/** Whether Go's url.ParseRequestURI reads it. */
export function isRequestURI(text: string): boolean {
  if (text === "" || control.test(text)) return false;
  if (text === "*") return true;
  const [head = "", name] = scheme.exec(text) ?? [];
  const [rest = ""] = text.slice(head.length).split("?");
  // Without scheme it is a path; with one, what does not begin with a slash is opaque.
  if (!rest.startsWith("/")) return name !== undefined;
  if (name === undefined || !rest.startsWith("//")) return !badEscape.test(rest);
  const end = rest.indexOf("/", 2);
  const authority = end < 0 ? rest.slice(2) : rest.slice(2, end);
  return isAuthority(authority) && !badEscape.test(end < 0 ? "" : rest.slice(end));
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf("@");
  const user = at < 0 ? "" : authority.slice(0, at);
  if (!userCharacters.test(user) || badEscape.test(user)) return false;
  return isHost(authority.slice(at + 1));
}

function isHost(host: string): boolean {
  if (host.startsWith("[")) {
    const end = host.lastIndexOf("]");
    return end > 0 && portPattern.test(host.slice(end + 1));
  }
  const colon = host.lastIndexOf(":");
  const port = colon < 0 ? "" : host.slice(colon);
  if (!portPattern.test(port) || hostForbidden.test(host)) return false;
  // Escapes in a host are for bytes beyond ASCII alone.
  return !badEscape.test(host) && !/%[0-7]/.test(host);
}
