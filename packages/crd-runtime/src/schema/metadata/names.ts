// Texts are the API server's: apimachinery, util/validation and api/validation.

const labelFormat = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const subdomainFormat = `${labelFormat}(\\.${labelFormat})*`;
const dns1035Format = "[a-z]([-a-z0-9]*[a-z0-9])?";

// Each is linear: one class between two anchored characters.
const labelPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const dns1035Pattern = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

const labelHelp =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an " +
  `alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${labelFormat}')`;
const subdomainHelp =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end " +
  `with an alphanumeric character (e.g. 'example.com', regex used for validation is '${subdomainFormat}')`;
const dns1035Help =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end " +
  `with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '${dns1035Format}')`;

const maxLabelBytes = 63;
const maxSubdomainBytes = 253;

/**
 * Says what is wrong with a name; nothing when it is valid. With "prefix" the name is a `generateName`, to which
 * characters will be added.
 */
export type NameValidator = (name: string, use?: "name" | "prefix") => readonly string[];

/** What is wrong with a DNS subdomain (RFC 1123), the name of most objects: `a.b-c.d`, at most 253 bytes. */
export const dnsSubdomainErrors: NameValidator = (name, use = "name") => {
  const value = use === "prefix" ? withoutTrailingDash(name) : name;
  const errors = tooLong(value, maxSubdomainBytes);
  return isSubdomain(value) ? errors : [...errors, subdomainHelp];
};

/** What is wrong with a DNS label (RFC 1123), the name of a namespace: `a-b`, at most 63 bytes. */
export const dnsLabelErrors: NameValidator = (name, use = "name") => {
  const value = use === "prefix" ? withoutTrailingDash(name) : name;
  const errors = tooLong(value, maxLabelBytes);
  if (labelPattern.test(value)) return errors;
  return [...errors, isSubdomain(value) ? "must not contain dots" : labelHelp];
};

/** What is wrong with a DNS label (RFC 1035), which begins with a letter, at most 63 bytes. */
export const dns1035LabelErrors: NameValidator = (name, use = "name") => {
  const value = use === "prefix" ? withoutTrailingDash(name) : name;
  const errors = tooLong(value, maxLabelBytes);
  return dns1035Pattern.test(value) ? errors : [...errors, dns1035Help];
};

/** What is wrong with a path segment, the name of what may have almost any name: not `.` or `..`, no `/`, no `%`. */
export const pathSegmentErrors: NameValidator = (name, use = "name") => {
  if (use === "name" && (name === "." || name === "..")) return [`may not be '${name}'`];
  return ["/", "%"]
    .filter((part) => name.includes(part))
    .map((part) => `may not contain '${part}'`);
};

function isSubdomain(value: string): boolean {
  return value.split(".").every((label) => labelPattern.test(label));
}

function tooLong(value: string, bytes: number): readonly string[] {
  const fits = value.length * 3 <= bytes || Buffer.byteLength(value) <= bytes;
  return fits ? [] : [`must be no more than ${bytes} characters`];
}

/** A prefix may end in a dash, because more characters follow: the server looks at it with the last two replaced. */
function withoutTrailingDash(name: string): string {
  return name.length > 1 && name.endsWith("-") ? `${name.slice(0, -2)}a` : name;
}
