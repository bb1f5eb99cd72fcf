import { type FieldError, invalid, tooLong } from "../schema/field-error.js";
import { pathSegmentErrors } from "../schema/metadata/names.js";
import { type Check, fieldOf } from "./input.js";
import { byteLength } from "./limits.js";
import {
  caselessSubdomainProblems,
  identifierProblems,
  labelKeyProblems,
  labelProblems,
  labelValueProblems,
  prefixedLabelKeyProblems,
  subdomainProblems,
  type TextProblems,
} from "./names.js";

type TextErrors = (input: { readonly text: string; readonly field: string }) => FieldError[];

const formats = {
  "k8s-extended-resource-name": extendedResourceName,
  "k8s-label-key": byProblems(labelKeyProblems),
  "k8s-label-value": byProblems(labelValueProblems),
  "k8s-long-name": byProblems(subdomainProblems),
  "k8s-long-name-caseless": byProblems(caselessSubdomainProblems),
  "k8s-path-segment-name": byProblems((text) => pathSegmentErrors(text)),
  "k8s-prefixed-label-key": byProblems(prefixedLabelKeyProblems),
  "k8s-resource-fully-qualified-name": fullyQualifiedName,
  "k8s-resource-pool-name": poolName,
  "k8s-short-name": byProblems(labelProblems),
  "k8s-uuid": byProblems((text) =>
    uuid.test(text) ? [] : ["must be a lowercase UUID in 8-4-4-4-12 format"],
  ),
} as const satisfies Record<string, TextErrors>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A format of `+k8s:format`. */
export type FormatName = keyof typeof formats;

/** `+k8s:format`: a string has a format. */
export function format(name: FormatName): Check<string> {
  const errorsOf: TextErrors = formats[name];
  return (input) => {
    if (typeof input.object !== "string") return [];
    const errors = errorsOf({ text: input.object, field: fieldOf(input) });
    return errors.map((error) => ({ ...error, origin: `format=${name}` }));
  };
}

/** Whether a text has a format of `+k8s:format`, by the format's name; undefined for any other name. */
export function textFormat(name: string): ((text: string) => boolean) | undefined {
  const errorsOf: TextErrors | undefined = isFormatName(name) ? formats[name] : undefined;
  return errorsOf && ((text) => errorsOf({ text, field: "" }).length === 0);
}

function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

function byProblems(problems: TextProblems): TextErrors {
  return ({ text, field }) =>
    problems(text).map((detail) => invalid({ field, value: text, detail }));
}

function poolName({ text, field }: Parameters<TextErrors>[0]): FieldError[] {
  const long = byteLength(text) > 253 ? [tooLong(field, 253)] : [];
  const errors = text.split("/").flatMap((part, index) => {
    const segment = `segment ${index}: `;
    return part === ""
      ? [invalid({ field, value: text, detail: `${segment}must not be empty` })]
      : subdomainProblems(part).map((problem) =>
          invalid({ field, value: part, detail: segment + problem }),
        );
  });
  return [...long, ...errors];
}

function extendedResourceName({ text, field }: Parameters<TextErrors>[0]): FieldError[] {
  const quota = "requests.";
  const native = "kubernetes.io/";
  const details = [
    ...(text.includes("/")
      ? text.includes(native)
        ? [`must not have "${native}" domain`]
        : []
      : ["a name must be a domain-prefixed path, such as 'example.com/my-prop'"]),
    ...(text.startsWith(quota) ? [`must not have "${quota}" prefix`] : []),
    // A quota names it with this prefix, so that the name and the prefix must make a label key.
    ...labelKeyProblems(quota + text),
  ];
  return details.map((detail) => invalid({ field, value: text, detail }));
}

function fullyQualifiedName({ text, field }: Parameters<TextErrors>[0]): FieldError[] {
  const parts = text.split("/");
  const [first = "", second = ""] = parts;
  const unqualified = text.includes("/")
    ? []
    : [
        invalid({
          field,
          value: text,
          detail: "a fully qualified name must be a domain and a name separated by a slash",
        }),
      ];
  const named = parts.length === 1 ? identifier({ text: first, field }) : [];
  const qualified =
    parts.length === 2
      ? [...domain({ text: first, field }), ...nameBehind({ text: second, field })]
      : [];
  return [...named, ...qualified, ...unqualified];
}

function domain({ text, field }: Parameters<TextErrors>[0]): FieldError[] {
  if (text === "") return [invalid({ field, value: "", detail: "prefix must not be empty" })];
  const problems = subdomainProblems(text).map((problem) =>
    invalid({ field, value: text, detail: `prefix: ${problem}` }),
  );
  return [...(byteLength(text) > 63 ? [tooLong(field, 63)] : []), ...problems];
}

function nameBehind({ text, field }: Parameters<TextErrors>[0]): FieldError[] {
  if (text === "") return [invalid({ field, value: "", detail: "name must not be empty" })];
  return identifier({ text, field });
}

function identifier({ text, field }: Parameters<TextErrors>[0]): FieldError[] {
  const long = byteLength(text) > 32 ? [tooLong(field, 32)] : [];
  const problems = identifierProblems(text);
  return [...long, ...problems.map((detail) => invalid({ field, value: text, detail }))];
}
