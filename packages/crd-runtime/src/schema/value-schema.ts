import type { JSONSchemaProps } from "../apis/apiextensions.k8s.io/v1/schema.js";
import { fieldOf, isUpdate, type ValidationInput } from "../validation/input.js";
import type { CelCompiler } from "./cel/cel-compiler.js";
import { compileRules } from "./cel/compile-rules.js";
import type { RuleNode } from "./cel/rule-node.js";
import { blocksRules, rulesNotRun, validateRules } from "./cel/validate-rules.js";
import { CompiledSchema } from "./compile.js";
import { type FieldError, internalError } from "./field-error.js";
import { hasStructural } from "./has-structural.js";
import { isObject, type JsonMembers, setMember } from "./json.js";
import { prune } from "./prune.js";
import { structuralOf } from "./structural-of.js";

/** The schema of whole objects of a kind, metadata left to the server: what generated validation functions check by. */
export function resourceSchema(props: JSONSchemaProps): ValueSchema {
  return new ValueSchema({ props, as: "resource" });
}

/** The schema of values of a type: what generated validation functions check by. */
export function valueSchema(props: JSONSchemaProps): ValueSchema {
  return new ValueSchema({ props, as: "value" });
}

/** A schema by which values are checked as the API server checks objects of a CustomResourceDefinition. */
export class ValueSchema {
  readonly props: JSONSchemaProps;
  readonly #as: "resource" | "value";
  readonly #rules = new WeakMap<CelCompiler, { readonly node: RuleNode | undefined }>();
  #compiled: { readonly schema: CompiledSchema; readonly hasRules: boolean } | undefined;

  constructor(input: { readonly props: JSONSchemaProps; readonly as: "resource" | "value" }) {
    this.props = input.props;
    this.#as = input.as;
  }

  /**
   * What the API server would find wrong with a value, in its order: unknown members are left out and defaults filled in
   * first, in a copy. Its rules in CEL come last, and only where no other error keeps the server from running them. Then
   * follows what `declared`, the checks of tags, finds in other fields. Nothing is thrown: rules that are not evaluated are errors.
   *
   * Follows customresource.customResourceStrategy of apiextensions-apiserver.
   */
  check<T>(
    of: ValidationInput<T>,
    declared: (input: ValidationInput<T>) => FieldError[] = () => [],
  ): FieldError[] {
    // The schema around it has this one in it.
    if (of.schemaChecked === true) return declared(of);
    const { path = "" } = of;
    const object = this.#read(of.object);
    const isNew = !isUpdate(of) || of.oldObject === undefined || of.oldObject === null;
    const old = isNew ? {} : { oldObject: this.#read(of.oldObject) };
    const errors = [...this.#ready.schema.validate({ object, path, ...old })];
    const found = [...errors, ...this.#ruleErrors({ of, errors, object, old })];
    const fields = new Set(found.map(({ field }) => field));
    // A copy of a T with its defaults is one, too.
    const inside = { ...of, object, ...old, schemaChecked: true } as ValidationInput<T>;
    return [...found, ...declared(inside).filter(({ field }) => !fields.has(field))];
  }

  get #ready(): { readonly schema: CompiledSchema; readonly hasRules: boolean } {
    if (this.#compiled === undefined) {
      const structural = structuralOf(this.props);
      const hasRules = hasStructural(structural, ({ validations }) => validations.length > 0);
      this.#compiled = { schema: new CompiledSchema(structural), hasRules };
    }
    return this.#compiled;
  }

  /** What the server would make of a value before it looks at it. */
  #read(value: unknown): unknown {
    const { schema } = this.#ready;
    const copy = sent(value);
    prune({ object: copy, schema: schema.structural, root: this.#as });
    schema.applyDefaults(copy);
    return copy;
  }

  #ruleErrors(input: {
    readonly of: ValidationInput<unknown>;
    readonly errors: readonly FieldError[];
    readonly object: unknown;
    readonly old: { readonly oldObject?: unknown };
  }): readonly FieldError[] {
    const { of, errors, object, old } = input;
    const { schema, hasRules } = this.#ready;
    if (!hasRules) return [];
    if (blocksRules(errors)) return [rulesNotRun];
    const { cel, path = "" } = of;
    if (cel === undefined) return [internalError(fieldOf(of), withoutCel)];
    let rules = this.#rules.get(cel);
    if (rules === undefined) {
      rules = { node: compileRules({ schema: schema.structural, cel, as: this.#as }).rules };
      this.#rules.set(cel, rules);
    }
    return validateRules({ rules: rules.node, object, path, ...old }).errors;
  }
}

const withoutCel =
  "not evaluated: the rules in CEL need 'cel', which celCompiler() of crd-runtime/cel makes";

/** A copy as the server reads it: without members that are undefined, large integers by their digits. */
function sent(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number") return isLargeInteger(value) ? BigInt(String(value)) : value;
  if (Array.isArray(value)) return value.map(sent);
  if (!isObject(value)) return value;
  const copy: JsonMembers = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) setMember(copy, name, sent(member));
  }
  return copy;
}

/** One that JSON has digits for, not an exponent, and that is not exact. */
function isLargeInteger(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21;
}
