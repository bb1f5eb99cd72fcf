import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { argumentSpan, isDnsSubdomain, type Tag } from "../model/index.js";
import { text } from "../model/tag-arguments.js";
import { nameOf } from "./configurations.js";
import type { MarkedWebhook } from "./webhook.js";

/** Names that two webhooks have, or two configurations, and configurations that hold nothing. */
export function nameProblems(input: {
  /** The markers that name configurations. */
  readonly named: readonly Tag[];
  readonly webhooks: readonly MarkedWebhook[];
}): readonly Diagnostic[] {
  const { named, webhooks } = input;
  return [true, false].flatMap((mutating) => {
    const own = webhooks.filter((one) => one.mutating === mutating);
    const markers = named.filter((tag) => tag.arguments?.["mutating"] === mutating);
    return [
      ...repeatedWebhooks(own),
      ...markers.flatMap((tag, index) =>
        configurationProblems({ tag, first: index > 0 ? markers[0] : undefined, own, mutating }),
      ),
    ];
  });
}

function repeatedWebhooks(webhooks: readonly MarkedWebhook[]): readonly Diagnostic[] {
  const first = new Map<string, Tag>();
  return webhooks.flatMap(({ tag, webhook }) => {
    const name = nameOf(webhook);
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, tag);
      return [];
    }
    const problem = "another webhook of the configuration has the name";
    const place = { span: argumentSpan({ tag, argument: "name" }), hint: placeText(other) };
    return [diagnostic("webhook/refused", { name, problem }, place)];
  });
}

function configurationProblems(input: {
  readonly tag: Tag;
  /** The marker before it for the same configuration. */
  readonly first: Tag | undefined;
  readonly own: readonly MarkedWebhook[];
  readonly mutating: boolean;
}): readonly Diagnostic[] {
  const { tag, first, own, mutating } = input;
  const what = mutating ? "mutating" : "validating";
  const name = text(tag, "name");
  if (first !== undefined) {
    const problem = `the ${what} webhooks have their configuration's name already`;
    const place = { span: tag.span, hint: placeText(first) };
    return [diagnostic("webhook/invalid", { tag: `+${tag.name}`, problem }, place)];
  }
  if (name === "") {
    const problem = "without a name the configuration has the one that it has anyway";
    const place = { span: tag.span, hint: "add 'name=...'" };
    return [diagnostic("webhook/unused", { what: `'+${tag.name}'`, problem }, place)];
  }
  if (!isDnsSubdomain(name)) {
    const problem = `'${name}' is no name of an object`;
    const span = argumentSpan({ tag, argument: "name" });
    return [diagnostic("webhook/refused", { name, problem }, { span })];
  }
  if (own.length > 0) return [];
  const problem = `there is no ${what} webhook`;
  return [diagnostic("webhook/unused", { what: `'+${tag.name}'`, problem }, { span: tag.span })];
}

function placeText({ span }: Tag): string {
  return `the other one is at ${span.file}:${span.line}`;
}
