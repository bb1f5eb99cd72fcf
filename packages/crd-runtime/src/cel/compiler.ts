import type {
  CelCompileError,
  CelCompileInput,
  CelCompiler,
  CelProgram,
  CelResult,
  CelScope,
  CelScopeInput,
} from "../schema/cel/cel-compiler.js";
import { check } from "./check/checker.js";
import { Functions } from "./check/functions.js";
import { Scope } from "./check/scope.js";
import { validate } from "./check/validate.js";
import { estimateCost } from "./cost/estimate.js";
import { maxOccurrences, type SizeNode, sizeNodeOf } from "./cost/size-node.js";
import { CompileError, CostLimitError, describeError, EvaluationError } from "./errors.js";
import { arithmetic } from "./library/arithmetic.js";
import { comparison } from "./library/comparison.js";
import { conversion } from "./library/conversion.js";
import { kubernetes } from "./library/kubernetes.js";
import { lists } from "./library/lists.js";
import { optionals } from "./library/optionals.js";
import { Patterns } from "./library/patterns.js";
import { regexLibrary } from "./library/regex.js";
import { strings } from "./library/strings.js";
import { time } from "./library/time.js";
import { plan } from "./plan/planner.js";
import { frameOf, type Step } from "./plan/step.js";
import type { Declaration } from "./schema/declaration.js";
import { Declarations } from "./schema/declarations.js";
import { shapeOf } from "./shape.js";
import { Parser } from "./syntax/parse.js";
import { type CelType, optionalOf, simpleTypes } from "./types/type.js";
import { Optional } from "./values/optional.js";

/** Expressions that are remembered, of all shapes together. */
const maxExpressions = 1_000;

/** What an expression is where values have one shape; read-only, and without what is read from values. */
interface Compiled {
  readonly step: Step;
  readonly maxCost: number;
  readonly usesOldSelf: boolean;
}

/** Compiles the rules of CustomResourceDefinitions with the functions that kube-apiserver 1.37 has for them. */
export class KubernetesCelCompiler implements CelCompiler {
  readonly #parser = new Parser();
  readonly #patterns = new Patterns();
  readonly #functions: Functions;
  readonly #declarations = new Declarations();
  /** By shape, then by expression: versions and kinds have much in common. */
  readonly #compiled = new Map<string, Map<string, Compiled>>();
  #expressions = 0;

  constructor() {
    this.#functions = new Functions([
      ...arithmetic,
      ...comparison,
      ...conversion,
      ...strings,
      ...regexLibrary(this.#patterns),
      ...lists,
      ...optionals,
      ...time,
      ...kubernetes,
    ]);
  }

  scopeOf(input: CelScopeInput): CelScope | undefined {
    const declaration = this.#declarations.of(input);
    const { type } = declaration;
    if (type === undefined) return undefined;
    const sizes = sizeNodeOf(input);
    if (sizes === undefined) return undefined;
    let known: Map<string, Compiled> | undefined;
    return {
      maxOccurrences: maxOccurrences(sizes),
      compile: (compileInput) => {
        try {
          known ??= this.#knownOf(shapeOf({ type, sizes }));
          return this.#compile({ ...compileInput, type, declaration, sizes, known });
        } catch (error) {
          return compileErrorOf(error, compileInput.expression);
        }
      },
    };
  }

  #knownOf(shape: string): Map<string, Compiled> {
    if (this.#expressions >= maxExpressions || this.#compiled.size >= maxExpressions) {
      this.#compiled.clear();
      this.#expressions = 0;
    }
    const known = this.#compiled.get(shape) ?? new Map<string, Compiled>();
    this.#compiled.set(shape, known);
    return known;
  }

  #compile(
    input: CelCompileInput & {
      readonly type: CelType;
      readonly declaration: Declaration;
      readonly sizes: SizeNode;
      readonly known: Map<string, Compiled>;
    },
  ): CelCompileError | CelProgram {
    const { declaration, oldSelf, known } = input;
    const key = `${input.result} ${oldSelf} ${input.expression}`;
    let compiled: CelCompileError | Compiled | undefined = known.get(key);
    if (compiled === undefined) {
      compiled = this.#compileNew(input);
      if ("reason" in compiled) return compiled;
      known.set(key, compiled);
      this.#expressions += 1;
    }
    return program({
      ...compiled,
      declaration,
      oldSelf: compiled.usesOldSelf ? oldSelf : "unused",
    });
  }

  #compileNew(
    input: CelCompileInput & { readonly type: CelType; readonly sizes: SizeNode },
  ): CelCompileError | Compiled {
    const { type } = input;
    const expr = this.#parser.parse(input.expression);
    const scope = Scope.of([
      ["self", type],
      ["oldSelf", input.oldSelf === "optional" ? optionalOf(type) : type],
    ]);
    const checked = check({ expr, scope, functions: this.#functions });
    validate({ checked, patterns: this.#patterns });
    if (checked.type.kind !== simpleTypes[input.result].kind) {
      const message =
        input.result === "bool"
          ? "cel expression must evaluate to a bool"
          : "messageExpression must evaluate to a string";
      return { message, reason: "type" };
    }
    return {
      maxCost: estimateCost({ checked, root: input.sizes }),
      step: plan(checked),
      usesOldSelf: checked.references.has("oldSelf"),
    };
  }
}

function compileErrorOf(error: unknown, source: string): CelCompileError {
  if (error instanceof CompileError) {
    return { message: describeError(error, source), reason: "invalid" };
  }
  // Deeper than the stack of this process: cel-go has limits of its own.
  if (error instanceof RangeError) return { message: "expression too deep", reason: "invalid" };
  throw error;
}

function program(input: {
  readonly maxCost: number;
  readonly step: Step;
  readonly declaration: Declaration;
  readonly oldSelf: "optional" | "plain" | "unused";
}): CelProgram {
  const { step, declaration, oldSelf } = input;
  return {
    usesOldSelf: oldSelf !== "unused",
    maxCost: input.maxCost,
    evaluate: (values): CelResult => {
      const frame = frameOf([], values.costLimit ?? Number.POSITIVE_INFINITY);
      const failed = (error: string): CelResult => ({ error, cost: frame.cost });
      try {
        frame[0] = declaration.read(values.self);
        if (oldSelf !== "unused") {
          const old = values.oldSelf ?? undefined;
          const value = old === undefined ? undefined : declaration.read(old);
          if (oldSelf === "optional") frame[1] = Optional.from(value);
          else if (value !== undefined) frame[1] = value;
        }
        const value = step(frame);
        if (frame.cost > frame.limit) throw new CostLimitError();
        return typeof value === "boolean" || typeof value === "string"
          ? { value, cost: frame.cost }
          : failed("no such overload");
      } catch (error) {
        if (error instanceof EvaluationError || error instanceof CostLimitError) {
          return failed(error.message);
        }
        if (error instanceof RangeError) return failed("expression too deep");
        throw error;
      }
    },
  };
}
