import type { BuiltinName } from "../model/index.js";
import { type ImportSymbol, memberName, quoted, runtimeType } from "../render/index.js";
import { commentLines } from "./comment.js";
import type { Declaration, Declarations } from "./declarations.js";
import type { Expression, Member } from "./expression.js";
import type { KindShape } from "./kind.js";
import { flag, valued } from "./marker.js";

const folder = "import-gen";
/** Columns of a line. */
const maxColumns = 100;

/** A type: the template that prints it, with what that needs. */
export type TypeView = { readonly template: string } & (
  | { readonly text: string }
  | { readonly symbol: ImportSymbol }
  | { readonly type: TypeView }
  | { readonly members: readonly (MemberView & { readonly separator: string })[] }
);

interface MemberView {
  readonly comment: readonly string[];
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeView;
}

/** One declaration of the file. */
export type BlockView = { readonly template: string; readonly comment: readonly string[] } & (
  | {
      readonly name: string;
      readonly base: ImportSymbol | undefined;
      readonly members: readonly MemberView[];
    }
  | { readonly name: string; readonly type: TypeView }
);

/** Everything of a types.ts: each kind with its list, and then the types that it is the first to use. */
export function blocksOf(input: {
  readonly kinds: readonly KindShape[];
  readonly declarations: Declarations;
}): readonly BlockView[] {
  const { kinds, declarations } = input;
  return [
    ...kinds.flatMap((kind) => [kindBlock({ kind, declarations }), listBlock(kind)]),
    ...declarations.declarations.map((declaration) => declared({ declaration, declarations })),
  ];
}

function kindBlock(input: {
  readonly kind: KindShape;
  readonly declarations: Declarations;
}): BlockView {
  const { kind, declarations } = input;
  const metadata: MemberView = {
    comment: kind.requiresMetadata ? ["// +required"] : [],
    name: "metadata",
    optional: false,
    type: builtinView("ObjectMeta"),
  };
  const view = (member: Member): MemberView => memberView({ member, declarations });
  return {
    template: `${folder}/interface`,
    comment: commentLines({ ...kind, indent: 0 }),
    name: kind.kind,
    base: runtimeType("TypeMeta"),
    members: [...kind.redeclared.map(view), metadata, ...kind.members.map(view)],
  };
}

function listBlock({ kind }: KindShape): BlockView {
  return {
    template: `${folder}/interface`,
    comment: commentLines({
      description: `${kind}List is a list of ${kind} objects.`,
      markers: [valued("k8s:deepcopy-gen:interfaces", "runtime.Object")],
      indent: 0,
    }),
    name: `${kind}List`,
    base: runtimeType("TypeMeta"),
    members: [
      { comment: [], name: "metadata", optional: false, type: builtinView("ListMeta") },
      {
        comment: [],
        name: "items",
        optional: false,
        type: { template: `${folder}/type/array`, type: textView(kind) },
      },
    ],
  };
}

function declared(input: {
  readonly declaration: Declaration;
  readonly declarations: Declarations;
}): BlockView {
  const { declaration, declarations } = input;
  const { name, comment, body } = declaration;
  const description = comment === "" ? undefined : comment;
  const lines = commentLines({ description, markers: body.markers, indent: 0 });
  return body.form === "alias"
    ? {
        template: `${folder}/alias`,
        comment: lines,
        name,
        type: typeView({
          type: body.type,
          declarations,
          room: maxColumns - name.length - 15,
          indent: "",
        }),
      }
    : {
        template: `${folder}/interface`,
        comment: lines,
        name,
        base: undefined,
        members: body.members.map((member) => memberView({ member, declarations })),
      };
}

function memberView(input: {
  readonly member: Member;
  readonly declarations: Declarations;
}): MemberView {
  const { member, declarations } = input;
  const name = memberName(member.name);
  return {
    comment: commentLines({ ...member, indent: 2 }),
    name,
    optional: member.optional,
    type: typeView({
      type: member.type,
      declarations,
      room: maxColumns - name.length - 6,
      indent: "  ",
    }),
  };
}

interface TypeInput {
  readonly type: Expression;
  readonly declarations: Declarations;
  /** Columns that are left for literals on one line. */
  readonly room: number;
  /** Before the declaration or member. */
  readonly indent: string;
}

function typeView(input: TypeInput): TypeView {
  const { declarations } = input;
  const type = resolved(input);
  switch (type.kind) {
    case "keyword":
      return textView(type.name);
    case "empty":
      return textView("{}");
    case "builtin":
      return builtinView(type.name);
    case "literals":
      return textView(literalsText({ ...input, values: type.values, isGrouped: false }));
    case "array":
      return elementView({ ...input, type: type.element });
    case "record": {
      // A kind of that name, of which there are some, hides TypeScript's own.
      const template = declarations.hasRecord ? "index" : "record";
      return {
        template: `${folder}/type/${template}`,
        type: typeView({ ...input, type: type.value }),
      };
    }
    case "nullable":
      return { template: `${folder}/type/nullable`, type: typeView({ ...input, type: type.type }) };
    case "use": {
      const written = declarations.writtenAs(type.use);
      if ("name" in written) return textView(written.name);
      const { inline } = written;
      const members = inline.form === "interface" ? inline.members : [];
      return {
        template: `${folder}/type/object`,
        members: members.map((member, index) => ({
          ...memberView({ member, declarations }),
          separator: index === 0 ? "" : "; ",
        })),
      };
    }
  }
}

/** A union that has no name is written where it is used. */
function resolved({ type, declarations }: TypeInput): Expression {
  if (type.kind !== "use") return type;
  const written = declarations.writtenAs(type.use);
  return "inline" in written && written.inline.form === "alias" ? written.inline.type : type;
}

function elementView(input: TypeInput): TypeView {
  const type = resolved(input);
  if (type.kind === "literals" && type.values.length > 1) {
    const text = literalsText({ ...input, values: type.values, isGrouped: true });
    return { template: `${folder}/type/group`, type: textView(text) };
  }
  const element = typeView(input);
  const isGrouped = type.kind === "nullable";
  return { template: `${folder}/type/${isGrouped ? "group" : "array"}`, type: element };
}

/** Literals on one line, or one a line behind bars. */
function literalsText(input: {
  readonly values: readonly (string | number)[];
  readonly room: number;
  readonly indent: string;
  readonly isGrouped: boolean;
}): string {
  const { values, room, indent, isGrouped } = input;
  const texts = values.map((one) => (typeof one === "string" ? quoted(one) : String(one)));
  const line = texts.join(" | ");
  if (line.length <= room) return line;
  const lines = texts.map((text) => `\n${indent}  | ${text}`).join("");
  return isGrouped ? `${lines}\n${indent}` : lines;
}

function textView(text: string): TypeView {
  return { template: `${folder}/type/text`, text };
}

function builtinView(name: BuiltinName): TypeView {
  // JSON is JavaScript's own name for something else.
  const symbol = name === "JSON" ? { ...runtimeType(name), alias: "JSONValue" } : runtimeType(name);
  return { template: `${folder}/type/symbol`, symbol };
}

/** Tags of a version's doc.ts. */
export const packageMarkers = [valued("k8s:deepcopy-gen", "package"), flag("groupName")];
