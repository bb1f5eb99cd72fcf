import { type ImportSymbol, zodType, zodValue } from "../render/index.js";

/** `zz_generated.schemas.ts` of a version. */
export interface FileView {
  readonly runtime: typeof runtime;
  readonly schemas: readonly SchemaView[];
}

export const runtime = {
  At: zodType("At"),
  Schema: zodType("Schema"),
  passthrough: zodValue("passthrough"),
  schema: zodValue("schema"),
} as const;

/** Both schemas of a declared type. */
export interface SchemaView {
  /** `Database`. */
  readonly typeName: string;
  readonly type: ImportSymbol;
  /** `databaseSchema`. */
  readonly strict: string;
  /** `databasePassthroughSchema`. */
  readonly passthrough: string;
  readonly expression: ExpressionView;
  readonly parts: readonly PartView[];
}

/** A schema of its own for what lies deep in a declared type. */
export interface PartView {
  /** `databaseSchemaPart1`. */
  readonly name: string;
  /** As code, the keys that lead to it: `"spec"`, `number`. */
  readonly keys: readonly string[];
  readonly expression: ExpressionView;
}

/** A schema as an expression: what it is of, then the methods that are called on it. */
export interface ExpressionView {
  readonly base: BaseView;
  readonly checks: readonly CheckView[];
  readonly nullable: boolean;
  readonly optional: boolean;
}

/** What a schema is of; `template` prints it. */
export type BaseView =
  | { readonly template: `${BaseFolder}symbol`; readonly symbol: ImportSymbol }
  /** `z.string()`. */
  | { readonly template: `${BaseFolder}scalar`; readonly z: ImportSymbol; readonly name: string }
  | {
      readonly template: `${BaseFolder}literals`;
      readonly z: ImportSymbol;
      /** `enum`, `literal`. */
      readonly name: string;
      readonly isList: boolean;
      readonly values: readonly string[];
    }
  /** A call with schemas: `z.array(...)`, `oneOrMany(...)`. */
  | {
      readonly template: `${BaseFolder}call`;
      readonly function: ImportSymbol;
      /** `.array`; "" for the function itself. */
      readonly member: string;
      readonly arguments: readonly ExpressionView[];
    }
  | {
      readonly template: `${BaseFolder}tuple`;
      readonly z: ImportSymbol;
      readonly elements: readonly ExpressionView[];
    }
  | {
      readonly template: `${BaseFolder}object`;
      readonly z: ImportSymbol;
      readonly bases: readonly ImportSymbol[];
      readonly members: readonly { readonly key: string; readonly schema: ExpressionView }[];
    }
  | {
      readonly template: `${BaseFolder}cases`;
      readonly function: ImportSymbol;
      readonly discriminant: string;
      readonly cases: readonly ImportSymbol[];
    }
  /** A type of a package, which is not looked into. */
  | {
      readonly template: `${BaseFolder}loose`;
      readonly function: ImportSymbol;
      readonly type: ImportSymbol;
      readonly shape: "array" | "object" | "string";
    };

type BaseFolder = "zod-gen/base/";

/** A call of a check: `maxLength(63)`. */
export interface CheckView {
  readonly function: ImportSymbol;
  /** As code. */
  readonly arguments: readonly string[];
  readonly checks: readonly CheckView[];
}
