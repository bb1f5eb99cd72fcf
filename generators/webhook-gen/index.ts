import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/index.js";
import type { Generator } from "../generator.js";
import { argumentSpan, type Tag } from "../model/index.js";
import { KnownResources } from "../model/known-resources.js";
import { text } from "../model/tag-arguments.js";
import { headerComments, headerLine } from "../render/index.js";
import { writeYaml } from "../render/yaml/index.js";
import { configurationOf } from "./configurations.js";
import { markerProblems } from "./marker-problems.js";
import { nameProblems } from "./names.js";
import { patched } from "./patch.js";
import { resourceProblems } from "./resource-problems.js";
import { serverProblems } from "./server-checks.js";
import { type MarkedWebhook, webhookOf } from "./webhook.js";

const generator = "webhook-gen";
const nothing = { files: [], diagnostics: [] };

/** Generates the webhook configurations of a project, in one YAML file as controller-gen writes it. */
export const webhookGen: Generator = {
  name: generator,
  description: "Webhook configurations from markers (controller-gen webhook)",
  generate: () => nothing,
  generateShared({ model, options, markers, headers }) {
    const { folder, year } = options.webhook;
    const named = markers.filter(({ name }) => name === "kubebuilder:webhookconfiguration");
    const webhooks = markers
      .filter(({ name }) => name === "kubebuilder:webhook")
      .map((tag) => finished(webhookOf(tag)));
    const known = new KnownResources(model);
    const diagnostics = [
      ...webhooks.flatMap(({ diagnostics: own }) => own),
      ...nameProblems({ named, webhooks }),
      ...webhooks.flatMap(({ tag }) => resourceProblems({ tag, known })),
    ];
    if (webhooks.length === 0) return { ...nothing, diagnostics };
    const documents = [true, false].flatMap((mutating) => {
      const own = webhooks.filter((one) => one.mutating === mutating);
      if (own.length === 0) return [];
      const tag = named.find((one) => one.arguments?.["mutating"] === mutating);
      const name = tag === undefined ? undefined : text(tag, "name") || undefined;
      const list = own.map(({ webhook }) => webhook);
      return [`---\n${writeYaml(configurationOf({ mutating, name, webhooks: list }))}`];
    });
    const path = `${folder}/manifests.yaml`;
    const header = headerComments({ text: headers?.webhook ?? "", year });
    const content = `${headerLine({ path, generator })}\n${header}${documents.join("")}`;
    return { files: [{ path, content, owner: "tool" }], diagnostics };
  },
};

interface Finished extends MarkedWebhook {
  readonly diagnostics: readonly Diagnostic[];
}

/** A webhook with its patch; what was wrong before is not told of again. */
function finished(marked: MarkedWebhook): Finished {
  const { tag } = marked;
  const problems = markerProblems(marked);
  if (hasErrors(problems)) return { ...marked, diagnostics: problems };
  const result = patchOf(tag) === "" ? marked : patched(marked, patchOf(tag));
  if ("problem" in result && result.problem !== undefined) {
    const { problem, hint } = result;
    const place = { span: argumentSpan({ tag, argument: "patch" }), hint };
    const wrong = diagnostic("webhook/patch", { name: text(tag, "name"), problem }, place);
    return { ...marked, diagnostics: [...problems, wrong] };
  }
  const whole = { ...marked, webhook: result.webhook };
  return { ...whole, diagnostics: [...problems, ...serverProblems(whole)] };
}

function patchOf(tag: Tag): string {
  return text(tag, "patch");
}
