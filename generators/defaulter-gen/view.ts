import { type ImportSymbol, runtimeType } from "../render/index.js";

/** `zz_generated.defaults.ts` of a version. */
export interface FileView {
  readonly runtime: typeof runtime;
  readonly group: string;
  readonly version: string;
  /** What the scheme is told, by kind. */
  readonly kinds: readonly { readonly kind: string; readonly function: ImportSymbol }[];
  readonly functions: readonly FunctionView[];
}

export const runtime = { Scheme: runtimeType("Scheme") } as const;

/** A function that fills in the defaults of one type. */
export interface FunctionView {
  readonly name: string;
  readonly exported: boolean;
  readonly description: string;
  readonly type: ImportSymbol;
  readonly statements: readonly StatementView[];
}

/** A statement; `template` prints it. Sources are expressions: `object.spec`, `item`. */
export type StatementView =
  | AssignView
  | CallView
  | PresentView
  | EachView
  | EachByFunctionView
  | OneOrManyView
  | SwitchView;

/** Sets a member that is undefined; a readonly one by `Object.assign`. */
export interface AssignView {
  readonly template: `${Folder}assign` | `${Folder}assign-readonly`;
  readonly guard: string;
  readonly object: string;
  readonly access: string;
  readonly key: string;
  readonly value: ValueView;
}

export interface CallView {
  readonly template: `${Folder}call`;
  readonly call: ImportSymbol;
  readonly source: string;
}

/** What is done where a condition holds. */
export interface PresentView {
  readonly template: `${Folder}present`;
  readonly guard: string;
  readonly statements: readonly StatementView[];
}

/** Each element of a list or value of a map: one that is there. */
export interface EachView {
  readonly template: `${Folder}each`;
  readonly container: ImportSymbol;
  readonly source: string;
  readonly parameter: string;
  readonly statements: readonly StatementView[];
}

/** The same, where one function does it. */
export interface EachByFunctionView {
  readonly template: `${Folder}each-by-function`;
  readonly container: ImportSymbol;
  readonly source: string;
  readonly function: ImportSymbol;
}

/** `T | T[]`. */
export interface OneOrManyView {
  readonly template: `${Folder}one-or-many`;
  readonly isArray: ImportSymbol;
  readonly source: string;
  readonly many: readonly StatementView[];
  readonly one: readonly StatementView[];
}

/** A union by its discriminant. */
export interface SwitchView {
  readonly template: `${Folder}switch`;
  readonly source: string;
  readonly access: string;
  readonly cases: readonly { readonly value: string; readonly call: ImportSymbol }[];
}

type Folder = "defaulter-gen/statement/";

/** A default as an expression; `template` prints it. */
export type ValueView =
  | { readonly template: `${ValueFolder}text`; readonly text: string }
  | { readonly template: `${ValueFolder}constant`; readonly constant: ImportSymbol }
  /** A fresh copy of what may be no scalar. */
  | {
      readonly template: `${ValueFolder}copy`;
      readonly copy: ImportSymbol;
      readonly as: TypeView;
      readonly constant: ImportSymbol;
    }
  | { readonly template: `${ValueFolder}list`; readonly items: readonly ValueView[] }
  | {
      readonly template: `${ValueFolder}object`;
      readonly entries: readonly { readonly key: string; readonly value: ValueView }[];
      /** Where the object lacks members that get defaults of their own. */
      readonly cast: TypeView | undefined;
    };

type ValueFolder = "defaulter-gen/value/";

/** How the code names a type: `Zone[]`, `NonNullable<DatabaseSpec["storage"]>`. */
export interface TypeView {
  readonly before: string;
  readonly of: ImportSymbol;
  readonly after: string;
}
