import { Buffer } from "node:buffer";
import { Url } from "../values/url.js";

/** A format of strings that has a name: what `format.dns1123Label()` gives. */
export class NamedFormat {
  readonly name: string;
  /** What is wrong with a text; nothing where it has the format. */
  readonly validate: (text: string) => readonly string[];

  constructor(input: {
    readonly name: string;
    readonly validate: (text: string) => readonly string[];
  }) {
    this.name = input.name;
    this.validate = input.validate;
  }
}

const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const subdomain = `${label}(\\.${label})*`;
const oldLabel = "[a-z]([-a-z0-9]*[a-z0-9])?";
const qualified = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const labelValue = `(${qualified})?`;

const matches = (text: string, pattern: string): boolean => new RegExp(`^(?:${pattern})$`).test(text);

function tooLong(text: string, limit: number): readonly string[] {
  return Buffer.byteLength(text) > limit ? [`must be no more than ${limit} bytes`] : [];
}

/** The text about a pattern, as apimachinery's RegexError has it. */
function patternError(message: string, pattern: string, ...examples: readonly string[]): string {
  const shown = examples.map((example) => `'${example}', `).join(" or ");
  return `${message} (e.g. ${shown}regex used for validation is '${pattern}')`;
}

function dns1123Label(text: string): readonly string[] {
  const errors = [...tooLong(text, 63)];
  if (matches(text, label)) return errors;
  const message =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
  const wrong = matches(text, subdomain)
    ? "must not contain dots"
    : patternError(message, label, "my-name", "123-abc");
  return [...errors, wrong];
}

function dns1123Subdomain(text: string): readonly string[] {
  const errors = [...tooLong(text, 253)];
  if (matches(text, subdomain)) return errors;
  const message =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
  return [...errors, patternError(message, subdomain, "example.com")];
}

function dns1035Label(text: string): readonly string[] {
  const errors = [...tooLong(text, 63)];
  if (matches(text, oldLabel)) return errors;
  const message =
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
  return [...errors, patternError(message, oldLabel, "my-name", "abc-123")];
}

function qualifiedName(text: string): readonly string[] {
  const parts = text.split("/");
  const message =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  if (parts.length > 2) {
    return [
      `a valid label key ${patternError(message, qualified, "MyName", "my.name", "123-abc")} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const name = parts.at(-1) ?? "";
  const [prefix] = parts.length === 2 ? parts : [];
  const errors: string[] = [];
  if (prefix === "") errors.push("prefix part must be non-empty");
  else if (prefix !== undefined) {
    errors.push(...dns1123Subdomain(prefix).map((error) => `prefix part ${error}`));
  }
  if (name === "") errors.push("name part must be non-empty");
  else errors.push(...tooLong(name, 63).map((error) => `name part ${error}`));
  if (!matches(name, qualified)) {
    errors.push(`name part ${patternError(message, qualified, "MyName", "my.name", "123-abc")}`);
  }
  return errors;
}

function validLabelValue(text: string): readonly string[] {
  const errors = [...tooLong(text, 63)];
  if (matches(text, labelValue)) return errors;
  const message =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  return [...errors, patternError(message, labelValue, "MyValue", "my_value", "12345")];
}

/** A name that ends in a dash is a prefix: something follows it. */
function asPrefix(validate: (text: string) => readonly string[]) {
  return (text: string): readonly string[] =>
    validate(text.length > 1 ? text.replace(/-$/, "a") : text);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isDateTime(text: string): boolean {
  const [date = "", time = ""] = text.toLowerCase().split("t");
  const clock = /^(\d\d):(\d\d):(\d\d)(?:.\d+)?(?:z|[+-]\d\d:\d\d)$/.exec(time);
  const [, hour = "", minute = "", second = ""] = clock ?? [];
  return isDate(date) && clock !== null && hour <= "23" && minute <= "59" && second <= "59";
}

function holding(holds: (text: string) => boolean, message: string) {
  return (text: string): readonly string[] => (holds(text) ? [] : [message]);
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;
const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** The formats that have a name, by the name that expressions use. */
export const namedFormats: ReadonlyMap<string, NamedFormat> = new Map(
  Object.entries({
    dns1123Label,
    dns1123Subdomain,
    dns1035Label,
    qualifiedName,
    dns1123LabelPrefix: asPrefix(dns1123Label),
    dns1123SubdomainPrefix: asPrefix(dns1123Subdomain),
    dns1035LabelPrefix: asPrefix(dns1035Label),
    labelValue: validLabelValue,
    uri: holding((text) => Url.isRequestUri(text), "invalid URI for request"),
    uuid: holding((text) => uuid.test(text), "does not match the UUID format"),
    byte: holding((text) => base64.test(text), "invalid base64"),
    date: holding(isDate, "invalid date"),
    datetime: holding(isDateTime, "invalid datetime"),
  }).map(([name, validate]) => [name, new NamedFormat({ name, validate })]),
);
