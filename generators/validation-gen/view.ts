import { type ImportSymbol, runtimeType, validationType } from "../render/index.js";
import type { PropertyPlan, Stability } from "./plan.js";

/** `zz_generated.validations.ts` of a version. */
export interface FileView {
  readonly runtime: typeof runtime;
  readonly group: string;
  readonly version: string;
  /** What the scheme is told, by kind. */
  readonly kinds: readonly { readonly kind: string; readonly function: ImportSymbol }[];
  readonly schemas: readonly SchemaView[];
  readonly functions: readonly FunctionView[];
}

export const runtime = {
  Scheme: runtimeType("Scheme"),
  DeepReadonly: runtimeType("DeepReadonly"),
  FieldError: validationType("FieldError"),
} as const;

/** A constant that holds the schema of a type. */
export interface SchemaView {
  readonly name: string;
  readonly make: ImportSymbol;
  readonly value: SchemaValueView;
}

/** A part of a schema as an expression; `template` prints it. */
export type SchemaValueView =
  | {
      readonly template: `${SchemaFolder}object`;
      readonly members: readonly { readonly key: string; readonly value: SchemaValueView }[];
      /** Its type, where the compiler would not know it. */
      readonly type: ImportSymbol | undefined;
    }
  | { readonly template: `${SchemaFolder}list`; readonly items: readonly SchemaValueView[] }
  | { readonly template: `${SchemaFolder}text`; readonly text: string };

type SchemaFolder = "validation-gen/schema/";

/** A function that validates values of one type. */
export interface FunctionView {
  readonly name: string;
  readonly exported: boolean;
  readonly description: string;
  readonly inputType: ImportSymbol;
  readonly type: ImportSymbol;
  readonly isScalar: boolean;
  /** Name of the constant with the schema that checks values, too. */
  readonly schema: string | undefined;
  readonly statements: readonly StatementView[];
}

/** An item of the list of errors; `template` prints it. */
export type StatementView =
  | {
      readonly template: `${StatementFolder}member`;
      readonly function: ImportSymbol;
      readonly member: string;
      readonly isMap: boolean;
      /** Objects, as code. */
      readonly rules: readonly string[];
      readonly update: readonly CheckView[];
      readonly checks: readonly CheckView[];
    }
  | {
      readonly template: `${StatementFolder}modal`;
      readonly function: ImportSymbol;
      readonly discriminator: string;
      readonly absent: string | undefined;
      readonly member: string;
      readonly isMap: boolean;
      readonly stability: Stability | undefined;
      readonly modes: readonly {
        readonly key: string;
        readonly statements: readonly StatementView[];
      }[];
    }
  | {
      readonly template: `${StatementFolder}group`;
      readonly function: ImportSymbol;
      readonly properties: readonly PropertyView[];
    }
  | {
      readonly template: `${StatementFolder}value`;
      readonly function: ImportSymbol;
      readonly checks: readonly CheckView[];
    };

/** A property of an argument; `template` prints its value. */
export interface PropertyView {
  readonly template: `validation-gen/property/${PropertyPlan["kind"]}`;
  readonly key: string;
  readonly text: string;
  readonly items: readonly string[];
}

type StatementFolder = "validation-gen/statement/";

/** A check as an expression; `template` prints it. */
export type CheckView =
  | { readonly template: `${CheckFolder}symbol`; readonly symbol: ImportSymbol }
  | { readonly template: `${CheckFolder}text`; readonly text: string }
  | {
      readonly template: `${CheckFolder}call`;
      readonly function: ImportSymbol;
      readonly arguments: readonly CheckView[];
    }
  | {
      readonly template: `${CheckFolder}each`;
      readonly function: ImportSymbol;
      readonly match: CheckView | undefined;
      readonly checks: readonly CheckView[];
    }
  | {
      readonly template: `${CheckFolder}with`;
      readonly function: ImportSymbol;
      readonly properties: readonly PropertyView[];
      readonly checks: readonly CheckView[];
    }
  | {
      readonly template: `${CheckFolder}wrap`;
      readonly function: ImportSymbol;
      readonly checks: readonly CheckView[];
    }
  | { readonly template: `${CheckFolder}inline`; readonly statements: readonly StatementView[] }
  | {
      readonly template: `${CheckFolder}cases`;
      readonly function: ImportSymbol;
      readonly discriminant: string;
      readonly cases: readonly {
        readonly key: string;
        readonly check: ImportSymbol | undefined;
      }[];
    };

type CheckFolder = "validation-gen/check/";
