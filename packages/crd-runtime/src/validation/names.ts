// Texts are the API server's: apimachinery, api/validate/content of 1.37, which counts bytes where older texts say characters.

import { byteLength } from "./limits.js";

/** What is wrong with a text. */
export type TextProblems = (text: string) => readonly string[];

const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const subdomain = `${label}(\\.${label})*`;
const key = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

// Each is linear: one class between two anchored characters.
const labelPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const keyPattern = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const identifierPattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

const empty = "must be non-empty";
const keyHelp = help({
  text: "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  pattern: key,
  examples: ["MyName", "my.name", "123-abc"],
});

export const labelProblems: TextProblems = (text) => {
  const errors = tooLong({ text, bytes: 63 });
  if (labelPattern.test(text)) return errors;
  if (isSubdomain(text)) return [...errors, "must not contain dots"];
  return [
    ...errors,
    help({
      text: "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
      pattern: label,
      examples: ["my-name", "123-abc"],
    }),
  ];
};

export const subdomainProblems: TextProblems = (text) => {
  const errors = tooLong({ text, bytes: 253 });
  if (isSubdomain(text)) return errors;
  return [
    ...errors,
    help({
      text: "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
      pattern: subdomain,
      examples: ["example.com"],
    }),
  ];
};

export const caselessSubdomainProblems: TextProblems = (text) => {
  const errors = tooLong({ text, bytes: 253 });
  if (isSubdomain(text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))) return errors;
  return [
    ...errors,
    help({
      text: "an RFC 1123 subdomain must consist of alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
      pattern: subdomain,
      examples: ["Example.com"],
    }),
  ];
};

export const labelKeyProblems: TextProblems = (text) => {
  const parts = text.split("/");
  if (parts.length > 2) {
    return [
      `a valid label key ${keyHelp} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const name = parts.at(-1) ?? "";
  const prefix = parts.length === 2 ? parts[0] : undefined;
  const ofName =
    name === "" ? [`name part ${empty}`] : tooLong({ text: name, bytes: 63 }).map(nameful);
  return [
    ...(prefix === undefined ? [] : prefixProblems(prefix)),
    ...ofName,
    ...(keyPattern.test(name) ? [] : [nameful(keyHelp)]),
  ];
};

export const prefixedLabelKeyProblems: TextProblems = (text) => {
  const errors = labelKeyProblems(text);
  if (errors.length > 0 || text.includes("/")) return errors;
  return ["must include a prefix (e.g. 'example.com/key')"];
};

export const labelValueProblems: TextProblems = (text) => {
  const errors = tooLong({ text, bytes: 63 });
  if (text === "" || keyPattern.test(text)) return errors;
  return [
    ...errors,
    help({
      text: "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
      pattern: `(${key})?`,
      examples: ["MyValue", "my_value", "12345"],
    }),
  ];
};

export const identifierProblems: TextProblems = (text) =>
  identifierPattern.test(text)
    ? []
    : [
        help({
          text: "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'",
          pattern: "[A-Za-z_][A-Za-z0-9_]*",
          examples: ["my_name", "MY_NAME", "MyName"],
        }),
      ];

function prefixProblems(prefix: string): readonly string[] {
  const problems = prefix === "" ? [empty] : subdomainProblems(prefix);
  return problems.map((problem) => `prefix part ${problem}`);
}

function nameful(problem: string): string {
  return `name part ${problem}`;
}

function isSubdomain(text: string): boolean {
  return text.split(".").every((part) => labelPattern.test(part));
}

function tooLong(input: { readonly text: string; readonly bytes: number }): readonly string[] {
  const { text, bytes } = input;
  return byteLength(text) > bytes ? [`must be no more than ${bytes} bytes`] : [];
}

function help(input: {
  readonly text: string;
  readonly pattern: string;
  readonly examples: readonly string[];
}): string {
  const examples = input.examples.map((example) => `'${example}', `).join(" or ");
  return `${input.text} (e.g. ${examples}regex used for validation is '${input.pattern}')`;
}
