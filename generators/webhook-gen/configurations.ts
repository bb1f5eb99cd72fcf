import type { Webhook } from "./webhook.js";

/** An `admissionregistration.k8s.io/v1` MutatingWebhookConfiguration or ValidatingWebhookConfiguration. */
export type WebhookConfiguration = {
  readonly apiVersion: "admissionregistration.k8s.io/v1";
  readonly kind: "MutatingWebhookConfiguration" | "ValidatingWebhookConfiguration";
  readonly metadata: { readonly name: string };
  readonly webhooks: readonly Webhook[];
};

/** The object that holds the mutating webhooks, or the validating ones, by their names. */
export function configurationOf(input: {
  readonly mutating: boolean;
  /** Undefined: controller-gen's default. */
  readonly name: string | undefined;
  readonly webhooks: readonly Webhook[];
}): WebhookConfiguration {
  const { mutating, webhooks } = input;
  const name = input.name ?? `${mutating ? "mutating" : "validating"}-webhook-configuration`;
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: mutating ? "MutatingWebhookConfiguration" : "ValidatingWebhookConfiguration",
    metadata: { name },
    webhooks: webhooks.toSorted((left, right) => compare(nameOf(left), nameOf(right))),
  };
}

export function nameOf(webhook: Webhook): string {
  const { name } = webhook;
  return typeof name === "string" ? name : "";
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
