import type { Shape } from "../copy/index.js";
import { memberType } from "../copy/index.js";
import { builtins, type Member } from "../model/index.js";
import { memberAccess, quoted, runtimeType, runtimeValue } from "../render/index.js";
import { copyOf } from "./copy.js";
import { type Contents, contentsOf } from "./members.js";
import { pascal } from "./names.js";
import type { Scope, Subject } from "./scope.js";
import {
  type AssertionView,
  type BodyView,
  type FunctionView,
  functionView,
  type MemberView,
} from "./view.js";

/** The function of an interface or inline object: a spread, then the nested members anew. */
export function objectFunction(input: {
  readonly scope: Scope;
  readonly subject: Subject;
}): FunctionView {
  const { scope, subject } = input;
  const contents = contentsOf({ type: subject.of, types: scope.types });
  const shapes = new Map(contents.members.map((member) => [member, scope.shapeOf(member.type)]));
  const members = contents.members
    .filter((member) => shapes.get(member) !== "value")
    .flatMap((member) => memberView({ scope, subject, member }));
  return functionView({
    subject,
    body: bodyView({ subject, contents, members }),
    assertion: assertionView({ subject, contents, shapes }),
  });
}

function bodyView(input: {
  readonly subject: Subject;
  readonly contents: Contents;
  readonly members: readonly MemberView[];
}): BodyView {
  const { subject, contents, members } = input;
  const { type } = subject;
  const mutable = contents.members.some(
    (member) =>
      member.readonly && members.some(({ access }) => access === memberAccess(member.name)),
  );
  const bases = contents.bases
    .filter((base) => builtins[base].copy === "function")
    .map((base) => runtimeValue(`deepCopy${base}`));
  if (bases.length > 0) {
    const template = "deepcopy-gen/body/derived";
    return {
      template,
      type,
      mutable,
      bases: bases.toReversed(),
      innerBases: bases.slice(1),
      members,
    };
  }
  return members.length === 0
    ? { template: "deepcopy-gen/body/flat" }
    : { template: "deepcopy-gen/body/object", type, mutable, members };
}

function memberView(input: {
  readonly scope: Scope;
  readonly subject: Subject;
  readonly member: Member;
}): readonly MemberView[] {
  const { scope, subject, member } = input;
  const { name, type, optional, span } = member;
  const access = memberAccess(name);
  const place = {
    source: `input${access}`,
    type: memberType({ of: subject.type, name, optional }),
    path: subject.path + pascal(name),
    title: `${subject.title}.${name}`,
    span,
    parameters: [],
    following: [],
  };
  const copy = copyOf({ scope, type, place });
  if (copy === undefined) return [];
  // What every object inherits is there without being the object's own.
  const own = name in Object.prototype ? `Object.hasOwn(input, ${quoted(name)}) && ` : "";
  return [{ access, guard: `${own}input${access}`, copy }];
}

function assertionView(input: {
  readonly subject: Subject;
  readonly contents: Contents;
  readonly shapes: ReadonlyMap<Member, Shape>;
}): AssertionView {
  const { subject, contents, shapes } = input;
  const lists = (["value", "container", "nested"] as const).map((shape) => {
    const members = contents.members.filter((member) => shapes.get(member) === shape);
    return { none: members.length === 0, names: members.map((member) => member.name) };
  });
  while (lists.at(-1)?.none === true) lists.pop();
  return {
    name: `${subject.path}Members`,
    type: subject.type,
    bases: contents.bases.map(runtimeType),
    lists,
  };
}
