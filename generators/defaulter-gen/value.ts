import {
  type DefaultValue,
  isJsonObject,
  isScalar,
  type JsonValue,
  resolveAliases,
} from "../model/index.js";
import { type ImportSymbol, memberKey, quoted, runtimeValue } from "../render/index.js";
import { elementForm, formOf, mayLack, memberForm, type Named } from "./form.js";
import type { ValueView } from "./view.js";

/** A default as code: constants by their name where they can be shared, everything else written out. */
export function valueView(input: Named & { readonly value: DefaultValue }): ValueView {
  const { types, type, name, value } = input;
  const { json, constant } = value;
  if (constant !== undefined) {
    const symbol = constantSymbol(constant);
    if (json === undefined) {
      return isScalar({ types, type })
        ? { template: "defaulter-gen/value/constant", constant: symbol }
        : copyView({ types, type, name, constant: symbol });
    }
    if (typeof json.value !== "object" && !parameters.test(constant.name)) {
      return { template: "defaulter-gen/value/constant", constant: symbol };
    }
  }
  return jsonView({ types, type, name, value: json?.value ?? null });
}

const copy = runtimeValue("deepCopyUnknown");

/** Of the member's type: constants are often readonly, which a copy need not be. */
function copyView(input: Named & { readonly constant: ImportSymbol }): ValueView {
  const { types, type, name, constant } = input;
  const isNullable = resolveAliases(types, type).kind === "nullable";
  const as = isNullable ? { ...name, after: `${name.after} | null` } : name;
  return { template: "defaulter-gen/value/copy", copy, as, constant };
}

/** Names of the generated functions' own: a constant of such a name is written out. */
const parameters = /^(?:object|(?:item|value)\d*)$/;

function constantSymbol(constant: NonNullable<DefaultValue["constant"]>): ImportSymbol {
  const { name, module } = constant;
  const moduleKind = module.endsWith(".ts") ? "file" : "package";
  return { name, module, moduleKind, typeOnly: false };
}

/**
 * An object that lacks what its type requires gets the rest by defaults of its own, which the compiler cannot know: it
 * is cast. Right where it stands, for a cast further out compiles only where one of both types holds the other; and
 * what it holds with it, where that is a map: no map holds an object of which the keys are known.
 */
function jsonView(
  input: Named & { readonly value: JsonValue; readonly ofCast?: boolean },
): ValueView {
  const { value, ofCast = false } = input;
  if (Array.isArray(value)) {
    const form = formOf(input);
    const items = value.map((one, index) =>
      jsonView({ ...elementForm({ of: form, key: index }), value: one, ofCast }),
    );
    return { template: "defaulter-gen/value/list", items };
  }
  if (isJsonObject(value)) {
    const form = formOf(input);
    const lacks = mayLack({ form, names: Object.keys(value) });
    const entries = Object.entries(value).map(([name, one]) => {
      const member = memberForm({ of: form, member: name });
      const view = jsonView({ ...member, value: one, ofCast: ofCast || lacks });
      return { key: memberKey(name), value: view };
    });
    const cast = lacks || (ofCast && form.type.kind === "map") ? form.name : undefined;
    return { template: "defaulter-gen/value/object", entries, cast };
  }
  const text = typeof value === "string" ? quoted(value) : JSON.stringify(value);
  return { template: "defaulter-gen/value/text", text };
}
