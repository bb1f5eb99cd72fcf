import type {
  CustomResourceDefinition,
  CustomResourceDefinitionSpec,
  ServiceReference,
  WebhookClientConfig,
  WebhookConversion,
} from "../../apis/apiextensions.k8s.io/v1/types.js";
import { type FieldError, forbidden, invalid, notSupported, required } from "../field-error.js";
import { objectOf } from "../json.js";
import { dns1035LabelErrors, dnsSubdomainErrors } from "../metadata/names.js";
import { text, texts } from "../openapi/props.js";
import { isEstablished } from "./established.js";
import { webhookURLErrors } from "./webhook-url.js";

const strategies = ["None", "Webhook"];
const reviewVersions: ReadonlySet<string> = new Set(["v1", "v1beta1"]);
const path = "spec.conversion";
// The server validates its internal type, in which the webhook's members have these names.
const clientConfigPath = `${path}.webhookClientConfig`;
const reviewVersionsPath = `${path}.conversionReviewVersions`;

/** What is wrong with the conversion of a definition. */
export function conversionErrors(input: {
  readonly spec: CustomResourceDefinitionSpec;
  readonly old: CustomResourceDefinition | undefined;
}): readonly FieldError[] {
  const { preserveUnknownFields } = input.spec;
  const conversion = objectOf(input.spec.conversion);
  if (conversion === undefined) return [];
  const strategy = text(conversion.strategy);
  const webhook = objectOf(conversion.webhook);
  const errors: FieldError[] = [];
  const field = `${path}.strategy`;
  if (strategy !== "None" && preserveUnknownFields === true) {
    const detail = "must be None if spec.preserveUnknownFields is true";
    errors.push(invalid({ field, value: strategy, detail }));
  }
  if (strategy === "") errors.push(required(field));
  else if (!strategies.includes(strategy)) {
    errors.push(notSupported({ field, value: strategy, supported: strategies }));
  }
  if (strategy === "Webhook") {
    return [...errors, ...clientConfigErrors(webhook, input.old), ...reviewVersionErrors(webhook)];
  }
  const detail = "should not be set when strategy is not set to Webhook";
  if ((webhook?.clientConfig ?? null) !== null) errors.push(forbidden(clientConfigPath, detail));
  if (texts(webhook?.conversionReviewVersions).length > 0) {
    errors.push(forbidden(reviewVersionsPath, detail));
  }
  return errors;
}

function clientConfigErrors(
  webhook: WebhookConversion | undefined,
  old: CustomResourceDefinition | undefined,
): readonly FieldError[] {
  const config = objectOf(webhook?.clientConfig);
  if (config === undefined) {
    return [required(clientConfigPath, "required when strategy is set to Webhook")];
  }
  const url = config.url ?? undefined;
  const service = objectOf(config.service);
  const errors: FieldError[] = [];
  if ((url === undefined) === (service === undefined)) {
    errors.push(required(clientConfigPath, "exactly one of url or service is required"));
  } else if (url !== undefined)
    errors.push(...webhookURLErrors(text(url), `${clientConfigPath}.url`));
  else if (service !== undefined) errors.push(...serviceErrors(service));
  return [...errors, ...caBundleErrors(config, old)];
}

/** A bundle may be wrong as long as nobody relies on it: while the definition is not established. */
function caBundleErrors(
  { caBundle }: WebhookClientConfig,
  old: CustomResourceDefinition | undefined,
): readonly FieldError[] {
  if (text(caBundle) === "" || !isEstablished(old?.status) || isCABundle(text(caBundle))) return [];
  const before = text(old?.spec.conversion?.webhook?.clientConfig?.caBundle);
  if (before !== "" && !isCABundle(before)) return [];
  const detail = "unable to load root certificates: unable to parse bytes as PEM block";
  return [invalid({ field: `${clientConfigPath}.caBundle`, value: caBundle, detail })];
}

function isCABundle(base64: string): boolean {
  return /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.test(
    Buffer.from(base64, "base64").toString("latin1"),
  );
}

function serviceErrors(service: ServiceReference): readonly FieldError[] {
  const at = `${clientConfigPath}.service`;
  const errors: FieldError[] = [];
  // The server has the two names the other way round.
  if (text(service.namespace) === "") errors.push(required(`${at}.name`));
  if (text(service.name) === "") errors.push(required(`${at}.namespace`));
  const port = service.port ?? 0;
  if (port < 1 || port > 65_535) {
    const detail = "port is not valid: must be between 1 and 65535, inclusive";
    errors.push(invalid({ field: `${at}.port`, value: port, detail }));
  }
  return [...errors, ...servicePathErrors(text(service.path), `${at}.path`)];
}

function servicePathErrors(value: string, field: string): readonly FieldError[] {
  if (value === "" || value === "/") return [];
  if (value === "//") return [invalid({ field, value, detail: "segment[0] may not be empty" })];
  const errors: FieldError[] = [];
  if (!value.startsWith("/"))
    errors.push(invalid({ field, value, detail: "must start with a '/'" }));
  const segments = value.slice(1).replace(/\/$/, "").split("/");
  segments.forEach((segment, index) => {
    const details =
      segment === ""
        ? [`segment[${index}] may not be empty`]
        : dnsSubdomainErrors(segment).map((error) => `segment[${index}]: ${error}`);
    errors.push(...details.map((detail) => invalid({ field, value, detail })));
  });
  return errors;
}

function reviewVersionErrors(webhook: WebhookConversion | undefined): readonly FieldError[] {
  const versions = texts(webhook?.conversionReviewVersions);
  if (versions.length === 0) return [required(reviewVersionsPath)];
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  versions.forEach((value, index) => {
    const field = `${reviewVersionsPath}[${index}]`;
    const details = seen.has(value) ? ["duplicate version"] : dns1035LabelErrors(value);
    seen.add(value);
    errors.push(...details.map((detail) => invalid({ field, value, detail })));
  });
  if (!versions.some((version) => reviewVersions.has(version))) {
    const detail = `must include at least one of ${[...reviewVersions].join(", ")}`;
    errors.push(invalid({ field: reviewVersionsPath, value: versions, detail }));
  }
  return errors;
}
