import { stringFormat } from "../../schema/formats/index.js";
import { requestURIError } from "../../schema/formats/uri.js";
import {
  dns1035LabelErrors,
  dnsLabelErrors,
  dnsSubdomainErrors,
  type NameValidator,
} from "../../schema/metadata/names.js";

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

const qualified = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const labelValue = `(${qualified})?`;
const qualifiedPattern = new RegExp(`^${qualified}$`);
const labelValuePattern = new RegExp(`^${labelValue}$`);

function tooLong(text: string, limit: number): readonly string[] {
  return Buffer.byteLength(text) > limit ? [`must be no more than ${limit} bytes`] : [];
}

/** The text about a pattern, as apimachinery's RegexError has it. */
function patternError(message: string, pattern: string, ...examples: readonly string[]): string {
  const shown = examples.map((example) => `'${example}', `).join(" or ");
  return `${message} (e.g. ${shown}regex used for validation is '${pattern}')`;
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
    errors.push(...dnsSubdomainErrors(prefix).map((error) => `prefix part ${error}`));
  }
  if (name === "") errors.push("name part must be non-empty");
  else errors.push(...tooLong(name, 63).map((error) => `name part ${error}`));
  if (!qualifiedPattern.test(name)) {
    errors.push(`name part ${patternError(message, qualified, "MyName", "my.name", "123-abc")}`);
  }
  return errors;
}

function validLabelValue(text: string): readonly string[] {
  const errors = [...tooLong(text, 63)];
  if (labelValuePattern.test(text)) return errors;
  const message =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  return [...errors, patternError(message, labelValue, "MyValue", "my_value", "12345")];
}

/** What a name is that more is added to. */
function asPrefix(validate: NameValidator) {
  return (text: string): readonly string[] => validate(text, "prefix");
}

/** One of the formats that schemas have, too. */
function schemaFormat(name: string, message: string) {
  const check = stringFormat(name);
  return (text: string): readonly string[] => (check?.(text) === true ? [] : [message]);
}

/** The formats that have a name, by the name that expressions use. */
export const namedFormats: ReadonlyMap<string, NamedFormat> = new Map(
  Object.entries<NamedFormat["validate"]>({
    dns1123Label: (text) => dnsLabelErrors(text),
    dns1123Subdomain: (text) => dnsSubdomainErrors(text),
    dns1035Label: (text) => dns1035LabelErrors(text),
    qualifiedName,
    dns1123LabelPrefix: asPrefix(dnsLabelErrors),
    dns1123SubdomainPrefix: asPrefix(dnsSubdomainErrors),
    dns1035LabelPrefix: asPrefix(dns1035LabelErrors),
    labelValue: validLabelValue,
    uri: (text) => [requestURIError(text)].filter((error) => error !== undefined),
    uuid: schemaFormat("uuid", "does not match the UUID format"),
    byte: schemaFormat("byte", "invalid base64"),
    date: schemaFormat("date", "invalid date"),
    datetime: schemaFormat("datetime", "invalid datetime"),
  }).map(([name, validate]) => [name, new NamedFormat({ name, validate })]),
);
