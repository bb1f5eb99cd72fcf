// Go's net.ParseIP, ParseCIDR and ParseMAC, and Kubernetes' variants that allow leading zeros in IPv4 parts.

type Zeros = "leading zeros" | "no leading zeros";

const digits = /^[0-9]+$/;
const hexDigits = /^[0-9a-fA-F]+$/;

/** An IPv4 address, or an IPv6 address with an embedded one; leading zeros are allowed. */
export function isIPv4(text: string): boolean {
  return text.includes(".") && isIP(text, "leading zeros");
}

/** An IPv6 address without zone. */
export function isIPv6(text: string): boolean {
  return text.includes(":") && isIP(text, "no leading zeros");
}

/** An address, a slash and the length of the prefix. */
export function isCIDR(text: string): boolean {
  const slash = text.indexOf("/");
  if (slash < 0) return false;
  const address = text.slice(0, slash);
  const length = text.slice(slash + 1);
  if (!digits.test(length)) return false;
  if (isIPv4Text(address, "leading zeros")) return Number(length) <= 32;
  return isIPv6Text(address, "leading zeros") && Number(length) <= 128;
}

/** A MAC address of 6, 8 or 20 bytes: `00:00:5e:00:53:01`, with dashes, or `0000.5e00.5301`. */
export function isMAC(text: string): boolean {
  if (text.length < 14) return false;
  const separator =
    text[2] === ":" || text[2] === "-" ? text[2] : text[4] === "." ? "." : undefined;
  if (separator === undefined) return false;
  const size = separator === "." ? 4 : 2;
  const parts = text.split(separator);
  const bytes = (parts.length * size) / 2;
  if (![6, 8, 20].includes(bytes)) return false;
  return parts.every((part) => part.length === size && hexDigits.test(part));
}

/** What comes first, a dot or a colon, tells the family. */
function isIP(text: string, zeros: Zeros): boolean {
  const [separator] = /[.:]/.exec(text) ?? [];
  if (separator === ".") return isIPv4Text(text, zeros);
  return separator === ":" && isIPv6Text(text, zeros);
}

function isIPv4Text(text: string, zeros: Zeros): boolean {
  const parts = text.split(".");
  return (
    parts.length === 4 &&
    parts.every(
      (part) =>
        digits.test(part) &&
        Number(part) <= 255 &&
        (zeros === "leading zeros" || part.length === 1 || !part.startsWith("0")),
    )
  );
}

function isIPv6Text(text: string, zeros: Zeros): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const [left = "", right] = halves;
  const groups = [...groupsOf(left), ...groupsOf(right ?? "")];
  const last = groups.at(-1);
  const embedded = last?.includes(".") === true && !text.endsWith("::");
  if (embedded && !isIPv4Text(last, zeros)) return false;
  const hex = embedded ? groups.slice(0, -1) : groups;
  if (!hex.every((group) => isHexGroup(group, zeros))) return false;
  const count = hex.length + (embedded ? 2 : 0);
  return right === undefined ? count === 8 : count < 8;
}

function groupsOf(half: string): readonly string[] {
  return half === "" ? [] : half.split(":");
}

/** Kubernetes' own parser counts no digits; Go's takes four at most. */
function isHexGroup(group: string, zeros: Zeros): boolean {
  if (!hexDigits.test(group)) return false;
  return zeros === "leading zeros" ? Number.parseInt(group, 16) <= 0xffff : group.length <= 4;
}
