import { diagnostic } from "../../diagnostics/index.js";
import type { TypesById } from "../lookup.js";
import { upperCamel } from "../names/index.js";
import { findTag } from "../tags/index.js";
import type { ApiType } from "../types.js";
import { type ClientTags, readClientTags } from "./client.js";
import { isBroken } from "./package.js";
import type { Report } from "./report.js";
import { type ResourceTags, readResourceTags } from "./resource.js";
import {
  isDoubtful,
  isListOf,
  isTyped,
  memberOf,
  metadataOf,
  type Shape,
  shapeOf,
} from "./shapes.js";
import { type NameContext, siblingsOf } from "./type-names.js";

/** A kind of one version, before the versions of its group are compared and names are given. */
export interface KindDraft {
  readonly type: ApiType;
  readonly listType: ApiType | undefined;
  readonly resource: ResourceTags;
  readonly hasStatus: boolean;
  readonly statusSubresource: boolean;
  readonly storageTag: boolean;
  readonly served: boolean;
  /** By a tag of its own; those of doc.ts are not read here. */
  readonly skipped: boolean;
  readonly client: ClientTags | undefined;
}

/** Finds the kinds among the types of a version and reads their tags. */
export function draftKinds(input: {
  readonly types: TypesById;
  /** The types of the version. */
  readonly own: readonly ApiType[];
  readonly contextOf: (type: ApiType) => NameContext;
}): readonly KindDraft[] {
  const { types, own } = input;
  const byName = new Map(own.map((type) => [type.name, type]));
  return own.flatMap((type) => {
    const context = input.contextOf(type);
    const shape = shapeOf(types, type);
    checkShape({ types, type, shape, context });
    return shape === "kind" ? [draftKind({ types, type, context, byName })] : [];
  });
}

/** Reports what is asked of a type that is no kind, and a typed object that is left out of the scheme. */
function checkShape(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly shape: Shape;
  readonly context: NameContext;
}): void {
  const { types, type, shape, context } = input;
  const { report } = context;
  if (shape !== "kind" && isDoubtful(types, type)) {
    readClientTags({ context, type, hasStatus: true });
    return;
  }
  const root = type.tags.find(({ name }) => name === "kubebuilder:object:root");
  if (isTyped(types, type) && !type.deepCopy.runtimeObject && root?.value !== "false") {
    const hint = "add '// +k8s:deepcopy-gen:interfaces=runtime.Object'";
    report(
      diagnostic("model/missing-runtime-object", { name: type.name }, { span: type.span, hint }),
    );
  }
  if (shape === "kind") {
    checkKindName({ type, context });
    return;
  }
  const client = type.tags.find(({ name }) => name === "genclient");
  if (client === undefined || shape === "list" || root?.value === "false") {
    reportNoKind({ type, report });
  }
  if (!isTyped(types, type) && (client !== undefined || type.deepCopy.runtimeObject)) {
    const what = client === undefined ? "is a runtime.Object" : "has a client";
    const place = { span: type.span, hint: "write 'extends TypeMeta'" };
    report(diagnostic("model/missing-type-meta", { name: type.name, what }, place));
  }
  if (client === undefined) {
    readClientTags({ context, type, hasStatus: false });
    return;
  }
  const { name } = type;
  if (root?.value === "false") {
    // The table says that the two contradict each other.
    return;
  }
  if (shape === "list") {
    const hint = `remove it; '${name.replace(/List$/, "")}' has the client`;
    report(diagnostic("model/client-on-list", { name }, { span: client.span, hint }));
    return;
  }
  if (metadataOf(types, type) !== "ObjectMeta") {
    const metadata = memberOf(types, { type, name: "metadata" });
    const place =
      metadata === undefined
        ? { span: type.span, hint: "add the member 'metadata: ObjectMeta'" }
        : { span: metadata.span, hint: "write 'metadata: ObjectMeta'" };
    report(diagnostic("model/missing-metadata", { name }, place));
  }
}

/** With a client it is said what the type lacks to be a kind. */
function reportNoKind(input: { readonly type: ApiType; readonly report: Report }): void {
  const { type, report } = input;
  for (const { name, span } of type.tags) {
    if (findTag(name)?.only === "kind") {
      const hint = "a kind extends TypeMeta and has 'metadata: ObjectMeta'";
      report(diagnostic("tag/needs-kind", { tag: `+${name}`, name: type.name }, { span, hint }));
    }
  }
}

