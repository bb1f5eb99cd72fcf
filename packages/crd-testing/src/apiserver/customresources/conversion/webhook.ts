import { randomUUID } from "node:crypto";
import type { CustomResourceConversion } from "crd-runtime/apiextensions/v1";
import type { ApiObject } from "../../object.js";
import { goQuote, unknownError } from "../../status/index.js";
import { checkConverted } from "./converted-object.js";
import type { Converter } from "./converter.js";
import { callWebhook } from "./webhook-call.js";

const supported: ReadonlySet<string> = new Set(["v1", "v1beta1"]);

/**
 * Converts objects through a webhook: ConversionReview over HTTPS, one object at a time, as kube-apiserver does when it reads
 * from storage.
 *
 * Follows conversion.webhookConverter of apiextensions-apiserver, its texts among it.
 */
export class WebhookConverter implements Converter {
  readonly #conversion: CustomResourceConversion;

  readonly #stopped: AbortSignal | undefined;

  constructor(input: {
    readonly conversion: CustomResourceConversion;
    /** Ends calls that are under way. */
    readonly stopped: AbortSignal | undefined;
  }) {
    this.#conversion = input.conversion;
    this.#stopped = input.stopped;
  }

  async convert(input: {
    readonly object: ApiObject;
    readonly apiVersion: string;
  }): Promise<ApiObject> {
    const { object, apiVersion } = input;
    if (object.apiVersion === apiVersion) return object;
    const subject = `conversion webhook for ${gvkText(object)}`;
    const review = this.#review({ objects: [object], apiVersion });
    const answer = await this.#call(review).catch((error: unknown) => {
      throw unknownError(`${subject} failed: ${textOf(error)}`, { cause: error });
    });
    const problem = problemOf({ answer, review });
    if (problem !== undefined) throw unknownError(`${subject} failed: ${problem}`);
    const converted = objectsOf(answer);
    if (converted.length !== 1) {
      throw unknownError(`${subject} returned ${converted.length} objects, expected 1`);
    }
    return checkConverted({ original: object, converted: converted[0], apiVersion, subject });
  }

  #review(input: {
    readonly objects: readonly ApiObject[];
    readonly apiVersion: string;
  }): ConversionReview {
    const { objects, apiVersion } = input;
    const versions = this.#conversion.webhook?.conversionReviewVersions ?? [];
    const version = versions.find((each) => supported.has(each));
    if (version === undefined) throw unknownError("no supported conversion review versions");
    return {
      kind: "ConversionReview",
      apiVersion: `apiextensions.k8s.io/${version}`,
      request: { uid: randomUUID(), desiredAPIVersion: apiVersion, objects },
    };
  }

  #call(review: ConversionReview): Promise<unknown> {
    const clientConfig = this.#conversion.webhook?.clientConfig ?? {};
    return callWebhook({ clientConfig, review, signal: this.#stopped });
  }
}

function objectsOf(answer: unknown): readonly unknown[] {
  const objects = member(member(answer, "response"), "convertedObjects");
  return Array.isArray(objects) ? objects : [];
}

/** What the server asks of a webhook. */
export interface ConversionReview {
  readonly kind: "ConversionReview";
  readonly apiVersion: string;
  readonly request: {
    readonly uid: string;
    readonly desiredAPIVersion: string;
    readonly objects: readonly ApiObject[];
  };
}

function problemOf(input: {
  readonly answer: unknown;
  readonly review: ConversionReview;
}): string | undefined {
  const { answer, review } = input;
  const response = member(answer, "response");
  const isV1 = review.apiVersion.endsWith("/v1");
  if (isV1) {
    const got = gvkText(answer);
    const kind = member(answer, "kind");
    if (kind !== review.kind) {
      const group = String(member(answer, "apiVersion") ?? "");
      return `no kind ${goQuote(String(kind ?? ""))} is registered for version ${goQuote(group)} in scheme "pkg/runtime/scheme.go:111"`;
    }
    if (
      member(answer, "apiVersion") !== review.apiVersion ||
      member(answer, "kind") !== review.kind
    )
      return `expected webhook response of ${gvkText(review)}, got ${got}`;
  }
  if (typeof response !== "object" || response === null) return "no response provided";
  const uid = member(response, "uid");
  if (isV1 && uid !== review.request.uid) {
    return `expected response.uid=${goQuote(review.request.uid)}, got ${goQuote(String(uid ?? ""))}`;
  }
  const result = member(response, "result");
  const status = member(result, "status");
  if (status === "Success") return undefined;
  const message = member(result, "message");
  if (typeof message === "string" && message !== "") return message;
  return `response.result.status was '${String(status ?? "")}', not 'Success'`;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** `example.com/v1, Kind=Database`. */
export function gvkText(object: unknown): string {
  return `${String(member(object, "apiVersion") ?? "")}, Kind=${String(member(object, "kind") ?? "")}`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
