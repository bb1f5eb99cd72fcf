import type { Expression, Shape, Use } from "./expression.js";
import type { Body } from "./expressions.js";
import { typeNames, unionPath } from "./names.js";

/** A type of the file. */
export interface Declaration {
  readonly name: string;
  readonly comment: string;
  readonly body: Body;
}

/** How a use is written: by the name of a declaration, or in place. */
export type Written = { readonly name: string } | { readonly inline: Body };

/** The types of a version: what is declared, in order, and how each use of a shape is written. */
export interface Declarations {
  readonly declarations: readonly Declaration[];
  /** Whether the file has a `Record` of its own. */
  readonly hasRecord: boolean;
  /** @throws when the use is none of the version's */
  readonly writtenAs: (use: Use) => Written;
}

/** A shape with one of the comments that its uses ask for. */
interface Draft {
  readonly shape: Shape;
  readonly comment: string;
  readonly uses: readonly Use[];
}

/** Most members of an object that is written in place. */
const inlineMembers = 3;

/** Splits shapes by the comments that their uses need, decides what is written in place, and names the rest. */
export function declare(input: {
  readonly bodies: ReadonlyMap<Shape, Body>;
  /** Names of the kinds and their lists, and what else the file has. */
  readonly taken: ReadonlySet<string>;
  /** Kinds in their order, for that of the declarations. */
  readonly roots: readonly (readonly Expression[])[];
}): Declarations {
  const { bodies, taken, roots } = input;
  const inline = new Map<Use, Body>();
  const drafts: Draft[] = [];
  const unions: (Draft & { readonly path: readonly string[] })[] = [];
  for (const [shape, body] of bodies) {
    if (shape.union !== undefined) {
      const { uses } = shape;
      const path = unionPath(uses.map((use) => use.path));
      if (path === undefined) for (const use of uses) inline.set(use, body);
      else unions.push({ shape, uses, comment: "", path });
      continue;
    }
    const [only] = shape.uses;
    if (only !== undefined && shape.uses.length === 1 && isInline({ body, use: only })) {
      inline.set(only, body);
    } else {
      drafts.push(...split(shape));
    }
  }
  const used = new Set([...taken, ...importedNames({ bodies, roots })]);
  const ofObjects = typeNames({
    types: drafts.map(({ uses, comment }) => ({
      paths: uses.map(({ path }) => path),
      comment,
      comments: uses.map(({ description }) => description),
      known: uses.map(({ known }) => known?.name),
    })),
    taken: used,
  });
  const ofUnions = typeNames({
    types: unions.map(({ path }) => ({ paths: [path], comment: "", comments: [], known: [] })),
    taken: new Set([...used, ...ofObjects]),
  });
  const names = [...ofObjects, ...ofUnions];
  const declarations = new Map<Draft, Declaration>();
  const byUse = new Map<Use, Draft>();
  for (const [index, draft] of [...drafts, ...unions].entries()) {
    const { shape, comment, uses } = draft;
    const body = bodies.get(shape);
    const name = names[index];
    if (body === undefined || name === undefined) throw new Error(`no type for ${shape.key}`);
    declarations.set(draft, { name, comment, body });
    for (const use of uses) byUse.set(use, draft);
  }
  const writtenAs = (use: Use): Written => {
    const body = inline.get(use);
    if (body !== undefined) return { inline: body };
    const draft = byUse.get(use);
    const declaration = draft === undefined ? undefined : declarations.get(draft);
    if (declaration === undefined) throw new Error(`no type at ${use.path.join(".")}`);
    return { name: declaration.name };
  };
  const ordered = new Map<Draft, Declaration>();
  const visit = (expression: Expression): void => {
    for (const use of usesOf(expression)) {
      const body = inline.get(use);
      if (body !== undefined) visitBody(body);
      const draft = byUse.get(use);
      const declaration = draft === undefined ? undefined : declarations.get(draft);
      if (draft === undefined || declaration === undefined || ordered.has(draft)) continue;
      ordered.set(draft, declaration);
      visitBody(declaration.body);
    }
  };
  const visitBody = (body: Body): void => {
    for (const type of typesOf(body)) visit(type);
  };
  for (const types of roots) for (const type of types) visit(type);
  return { declarations: [...ordered.values()], hasRecord: taken.has("Record"), writtenAs };
}

/** Types of crd-runtime that the file uses: its own have other names. */
function importedNames(input: {
  readonly bodies: ReadonlyMap<Shape, Body>;
  readonly roots: readonly (readonly Expression[])[];
}): ReadonlySet<string> {
  const names = new Set(["ListMeta", "ObjectMeta", "TypeMeta"]);
  const visit = (expression: Expression): void => {
    switch (expression.kind) {
      case "builtin":
        names.add(expression.name);
        break;
      case "array":
        visit(expression.element);
        break;
      case "record":
        visit(expression.value);
        break;
      case "nullable":
        visit(expression.type);
        break;
    }
  };
  for (const body of input.bodies.values()) typesOf(body).forEach(visit);
  for (const types of input.roots) types.forEach(visit);
  return names;
}

function typesOf(body: Body): readonly Expression[] {
  return body.form === "alias" ? [body.type] : body.members.map(({ type }) => type);
}

/** One draft for each comment that is asked for; uses that ask for none go to the first. */
function split(shape: Shape): readonly Draft[] {
  const first = shape.uses.find(({ comment }) => comment !== undefined)?.comment ?? "";
  const byComment = new Map<string, Use[]>([[first, []]]);
  for (const use of shape.uses) {
    const comment = use.comment ?? first;
    const uses = byComment.get(comment);
    if (uses === undefined) byComment.set(comment, [use]);
    else uses.push(use);
  }
  return [...byComment].map(([comment, uses]) => ({ shape, comment, uses }));
}

/** Whether an object that is used once reads better where it is used: few members, all of them plain scalars. */
function isInline(input: { readonly body: Body; readonly use: Use }): boolean {
  const { body, use } = input;
  return (
    body.form === "interface" &&
    body.markers.length === 0 &&
    body.members.length <= inlineMembers &&
    (use.comment ?? "") === "" &&
    use.path.length > 2 &&
    body.members.every(
      ({ description, markers, type }) =>
        description === undefined &&
        markers.length === 0 &&
        (type.kind === "keyword" || (type.kind === "builtin" && type.name !== "ObjectMeta")),
    )
  );
}

/** The uses in an expression. */
export function usesOf(expression: Expression): readonly Use[] {
  switch (expression.kind) {
    case "use":
      return [expression.use];
    case "array":
      return usesOf(expression.element);
    case "record":
      return usesOf(expression.value);
    case "nullable":
      return usesOf(expression.type);
    default:
      return [];
  }
}
