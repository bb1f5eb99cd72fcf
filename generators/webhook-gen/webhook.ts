import type { JsonValue, Tag } from "../model/index.js";
import { number, text, texts } from "../model/tag-arguments.js";

/** An entry of a webhook configuration, as JSON: what a patch may change is not known by type. */
export type Webhook = { readonly [member: string]: JsonValue };

/** A marker with the webhook that it asks for, before its patch. */
export interface MarkedWebhook {
  readonly tag: Tag;
  readonly mutating: boolean;
  readonly webhook: Webhook;
}

const serviceName = "webhook-service";
const serviceNamespace = "system";

/** The webhook of a marker, with controller-gen's defaults. */
export function webhookOf(tag: Tag): MarkedWebhook {
  const mutating = tag.arguments?.["mutating"] === true;
  const timeoutSeconds = number(tag, "timeoutSeconds");
  const reinvocationPolicy = word(tag, "reinvocationPolicy");
  const matchPolicy = word(tag, "matchPolicy");
  const sideEffects = word(tag, "sideEffects");
  const webhook = {
    name: text(tag, "name"),
    clientConfig: clientConfig(tag),
    rules: [
      {
        apiGroups: texts(tag, "groups").map((group) => (group === "core" ? "" : group)),
        apiVersions: texts(tag, "versions"),
        operations: texts(tag, "verbs").map((verb) => verb.toUpperCase()),
        resources: texts(tag, "resources"),
      },
    ],
    failurePolicy: word(tag, "failurePolicy"),
    ...(matchPolicy !== "" && { matchPolicy }),
    ...(sideEffects !== "" && { sideEffects }),
    ...(timeoutSeconds !== undefined && timeoutSeconds !== 0 && { timeoutSeconds }),
    admissionReviewVersions: texts(tag, "admissionReviewVersions"),
    ...(mutating && reinvocationPolicy !== "" && { reinvocationPolicy }),
  };
  return { tag, mutating, webhook };
}

function clientConfig(tag: Tag): Webhook {
  const url = text(tag, "url");
  if (url !== "") return { url };
  const port = number(tag, "servicePort");
  return {
    service: {
      name: text(tag, "serviceName") || serviceName,
      namespace: text(tag, "serviceNamespace") || serviceNamespace,
      path: text(tag, "path"),
      ...(port !== undefined && { port }),
    },
  };
}

const words = [
  "Ignore",
  "Fail",
  "Exact",
  "Equivalent",
  "None",
  "NoneOnDryRun",
  "Never",
  "IfNeeded",
];

/** A word in the API's case; markers have them in any. */
function word(tag: Tag, argument: string): string {
  const written = text(tag, argument).toLowerCase();
  return words.find((known) => known.toLowerCase() === written) ?? "";
}
