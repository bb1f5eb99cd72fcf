import {
  type ApiType,
  ancestors,
  type Kind,
  releaseText,
  replacementText,
} from "../model/index.js";
import { constraintsOf } from "./constraints.js";
import { type FieldView, fieldsOf } from "./fields.js";
import { block, cell, code, plain } from "./markdown.js";
import { type Page, type Pages, pageTitle, relativePath } from "./pages.js";
import { builtinText, typeText } from "./type-text.js";

/** `<group>/<version>.md`. All texts are Markdown. */
export interface PageView {
  readonly title: string;
  readonly description: string;
  /** Links to the pages of the group's other versions; "" where there are none. */
  readonly versions: string;
  readonly kinds: readonly TypeView[];
  readonly parts: readonly TypeView[];
}

/** The section of a type. */
export interface TypeView {
  readonly heading: string;
  readonly description: string;
  /** Facts, one a line: resource, releases, what an alias stands for, where the type is used. */
  readonly facts: readonly string[];
  readonly fields: readonly FieldView[];
}

interface Context {
  readonly pages: Pages;
  readonly page: Page;
}

export function pageView(context: Context): PageView {
  const { pages, page } = context;
  const { version } = page;
  const others = pages.all.filter(
    (other) => other !== page && other.version.group === version.group,
  );
  return {
    title: plain(pageTitle(version)),
    description: block(version.description),
    versions: others
      .map((other) => {
        const path = relativePath({ from: page.path, to: other.path });
        return `[${plain(other.version.version)}](${path})`;
      })
      .join(", "),
    kinds: page.kinds.map((type) => typeView({ ...context, type })),
    parts: page.parts.map((type) => typeView({ ...context, type })),
  };
}

function typeView(input: Context & { readonly type: ApiType }): TypeView {
  const { pages, page, type } = input;
  const { types, kindOf } = pages.index;
  const kind = kindOf.get(type.id);
  const link = (id: string): string => pages.link({ id, from: page.path });
  const constraints = constraintsOf(type.tags);
  const users = pages.usersOf(type.id).map(({ id }) => link(id));
  return {
    heading: plain(type.name),
    description: block(type.description),
    facts: [
      ...(kind === undefined ? [] : [resourceText(kind)]),
      ...releaseFacts({ ...input, link }),
      ...aliasFacts({ type, link }),
      ...(constraints.length === 0 ? [] : [`Validation: ${constraints.join("; ")}`]),
      ...inheritedFacts(input),
      ...(users.length === 0 ? [] : [`Appears in: ${users.join(", ")}`]),
    ],
    fields: fieldsOf({ types, link }, { type, version: page.version, kind: kind?.kind }),
  };
}

function resourceText(kind: Kind): string {
  const names = kind.shortNames.map((name) => code(name)).join(", ");
  return [
    `Resource: ${code(kind.plural)}`,
    kind.scope === "Namespaced" ? "namespaced" : "cluster-scoped",
    ...(names === "" ? [] : [`short ${kind.shortNames.length === 1 ? "name" : "names"} ${names}`]),
    ...(kind.statusSubresource ? ["with a status subresource"] : []),
  ].join(", ");
}

function releaseFacts(
  input: Context & { readonly type: ApiType; readonly link: (id: string) => string },
): readonly string[] {
  const { type, link, pages } = input;
  const warning = type.tags.find(({ name }) => name === "kubebuilder:deprecatedversion");
  const said = warning?.arguments?.["warning"];
  const warned =
    warning === undefined
      ? []
      : [typeof said === "string" ? `Deprecated: ${cell(said)}` : "Deprecated"];
  const releases = type.lifecycle?.releases;
  if (releases === undefined) return warned;
  const { introduced, deprecated, removed, replacement } = releases;
  const id =
    replacement === undefined
      ? ""
      : `${replacement.group}/${replacement.version}.${replacement.kind}`;
  const facts = [
    `Introduced: ${releaseText(introduced)}`,
    ...(deprecated === undefined ? [] : [`deprecated: ${releaseText(deprecated)}`]),
    ...(removed === undefined ? [] : [`removed: ${releaseText(removed)}`]),
  ].join(", ");
  return [
    facts,
    ...(replacement === undefined
      ? []
      : [
          `Replacement: ${pages.index.types.has(id) ? `${link(id)} of ${plain(pageTitle(replacement))}` : plain(replacementText(replacement))}`,
        ]),
    ...warned,
  ];
}

/** An alias of an object has fields instead. */
function aliasFacts(input: {
  readonly type: ApiType;
  readonly link: (id: string) => string;
}): readonly string[] {
  const { declaration } = input.type;
  if (declaration.kind !== "alias" || declaration.type.kind === "object") return [];
  const { type } = declaration;
  const label = type.kind === "enum" || type.kind === "union" ? "One of" : "Type";
  if (type.kind === "union" && type.form === "discriminated") {
    const cases = type.members.map(
      ({ id, value }) => `${input.link(id)} (${code(`${type.discriminant}: "${value}"`)})`,
    );
    return [`One of: ${cases.join(", ")}`];
  }
  return [`${label}: ${typeText({ type, link: input.link })}`];
}

/** Fields of types of crd-runtime are documented elsewhere. */
function inheritedFacts(input: Context & { readonly type: ApiType }): readonly string[] {
  const names = ancestors(input.pages.index.types, input.type).flatMap((parent) =>
    parent.kind === "builtin" && parent.name !== "TypeMeta" ? [builtinText(parent.name)] : [],
  );
  return names.length === 0 ? [] : [`Has the fields of: ${[...new Set(names)].join(", ")}`];
}
