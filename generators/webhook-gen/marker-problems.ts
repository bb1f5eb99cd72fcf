import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { argumentSpan, type Tag } from "../model/index.js";
import { text } from "../model/tag-arguments.js";
import type { MarkedWebhook } from "./webhook.js";

/** What controller-gen refuses in a marker, and what it leaves out. */
export function markerProblems({ tag, mutating }: MarkedWebhook): readonly Diagnostic[] {
  const [path, url] = [text(tag, "path"), text(tag, "url")];
  const found: Diagnostic[] = [];
  if (path === "" && url === "") {
    found.push(invalid({ tag, problem: "it has neither path nor url", hint: "add 'path=/...'" }));
  }
  if (path !== "" && url !== "") {
    const hint = "path is for a service in the cluster, url for a server outside of it";
    found.push(invalid({ tag, argument: "url", problem: "it has both path and url", hint }));
  }
  if (url !== "") {
    const problem = "with url there is no service";
    found.push(
      ...unused({ tag, names: ["serviceName", "serviceNamespace", "servicePort"], problem }),
    );
  }
  if (!mutating) {
    const problem = "only mutating webhooks are called again";
    found.push(...unused({ tag, names: ["reinvocationPolicy"], problem }));
  }
  if (tag.arguments?.["timeoutSeconds"] === 0) {
    const problem = "0 stands for the API server's default";
    found.push(...unused({ tag, names: ["timeoutSeconds"], problem }));
  }
  return found;
}

function invalid(input: {
  readonly tag: Tag;
  readonly argument?: string;
  readonly problem: string;
  readonly hint?: string;
}): Diagnostic {
  const { tag, argument, problem, hint } = input;
  const span = argument === undefined ? tag.span : argumentSpan({ tag, argument });
  return diagnostic("webhook/invalid", { tag: `+${tag.name}`, problem }, { span, hint });
}

function unused(input: {
  readonly tag: Tag;
  readonly names: readonly string[];
  readonly problem: string;
}): readonly Diagnostic[] {
  const { tag, names, problem } = input;
  return names
    .filter((name) => tag.arguments?.[name] !== undefined)
    .map((argument) => {
      const span = argumentSpan({ tag, argument });
      return diagnostic("webhook/unused", { what: `'${argument}'`, problem }, { span });
    });
}
