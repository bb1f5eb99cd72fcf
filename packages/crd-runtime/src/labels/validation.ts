const maxNameBytes = 63;
const maxSubdomainBytes = 253;

// Every pattern is linear: one class, one anchor, no nested repetition over user input.
const namePattern = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const dnsLabelPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

const nameFormat = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const nameRule =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const nameHelp = `${nameRule} (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${nameFormat}')`;
const valueHelp =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end " +
  `with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(${nameFormat})?')`;
const subdomainHelp =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end " +
  "with an alphanumeric character (e.g. 'example.com', regex used for validation is " +
  "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

/**
 * What is wrong with a label key or annotation key: `name` or `dns.subdomain/name`; empty when nothing is.
 * Texts are the API server's (apimachinery, validation.IsQualifiedName).
 */
export function qualifiedNameErrors(value: string): readonly string[] {
  const parts = value.split("/");
  const [first = "", second] = parts;
  if (parts.length > 2) {
    return [
      `a valid label key ${nameHelp} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  if (second === undefined) return nameErrors(first);
  const prefixErrors = first === "" ? ["must be non-empty"] : subdomainErrors(first);
  return [...prefixErrors.map((message) => `prefix part ${message}`), ...nameErrors(second)];
}

/** What is wrong with a label value; empty when nothing is. Texts are the API server's (validation.IsValidLabelValue). */
export function labelValueErrors(value: string): readonly string[] {
  const errors: string[] = [];
  if (Buffer.byteLength(value) > maxNameBytes) errors.push(tooLong(maxNameBytes));
  if (value !== "" && !namePattern.test(value)) errors.push(valueHelp);
  return errors;
}

/** The API server's sentence about an invalid value, without the field's name; undefined when there are no errors. */
export function invalidValue(input: {
  readonly value: string;
  readonly errors: readonly string[];
}): string | undefined {
  if (input.errors.length === 0) return undefined;
  return `Invalid value: ${JSON.stringify(input.value)}: ${input.errors.join("; ")}`;
}

function nameErrors(name: string): readonly string[] {
  const errors: string[] = [];
  if (name === "") errors.push("name part must be non-empty");
  else if (Buffer.byteLength(name) > maxNameBytes)
    errors.push(`name part ${tooLong(maxNameBytes)}`);
  if (!namePattern.test(name)) errors.push(`name part ${nameHelp}`);
  return errors;
}

function subdomainErrors(value: string): readonly string[] {
  const errors: string[] = [];
  if (Buffer.byteLength(value) > maxSubdomainBytes) errors.push(tooLong(maxSubdomainBytes));
  if (!value.split(".").every((label) => dnsLabelPattern.test(label))) errors.push(subdomainHelp);
  return errors;
}

function tooLong(bytes: number): string {
  return `must be no more than ${bytes} bytes`;
}
