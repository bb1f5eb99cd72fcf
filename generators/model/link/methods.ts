import { diagnostic } from "../../diagnostics/index.js";
import { lowerCamel } from "../names/index.js";
import type { Tag } from "../source.js";
import { readMethod, type TextPart } from "../tags/index.js";
import { type ExtensionMethod, type NamedType, verbs } from "../types.js";
import { partSpan, valuePart } from "./tag-parts.js";
import { type NameContext, resolveTagTypeName } from "./type-names.js";

/** Names that every client has. A method may take the place of its own verb: `method=Create,verb=create`. */
const clientVerbs: ReadonlySet<string> = new Set(verbs);

/** What the methods themselves stand on, what JavaScript looks for in every object that is awaited, and its prototype. */
export const clientMembers: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "invoke",
  "rest",
  "then",
]);

/** The extension methods of a kind, in the order of their tags. */
export function linkMethods(
  context: NameContext,
  input: { readonly kind: string; readonly tags: readonly Tag[] },
): readonly ExtensionMethod[] {
  const names = new Set<string>();
  return input.tags
    .filter(({ name }) => name === "genclient:method")
    .flatMap((tag) => {
      const method = linkMethod(context, tag);
      if (method === undefined) {
        return [];
      }
      const taken =
        clientMembers.has(method.name) ||
        (clientVerbs.has(method.name) && method.name !== method.verb);
      if (names.has(method.name) || taken) {
        context.report(
          diagnostic(
            "model/method-collision",
            { kind: input.kind, method: method.name },
            { span: method.span, hint: "give it another name" },
          ),
        );
        return [];
      }
      names.add(method.name);
      return [method];
    });
}

function linkMethod(context: NameContext, tag: Tag): ExtensionMethod | undefined {
  const { method, problems } = readMethod(valuePart(tag));
  for (const { at, length, toDiagnostic } of problems) {
    const span = at === undefined ? tag.span : partSpan(tag, { at, text: " ".repeat(length ?? 1) });
    context.report(toDiagnostic({ span }));
  }
  return method === undefined
    ? undefined
    : {
        name: lowerCamel(method.name.text),
        verb: method.verb,
        subresource: method.subresource,
        input: linkNamedType(context, { tag, part: method.input }),
        result: linkNamedType(context, { tag, part: method.result }),
        span: tag.span,
      };
}

function linkNamedType(
  context: NameContext,
  input: { readonly tag: Tag; readonly part: TextPart | undefined },
): NamedType | undefined {
  const { tag, part } = input;
  if (part === undefined) {
    return undefined;
  }
  const span = partSpan(tag, part);
  const type = resolveTagTypeName(context, { name: part.text, span });
  switch (type?.kind) {
    case undefined:
      return undefined;
    case "declared":
      return { kind: "declared", id: type.id };
    case "imported":
      return { kind: "imported", module: type.module, name: type.name };
    case "runtimeObject": {
      const hint = "name the type that the API server sends";
      context.report(diagnostic("tag/type-name", { name: part.text }, { span, hint }));
      return undefined;
    }
  }
}
