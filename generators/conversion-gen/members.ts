import { type CopyView, isCondition, notNullType, type TypeView } from "../copy/index.js";
import {
  builtins,
  type Member,
  resolveAliases,
  type TypeExpression,
  upperCamel,
} from "../model/index.js";
import { type ImportSymbol, memberKey, quoted } from "../render/index.js";
import { convert, type Problem } from "./convert.js";
import { isOff } from "./pairs.js";
import { mayBeScalar } from "./scalars.js";
import type { Scope } from "./scope.js";
import type { MembersView, MemberView, ObjectKind } from "./view.js";

/** What becomes of the members of an object. */
export interface ConvertedMembers {
  readonly members: MembersView;
  /** What is lost, or missing, unless a function written by hand sees to it. */
  readonly problems: readonly Problem[];
  /** Required members that the result lacks. */
  readonly missing: readonly string[];
}

/** Converts the members of an object by their names. */
export function convertMembers(input: {
  readonly scope: Scope;
  readonly from: readonly Member[];
  readonly to: readonly Member[];
  readonly fromType: TypeView;
  readonly toType: TypeView;
  readonly path: string;
  /** A kind says by these two what it is, so that they are not converted. */
  readonly meta?: ObjectKind | undefined;
  readonly bases?: readonly ImportSymbol[];
}): ConvertedMembers {
  const { from, meta, bases = [] } = input;
  const isMeta = ({ name }: Member): boolean =>
    meta !== undefined && (name === "apiVersion" || name === "kind");
  const targets = new Map(input.to.map((member) => [member.name, member]));
  const locals = new Locals();
  const removed: { readonly name: string; readonly local: string }[] = [];
  const views: MemberView[] = [];
  const problems: Problem[] = [];
  const made = new Set<string>();
  const remove = (name: string): string => {
    const local = locals.of(name);
    removed.push({ name, local });
    return local;
  };
  for (const member of from.filter((one) => !isMeta(one))) {
    const { name } = member;
    const target = targets.get(name);
    const problem = (reason: string): void => {
      problems.push({ name, reason, span: member.span });
    };
    if (member.tags.some(isOff)) {
      remove(name);
      continue;
    }
    if (target === undefined) {
      remove(name);
      problem("is not there");
      continue;
    }
    const local = locals.of(name);
    const { inlineCount } = input.scope;
    const converted = convert({
      scope: input.scope,
      from: member.type,
      to: target.type,
      place: {
        source: local,
        fromType: memberOf(input.fromType, name),
        toType: memberOf(input.toType, name),
        path: input.path + upperCamel(name),
        parameters: [],
        following: [],
      },
    });
    const mayLack = member.optional && !target.optional;
    if (converted.copy === undefined || mayLack) {
      input.scope.forgetInline(inlineCount);
      remove(name);
      if (converted.misfit === undefined) problem("may be absent");
      else if (converted.drop !== true) problem(converted.misfit);
      continue;
    }
    made.add(name);
    const { copy } = converted;
    if (copy.template === "copy/value") continue;
    remove(name);
    views.push({
      key: memberKey(name),
      local,
      own: name in Object.prototype ? `Object.hasOwn(input, ${quoted(name)})` : "",
      copy,
      parentheses: isCondition(copy),
      template: `conversion-gen/member/${formOf({ scope: input.scope, member, copy })}`,
    });
  }
  const missing = input.to.filter(
    (member) => !isMeta(member) && !member.optional && !made.has(member.name),
  );
  for (const member of missing) {
    if (problems.some(({ name }) => name === member.name)) continue;
    problems.push({ name: member.name, reason: "is required there", span: member.span });
  }
  return {
    members: {
      removed: removed
        .toSorted((a, b) => order(from, a.name) - order(from, b.name))
        .map(({ name, local }) =>
          memberKey(name) === local ? local : `${memberKey(name)}: ${local}`,
        ),
      bases,
      from: input.fromType.of,
      meta,
      members: views,
      cast: input.to.some(
        ({ name, optional }) => optional && name in Object.prototype && !made.has(name),
      )
        ? { to: input.toType, without: missing.map(({ name }) => name) }
        : undefined,
    },
    problems,
    missing: missing.map(({ name }) => name),
  };
}

function order(members: readonly Member[], name: string): number {
  return members.findIndex((member) => member.name === name);
}

/** How a member is converted where it is there: 0, false and "" are, too. */
function formOf(input: {
  readonly scope: Scope;
  readonly member: Member;
  readonly copy: CopyView;
}): "required" | "optional" | "any" | "scalar" | "optional-scalar" {
  const { scope, member, copy } = input;
  const { type, optional } = member;
  const handsOver = copy.template === "copy/one-or-many" && copy.one.template === "copy/value";
  if (!handsOver && mayBeScalar({ types: scope.types, type }))
    return optional ? "optional-scalar" : "scalar";
  if (!optional) return "required";
  return mayBeFalsy({ scope, type }) ? "any" : "optional";
}

/** Whether a value that is copied can be one that counts as false. */
function mayBeFalsy(input: { readonly scope: Scope; readonly type: TypeExpression }): boolean {
  const type = resolveAliases(input.scope.types, input.type);
  if (type.kind === "nullable") return true;
  if (type.kind === "builtin") return builtins[type.name].copy === "json";
  return type.kind === "union" && type.form !== "discriminated";
}

/** `NonNullable<DatabaseSpec["storage"]>`: whether a member is optional can differ between the versions. */
function memberOf(type: TypeView, name: string): TypeView {
  return notNullType({ ...type, after: `${type.after}[${quoted(name)}]` });
}

/** Names that stand for something else in a function. */
const taken =
  /^(?:input|rest|(?:item|value)\d*|copyArray|copyMap|isArray|deepCopy.*|convert_.*|undefined|NaN|Infinity|await|arguments|async|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

/** The names of members in the code: their own, where they can be. */
class Locals {
  readonly #known = new Map<string, string>();

  of(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const plain = /^[A-Za-z_$][\w$]*$/.test(name) && !taken.test(name);
    const base = plain ? name : `${name.replaceAll(/[^\w$]/g, "_")}_`;
    const used = new Set(this.#known.values());
    let local = /^\d/.test(base) ? `_${base}` : base;
    while (used.has(local)) local = `${local}_`;
    this.#known.set(name, local);
    return local;
  }
}
