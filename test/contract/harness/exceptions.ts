/** Texts that are not of Kubernetes' own making, and compare by code, reason and field alone. */
export interface TextException {
  readonly name: string;
  /** Of a message, a cause's message or a warning of the real server. */
  readonly pattern: RegExp;
  readonly reason: string;
}

export const exceptions: readonly TextException[] = [
  {
    name: "encoding/json",
    pattern:
      /json: cannot unmarshal|invalid character '|unexpected end of JSON input|unexpected EOF|json: unsupported|json: offset|illegal base64 data/,
    reason: "Go's JSON decoder says where in Go's types and at which byte it stopped",
  },
  {
    name: "quoted objects",
    pattern: /Invalid value: "\{\\"/,
    reason: "objects are quoted with their members in the order of Go's struct fields",
  },
  {
    name: "yaml",
    pattern: /error converting YAML to JSON|yaml: /,
    reason: "messages of go.yaml.in/yaml",
  },
  { name: "strconv", pattern: /strconv\.\w+: parsing|parsing "/, reason: "Go's number parser" },
  {
    name: "regexp",
    pattern: /error parsing regexp/,
    reason: "Go's regexp compiler",
  },
  {
    name: "storage",
    pattern: /StorageError: /,
    reason: "etcd's keys and what the storage layer says of objects that it cannot decode",
  },
  {
    name: "cel-go",
    pattern:
      /ERROR: <input>:\d+:\d+:|compilation failed|no such (key|overload)|undeclared reference/,
    reason: "compiler and evaluator messages of cel-go, with source snippets",
  },
];

/** Further ones for objects that have more than one thing wrong. */
export const chance: readonly TextException[] = [
  {
    name: "typed patch objects",
    pattern: /failed to create typed patch object/,
    reason: "which fields are named, and in which order, depends on the order of a Go map",
  },
];

/** The exception that a text of the real server falls under. */
export function exceptionOf(input: {
  readonly text: string;
  readonly exceptions: readonly TextException[];
}): TextException | undefined {
  return input.exceptions.find(({ pattern }) => pattern.test(input.text));
}