function checkKindName(input: { readonly type: ApiType; readonly context: NameContext }): void {
  const { name, span } = input.type;
  if (/^[A-Z][A-Za-z0-9]{0,62}$/.test(name)) return;
  const { report } = input.context;
  if (/^[a-z][A-Za-z0-9]{0,62}$/.test(name)) {
    report(diagnostic("model/kind-case", { name }, { span, hint: `write '${upperCamel(name)}'` }));
  } else {
    const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
    const better = upperCamel(plain).replace(/[^A-Za-z0-9]/g, "");
    const hint = better === name || better === "" ? undefined : `write '${better}'`;
    report(diagnostic("model/kind-name", { name }, { span, hint }));
  }
}

function draftKind(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly context: NameContext;
  readonly byName: ReadonlyMap<string, ApiType>;
}): KindDraft {
  const { types, type, context, byName } = input;
  const { report } = context;
  const hasStatus = memberOf(types, { type, name: "status" }) !== undefined;
  const subresource = type.tags.find(({ name }) => name === "kubebuilder:subresource:status");
  const isTagged = (tag: string): boolean =>
    type.tags.some(({ name }) => name === `kubebuilder:${tag}`);
  const client = readClientTags({ context, type, hasStatus });
  const metadata = memberOf(types, { type, name: "metadata" });
  if (client !== undefined && metadata?.optional === true) {
    const place = { span: metadata.span, hint: "write it without '?'" };
    report(diagnostic("model/missing-metadata", { name: type.name }, place));
  }
  if (subresource !== undefined && !hasStatus) {
    const what = "the status subresource holds nothing";
    const place = { span: subresource.span, hint: "add 'status?: ...'" };
    report(diagnostic("model/missing-status", { kind: type.name, what }, place));
  }
  const verb = (["updateStatus", "applyStatus"] as const).find((one) =>
    client?.verbs.includes(one),
  );
  if (verb !== undefined && subresource === undefined) {
    // +genclient:noStatus contradicts verbs about the status that are asked for.
    const isAsked = type.tags.some(({ name }) => name === "genclient:onlyVerbs");
    const without = isAsked ? `leave '${verb}' out of onlyVerbs` : "'// +genclient:noStatus'";
    const hint = `add '// +kubebuilder:subresource:status' or ${without}`;
    const place = { span: type.span, hint };
    report(diagnostic("model/missing-status-subresource", { kind: type.name, verb }, place));
  }
  return {
    type,
    listType: findList({ types, type, context, byName, client }),
    resource: readResourceTags({ kind: type.name, tags: type.tags, report }),
    hasStatus,
    statusSubresource: subresource !== undefined,
    storageTag: isTagged("storageversion"),
    served: !isTagged("unservedversion"),
    skipped: isTagged("skipversion"),
    client,
  };
}

function findList(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly context: NameContext;
  readonly byName: ReadonlyMap<string, ApiType>;
  readonly client: ClientTags | undefined;
}): ApiType | undefined {
  const { types, type, client, context } = input;
  const kind = type.name;
  const list = input.byName.get(`${kind}List`);
  const needed = client?.verbs.includes("list") === true;
  if (list === undefined) {
    if (needed && !isBroken(context.scope.package)) {
      reportMissingList({ type, context });
    }
    return undefined;
  }
  if (isListOf(types, { list, item: type })) {
    return list;
  }
  if (isDoubtful(types, list)) {
    return undefined;
  }
  if (needed || shapeOf(types, list) === "list") {
    const hint = `write 'extends TypeMeta', 'metadata: ListMeta' and 'items: ${kind}[]'`;
    const place = { span: list.span, hint };
    context.report(diagnostic("model/list-shape", { list: list.name, kind }, place));
  }
  return undefined;
}

/** A list that is declared and not taken, for its tags or its form, was reported where it stands. */
function reportMissingList(input: { readonly type: ApiType; readonly context: NameContext }): void {
  const { type, context } = input;
  const kind = type.name;
  const hidden = siblingsOf(context)
    .map(({ locals }) => locals.get(`${kind}List`))
    .find((found) => found !== undefined);
  const isReported =
    hidden !== undefined &&
    (hidden.exportedAs !== undefined || hidden.syntax.isDefault || hidden.syntax.tags.length > 0);
  if (isReported) {
    return;
  }
  const hint =
    hidden === undefined
      ? `add:\n${listText(kind)}`
      : `write 'export' in front of '${hidden.syntax.name}'`;
  context.report(diagnostic("model/missing-list", { kind }, { span: type.span, hint }));
}

/** The declaration that a kind's list needs. */
function listText(kind: string): string {
  return [
    "// +k8s:deepcopy-gen:interfaces=runtime.Object",
    `/** ${kind}List is a list of ${kind} objects. */`,
    `export interface ${kind}List extends TypeMeta {`,
    "  metadata: ListMeta;",
    `  items: ${kind}[];`,
    "}",
  ].join("\n");
}
