import type {
  ApiModel,
  ApiType,
  ApiVersion,
  Kind,
  Member,
  Tag,
  TypeExpression,
} from "../../generators/model/index.js";
import { projectConfigSchema } from "../../generators/options.js";

/** Models by hand, so that crd-gen is tested without the parser. */

export type Declared = Pick<ApiType, "name" | "declaration"> & {
  readonly description?: string;
  readonly tags?: readonly string[];
};

export const group = "example.com";

export function id(name: string, version = "v1"): string {
  return `${group}/${version}.${name}`;
}

export function reference(name: string): TypeExpression {
  return { kind: "reference", id: id(name) };
}

export function builtin(name: (TypeExpression & { kind: "builtin" })["name"]): TypeExpression {
  return { kind: "builtin", name };
}

export const text: TypeExpression = { kind: "string" };

export function list(element: TypeExpression): TypeExpression {
  return { kind: "array", element };
}

export function map(value: TypeExpression): TypeExpression {
  return { kind: "map", value };
}

/** Members from `{ name, "optional?": ... }`; a pair adds the doc comment. */
export function members(
  table: Readonly<Record<string, TypeExpression | readonly [TypeExpression, string]>>,
): readonly Member[] {
  return Object.entries(table).map(([key, value], index) => {
    const [type, description] = "kind" in value ? [value, ""] : value;
    return {
      name: key.replace(/\?$/, ""),
      optional: key.endsWith("?"),
      type,
      description,
      tags: [],
      span: { file: "types.ts", line: 10 + index, column: 3, length: key.length },
    };
  });
}

export function object(
  table: Readonly<Record<string, TypeExpression | readonly [TypeExpression, string]>>,
): TypeExpression {
  return { kind: "object", members: members(table) };
}

export function declare(
  name: string,
  table: Readonly<Record<string, TypeExpression | readonly [TypeExpression, string]>>,
  more: { readonly extends?: readonly TypeExpression[]; readonly description?: string } = {},
): Declared {
  const { extends: bases = [], ...rest } = more;
  return {
    name,
    declaration: { kind: "interface", extends: bases, members: members(table) },
    ...rest,
  };
}

export function alias(name: string, type: TypeExpression, description = ""): Declared {
  return { name, declaration: { kind: "alias", type }, description };
}

/** A kind with a spec of these members. */
export function kindType(
  name: string,
  spec: Readonly<Record<string, TypeExpression | readonly [TypeExpression, string]>>,
  tags: readonly string[] = [],
): Declared {
  return {
    ...declare(
      name,
      { metadata: builtin("ObjectMeta"), spec: object(spec) },
      { extends: [builtin("TypeMeta")] },
    ),
    tags,
  };
}

function tagOf(name: string, line: number): Tag {
  return { name, value: undefined, span: { file: "types.ts", line, column: 4, length: 5 } };
}

interface Version {
  readonly version?: string;
  readonly types: readonly Declared[];
  readonly kinds: Readonly<Record<string, Partial<Kind>>>;
}

function apiVersion({ version = "v1", types, kinds }: Version): ApiVersion {
  return {
    group,
    version,
    directory: `src/apis/${group}/${version}`,
    span: { file: `${version}/doc.ts`, line: 1, column: 1, length: 1 },
    description: "",
    tags: [],
    accessor: `example${version}`,
    typeName: `Example${version}`,
    versionAccessor: version,
    handWrittenRegister: undefined,
    defaulted: false,
    peers: undefined,
    conversions: [],
    functions: [],
    types: types.map(({ name, declaration, description = "", tags = [] }) => ({
      id: id(name, version),
      name,
      file: `${version}/types.ts`,
      span: { file: `${version}/types.ts`, line: 5, column: 18, length: name.length },
      description,
      tags: tags.map((tag, index) => tagOf(tag, index + 1)),
      declaration,
      deepCopy: { generate: true, runtimeObject: true, interfaces: [], handWritten: undefined },
      deepCopyName: `deepCopy${name}`,
      defaulting: { default: undefined, root: false, complete: undefined, functions: [] },
    })),
    kinds: Object.entries(kinds).map(([kind, more]) => ({
      type: id(kind, version),
      kind,
      plural: `${kind.toLowerCase()}s`,
      singular: kind.toLowerCase(),
      listKind: `${kind}List`,
      listType: undefined,
      shortNames: [],
      categories: [],
      scope: "Namespaced",
      hasStatus: false,
      statusSubresource: false,
      served: true,
      skipped: false,
      storage: true,
      client: undefined,
      pluralName: `${kind}s`,
      ...more,
    })),
  };
}

/** A model of one group. */
export function model(...versions: readonly Version[]): ApiModel {
  return {
    groups: [
      { name: group, goName: "Example", accessor: "example", versions: versions.map(apiVersion) },
    ],
  };
}

export const options = projectConfigSchema.parse({ version: "1.0.0", crd: { modules: false } });
