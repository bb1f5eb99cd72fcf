import { diagnostic, type SourceSpan } from "../../diagnostics/index.js";
import { isDnsLabel } from "../names/index.js";
import type { MarkerValue, Tag } from "../source.js";
import type { Kind } from "../types.js";
import type { Report } from "./report.js";
import { partSpan, valuePart } from "./tag-parts.js";

/** A name that tags give, with its place; undefined where none does. */
export interface Said<T> {
  readonly value: T;
  readonly span: SourceSpan;
}

/** What the tags of one version say of the resource of a kind. */
export interface ResourceTags {
  readonly plural: Said<string> | undefined;
  readonly singular: Said<string> | undefined;
  readonly scope: Said<Kind["scope"]> | undefined;
  readonly shortNames: Said<readonly string[]> | undefined;
  readonly categories: Said<readonly string[]> | undefined;
}

/** Reads +kubebuilder:resource, +resourceName and +genclient:nonNamespaced; contradictions are reported. */
export function readResourceTags(input: {
  readonly kind: string;
  readonly tags: readonly Tag[];
  readonly report: Report;
}): ResourceTags {
  const { report } = input;
  const find = (name: string): Tag | undefined => input.tags.find((tag) => tag.name === name);
  const resource = find("kubebuilder:resource");
  const names = { resource, report };
  return {
    plural: readPlural({
      path: readName({ ...names, argument: "path" }),
      tag: find("resourceName"),
      report,
    }),
    singular: readName({ ...names, argument: "singular" }),
    scope: readScope({ ...input, resource, nonNamespaced: find("genclient:nonNamespaced") }),
    shortNames: readNames({ ...names, argument: "shortName" }),
    categories: readNames({ ...names, argument: "categories" }),
  };
}

function readName(input: {
  readonly resource: Tag | undefined;
  readonly argument: string;
  readonly report: Report;
}): Said<string> | undefined {
  const { resource, argument } = input;
  const value = resource?.arguments?.[argument];
  if (resource === undefined || value === undefined) {
    return undefined;
  }
  const name = String(value);
  const span = argumentSpan({ tag: resource, argument, name });
  return checkedName({ value: name, span, report: input.report });
}

/** The place of a name in an argument; the whole tag where it is written with escapes. */
function argumentSpan(input: {
  readonly tag: Tag;
  readonly argument: string;
  readonly name: string;
}): SourceSpan {
  const { tag, argument, name } = input;
  const value = valuePart(tag);
  const start = value.text.search(new RegExp(`(?:^|,)\\s*${argument}\\s*=`));
  const at = start === -1 ? -1 : value.text.indexOf(name, start + argument.length);
  return at === -1 ? tag.span : partSpan(tag, { text: name, at: value.at + at });
}

function readNames(input: {
  readonly resource: Tag | undefined;
  readonly argument: string;
  readonly report: Report;
}): Said<readonly string[]> | undefined {
  const { resource, argument, report } = input;
  const value: MarkerValue | undefined = resource?.arguments?.[argument];
  if (resource === undefined || !Array.isArray(value)) {
    return undefined;
  }
  const names = value.flatMap((name: MarkerValue) => {
    const span = argumentSpan({ tag: resource, argument, name: String(name) });
    const checked = checkedName({ value: String(name), span, report });
    return checked === undefined ? [] : [checked.value];
  });
  return { value: names, span: resource.span };
}

function checkedName(input: {
  readonly value: string;
  readonly span: SourceSpan;
  readonly report: Report;
}): Said<string> | undefined {
  const { value, span } = input;
  if (isDnsLabel(value)) {
    return { value, span };
  }
  const lower = value.toLowerCase();
  const hint = isDnsLabel(lower) ? `write '${lower}'` : "use lower-case letters, digits and '-'";
  input.report(diagnostic("model/resource-path", { name: value }, { span, hint }));
  return undefined;
}

function readPlural(input: {
  readonly path: Said<string> | undefined;
  readonly tag: Tag | undefined;
  readonly report: Report;
}): Said<string> | undefined {
  const { path, tag, report } = input;
  const name =
    tag === undefined ? undefined : checkedName({ value: tag.value ?? "", span: tag.span, report });
  if (name !== undefined && path !== undefined && name.value !== path.value) {
    const hint = "remove this line, or the path";
    report(
      diagnostic(
        "model/resource-name",
        { name: name.value, path: path.value },
        { span: name.span, hint },
      ),
    );
  }
  return path ?? name;
}

function readScope(input: {
  readonly kind: string;
  readonly resource: Tag | undefined;
  readonly nonNamespaced: Tag | undefined;
  readonly report: Report;
}): Said<Kind["scope"]> | undefined {
  const { kind, resource, nonNamespaced, report } = input;
  const scope = resource?.arguments?.["scope"];
  const said: Said<Kind["scope"]> | undefined =
    resource === undefined || scope === undefined
      ? undefined
      : { value: scope === "Cluster" ? "Cluster" : "Namespaced", span: resource.span };
  if (nonNamespaced === undefined) {
    return said;
  }
  if (said?.value === "Namespaced") {
    const hint = "write 'scope=Cluster', or remove this line";
    report(diagnostic("model/scope-mismatch", { kind }, { span: nonNamespaced.span, hint }));
  }
  return { value: "Cluster", span: nonNamespaced.span };
}
