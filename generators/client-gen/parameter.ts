import { lowerCamel } from "../model/names/index.js";

/** Words that cannot name a parameter, and the names of the other parameters of client methods. */
const taken: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval " +
    "export extends false finally for function if implements import in instanceof interface let new " +
    "null package private protected public return static super switch this throw true try typeof " +
    "undefined var void while with yield client name namespace options patch"
  ).split(" "),
);

/**
 * Name of the parameter that takes an object of a type; `object` where the type's own name in lower
 * camel case is a word of the language or another parameter.
 */
export function parameterName(type: string): string {
  const name = lowerCamel(type);
  return taken.has(name) ? "object" : name;
}
