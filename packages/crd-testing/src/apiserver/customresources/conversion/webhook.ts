import { randomUUID } from "node:crypto";
import type { CustomResourceConversion } from "crd-runtime/apiextensions/v1";
import type { ApiObject } from "../../object.js";
import { goQuote, unknownError } from "../../status/index.js";
import { checkConverted } from "./converted-object.js";
import type { Converter } from "./converter.js";
import { callWebhook } from "./webhook-call.js";

const supported: ReadonlySet<string> = new Set(["v1", "v1beta1"]);

/**
 * Converts objects through a webhook: ConversionReview over HTTPS. All objects of a list go out in one review.
 *
 * Follows conversion.webhookConverter of apiextensions-apiserver, its texts among it.
 */
export class WebhookConverter implements Converter {
  readonly #conversion: CustomResourceConversion;

  constructor(conversion: CustomResourceConversion) {
    this.#conversion = conversion;
  }

  async convert(input: {
    readonly objects: readonly ApiObject[];
    readonly apiVersion: string;
  }): Promise<readonly ApiObject[]> {
    const { objects, apiVersion } = input;
    const sent = objects.filter((object) => object.apiVersion !== apiVersion);
    const [first] = sent;
    if (first === undefined) return objects;
    const subject = `conversion webhook for ${gvkText(first)}`;
    const review = this.#review({ objects: sent, apiVersion });
    const answer = await this.#call(review).catch((error: unknown) => {
      throw unknownError(`${subject} failed: ${textOf(error)}`, { cause: error });
    });
    const converted = this.#objectsOf({ answer, review, subject });
    if (converted.length !== sent.length) {
      throw unknownError(
        `${subject} returned ${converted.length} objects, expected ${sent.length}`,
      );
    }
    const done = new Map(
      sent.map((original, index) => [
        original,
        checkConverted({ original, converted: converted[index], apiVersion, subject, index }),
      ]),
    );
    return objects.map((object) => done.get(object) ?? object);
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
    return callWebhook({ clientConfig: this.#conversion.webhook?.clientConfig ?? {}, review });
  }

  #objectsOf(input: {
    readonly answer: unknown;
    readonly review: ConversionReview;
    readonly subject: string;
  }): readonly unknown[] {
    const { answer, review, subject } = input;
    const problem = problemOf({ answer, review });
    if (problem !== undefined) throw unknownError(`${subject} failed: ${problem}`);
    const objects = member(member(answer, "response"), "convertedObjects");
    return Array.isArray(objects) ? objects : [];
  }
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
