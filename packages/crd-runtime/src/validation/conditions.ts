import { type FieldError, internalError } from "../schema/field-error.js";
import { goQuote } from "../schema/text/go.js";
import { type Check, fieldOf, runChecks, type ValidationInput, withoutSchema } from "./input.js";

/** Rules that an option switches on or off. */
export interface OptionInput<T> {
  readonly option: string;
  readonly checks: readonly Check<NoInfer<T>>[];
}

/** `+k8s:ifEnabled`: the rules hold while the option is on. */
export function ifEnabled<T>(input: OptionInput<T>): Check<T> {
  return ifOption({ ...input, enabled: true });
}

/** `+k8s:ifDisabled`: the rules hold while the option is off. */
export function ifDisabled<T>(input: OptionInput<T>): Check<T> {
  return ifOption({ ...input, enabled: false });
}

/** `+k8s:alpha`: `onAlpha` is told what the rules find, and no error comes of it. */
export function alpha<T>(checks: readonly Check<NoInfer<T>>[]): Check<T> {
  return (of) => atLevel({ of, stability: "alpha", errors: runChecks(checks, withoutSchema(of)) });
}

/** `+k8s:beta`: the errors are marked, so that a caller can tell them from others. */
export function beta<T>(checks: readonly Check<NoInfer<T>>[]): Check<T> {
  return (of) => atLevel({ of, stability: "beta", errors: runChecks(checks, withoutSchema(of)) });
}

/** Rules for a member that stand behind `+k8s:subfield`: they hold whatever a schema has said of its own. */
export function besideSchema<T>(checks: readonly Check<NoInfer<T>>[]): Check<T> {
  return (of) => runChecks(checks, withoutSchema(of));
}

/** Errors as the level of their rule has them. */
export function atLevel(input: {
  readonly of: ValidationInput<unknown>;
  readonly stability: "alpha" | "beta" | undefined;
  readonly errors: readonly FieldError[];
}): FieldError[] {
  const { of, stability, errors } = input;
  if (stability === undefined) return [...errors];
  const marked = errors.map((error) => ({ ...error, stability }));
  if (stability === "beta") return marked;
  for (const error of marked) of.onAlpha?.(error);
  return [];
}

/** Whether an option is on; the error where nobody said. */
export function optionOf(input: {
  readonly of: ValidationInput<unknown>;
  readonly option: string;
}): boolean | FieldError {
  const { of, option } = input;
  const { options = {} } = of;
  const enabled = Object.hasOwn(options, option) ? options[option] : undefined;
  return enabled ?? internalError(fieldOf(of), `option ${goQuote(option)} is not declared`);
}

function ifOption<T>(input: OptionInput<T> & { readonly enabled: boolean }): Check<T> {
  const { option, enabled, checks } = input;
  return (of) => {
    const found = optionOf({ of, option });
    if (typeof found !== "boolean") return [found];
    return found === enabled ? runChecks(checks, withoutSchema(of)) : [];
  };
}
