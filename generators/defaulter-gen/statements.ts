import { freeParameter } from "../copy/index.js";
import type { ApiType, Member, TypeExpression, TypeId } from "../model/index.js";
import {
  type ImportSymbol,
  memberAccess,
  quoted,
  runtimeValue,
  typeSymbol,
} from "../render/index.js";
import { assignStatement, type Place } from "./assign.js";
import { partsOf } from "./parts.js";
import { functionSymbol, type Scope } from "./scope.js";
import { indexed, notNull } from "./type-view.js";
import type { StatementView } from "./view.js";

const runtime = {
  item: runtimeValue("forEachItem"),
  value: runtimeValue("forEachValue"),
  isArray: runtimeValue("isArray"),
} as const;

/** The body of the function of a type: its own functions, then what is in it. */
export function bodyOf(input: {
  readonly scope: Scope;
  readonly type: ApiType;
}): readonly StatementView[] {
  const { scope, type } = input;
  const { declaration, defaulting, id } = type;
  const place: Place = {
    scope,
    source: "object",
    type: { before: "", of: typeSymbol(type), after: "" },
    parameters: [],
    following: [id],
  };
  if (declaration.kind === "interface" || declaration.type.kind === "object") {
    return partsOf({ types: scope.types, type }).flatMap((part) =>
      part.kind === "call"
        ? [callStatement({ call: functionSymbol(part.function), source: "object" })]
        : memberStatements({ place, member: part.member }),
    );
  }
  const calls = defaulting.functions.map((one) =>
    callStatement({ call: functionSymbol(one), source: "object" }),
  );
  const covers = defaulting.functions.some((one) => one.covers);
  return [...calls, ...(covers ? [] : statementsOf({ place, type: declaration.type }))];
}

function callStatement(input: {
  readonly call: ImportSymbol;
  readonly source: string;
}): StatementView {
  return { template: "defaulter-gen/statement/call", ...input };
}

function memberStatements(input: {
  readonly place: Place;
  readonly member: Member;
}): readonly StatementView[] {
  const { place, member } = input;
  const { name, type, optional } = member;
  const source = place.source + memberAccess(name);
  // What every object inherits is there without being the object's own.
  const inherited = name in Object.prototype;
  const own = inherited ? `Object.hasOwn(${place.source}, ${quoted(name)})` : "";
  const memberView = indexed({ name: place.type, key: quoted(name) });
  const memberType = optional ? notNull(memberView) : memberView;
  const inside = statementsOf({ place: { ...place, source, type: memberType }, type });
  const assign = assignStatement({ place, member, source, memberType, own });
  if (inherited && inside.length > 0) {
    return [...assign, present({ guard: `${own} && ${source}`, statements: inside })];
  }
  return [...assign, ...guarded({ source, statements: inside })];
}

/** Statements for a value that may be null or absent; those that look themselves stand as they are. */
function guarded(input: {
  readonly source: string;
  readonly statements: readonly StatementView[];
}): readonly StatementView[] {
  const { source, statements } = input;
  const [first, ...others] = statements;
  if (first === undefined) return [];
  const looks = others.length === 0 && looksItself({ source, statement: first });
  return looks ? statements : [present({ guard: source, statements })];
}

/** Whether a statement is about the value itself, not about something in it, and passes over one that is not there. */
function looksItself(input: {
  readonly source: string;
  readonly statement: StatementView;
}): boolean {
  const { source, statement } = input;
  switch (statement.template) {
    case "defaulter-gen/statement/each":
    case "defaulter-gen/statement/each-by-function":
    case "defaulter-gen/statement/one-or-many":
      return statement.source === source;
    case "defaulter-gen/statement/present":
      return statement.guard === source || statement.guard === objectGuard(source);
    default:
      return false;
  }
}

/** Of `T | boolean`. */
function objectGuard(source: string): string {
  return `${source} && typeof ${source} === "object"`;
}

function present(input: {
  readonly guard: string;
  readonly statements: readonly StatementView[];
}): StatementView {
  return { template: "defaulter-gen/statement/present", ...input };
}

/** What is done to a value that is there. */
function statementsOf(input: {
  readonly place: Place;
  readonly type: TypeExpression;
}): readonly StatementView[] {
  const { place, type } = input;
  switch (type.kind) {
    case "nullable": {
      const inner = { ...place, type: notNull(place.type) };
      return guarded({
        source: place.source,
        statements: statementsOf({ place: inner, type: type.type }),
      });
    }
    case "reference":
      return referenceStatements({ place, id: type.id });
    case "object":
      return type.members.flatMap((member) => memberStatements({ place, member }));
    case "array":
      return eachStatements({ place, element: type.element, container: "item" });
    case "tuple":
      return type.elements.flatMap((element, index) => {
        const source = `${place.source}[${index}]`;
        const itemType = notNull(indexed({ name: place.type, key: String(index) }));
        const statements = statementsOf({
          place: { ...place, source, type: itemType },
          type: element.kind === "nullable" ? element.type : element,
        });
        return guarded({ source, statements });
      });
    case "map":
      return eachStatements({ place, element: type.value, container: "value" });
    case "union":
      return unionStatements({ place, type });
    default:
      return [];
  }
}

/** By the type's function; an alias of a container without functions is looked into in place. */
function referenceStatements(input: {
  readonly place: Place;
  readonly id: TypeId;
}): readonly StatementView[] {
  const { place, id } = input;
  const { scope, source, following } = place;
  const type = scope.types.get(id);
  if (type === undefined || !scope.isDefaulted(id)) return [];
  const { declaration, defaulting } = type;
  const plain =
    declaration.kind === "alias" &&
    declaration.type.kind !== "object" &&
    !(declaration.type.kind === "union" && declaration.type.form === "discriminated") &&
    defaulting.functions.length === 0 &&
    defaulting.complete === undefined &&
    !defaulting.root;
  if (plain && !following.includes(id)) {
    return statementsOf({
      place: { ...place, following: [...following, id] },
      type: declaration.type,
    });
  }
  const call = scope.functionOf(id);
  return call === undefined ? [] : [callStatement({ call, source })];
}

function eachStatements(input: {
  readonly place: Place;
  readonly element: TypeExpression;
  readonly container: "item" | "value";
}): readonly StatementView[] {
  const { place, element, container: word } = input;
  const { source } = place;
  const parameter = freeParameter({ ...place, word });
  const key = word === "item" ? "number" : "string";
  const statements = statementsOf({
    place: {
      ...place,
      source: parameter,
      type: notNull(indexed({ name: place.type, key })),
      parameters: [...place.parameters, parameter],
    },
    // Elements that are null are left out by the loop.
    type: element.kind === "nullable" ? element.type : element,
  });
  const [only, ...others] = statements;
  if (only === undefined) return [];
  const container = runtime[word];
  if (only.template === "defaulter-gen/statement/call" && others.length === 0) {
    const template = "defaulter-gen/statement/each-by-function";
    return [{ template, container, source, function: only.call }];
  }
  return [{ template: "defaulter-gen/statement/each", container, source, parameter, statements }];
}

function unionStatements(input: {
  readonly place: Place;
  readonly type: Extract<TypeExpression, { readonly kind: "union" }>;
}): readonly StatementView[] {
  const { place, type } = input;
  const { scope, source } = place;
  if (type.form === "discriminated") {
    const cases = type.members.flatMap(({ id, value }) => {
      const call = scope.functionOf(id);
      return call === undefined ? [] : [{ value, call }];
    });
    const access = memberAccess(type.discriminant);
    return cases.length === 0
      ? []
      : [{ template: "defaulter-gen/statement/switch", source, access, cases }];
  }
  if (type.form === "orBoolean") {
    const statements = statementsOf({ place, type: type.type });
    return statements.length === 0 ? [] : [present({ guard: objectGuard(source), statements })];
  }
  const one = statementsOf({ place, type: type.type });
  const many = eachStatements({ place, element: type.type, container: "item" });
  return one.length === 0
    ? []
    : [
        {
          template: "defaulter-gen/statement/one-or-many",
          isArray: runtime.isArray,
          source,
          one,
          many,
        },
      ];
}
