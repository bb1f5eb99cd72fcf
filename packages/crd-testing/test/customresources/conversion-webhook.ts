import { once } from "node:events";
import { createServer, type Server } from "node:https";
import { createAuthority } from "../../src/envtest/certificates.js";

/** What a webhook is asked. */
export interface Review {
  readonly apiVersion: string;
  readonly kind: string;
  readonly request: {
    readonly uid: string;
    readonly desiredAPIVersion: string;
    readonly objects: readonly ConvertedObject[];
  };
}

/** An object that goes through a webhook. */
export interface ConvertedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** What a webhook answers: a status code and a body. */
export type Respond = (review: Review) => { readonly status?: number; readonly body: unknown };

/** A conversion webhook on loopback, whose behaviour can be changed. */
export class ConversionWebhook {
  readonly reviews: Review[] = [];
  readonly caBundle: string;
  readonly #server: Server;
  #respond: Respond = converting;

  private constructor() {
    const authority = createAuthority("webhooks");
    const { certificate, privateKey } = authority.issue({
      usage: "server",
      commonName: "webhook",
      hosts: ["127.0.0.1"],
    });
    this.caBundle = Buffer.from(authority.certificate).toString("base64");
    this.#server = createServer({ cert: certificate, key: privateKey }, (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const review = JSON.parse(Buffer.concat(chunks).toString()) as Review;
        this.reviews.push(review);
        const { status = 200, body } = this.#respond(review);
        response.writeHead(status, { "content-type": "application/json" });
        response.end(typeof body === "string" ? body : JSON.stringify(body));
      });
    });
  }

  static async listen(): Promise<ConversionWebhook> {
    const webhook = new ConversionWebhook();
    webhook.#server.listen(0, "127.0.0.1");
    await once(webhook.#server, "listening");
    return webhook;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("not listening");
    return `https://127.0.0.1:${address.port}/convert`;
  }

  respond(respond: Respond): void {
    this.#respond = respond;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}

/** v1 has `spec.size`, v2 has `spec.length`. */
export const converting: Respond = (review) =>
  answer(
    review,
    review.request.objects.map((object) => converted(object, review.request.desiredAPIVersion)),
  );

/** A review that says that all is well. */
export function answer(review: Review, convertedObjects: readonly unknown[]) {
  const { apiVersion, kind, request } = review;
  const response = { uid: request.uid, result: { status: "Success" }, convertedObjects };
  return { body: { apiVersion, kind, response } };
}

/** An object in another version. */
export function converted(object: ConvertedObject, apiVersion: string): ConvertedObject {
  const { size, length, ...rest } = object.spec ?? {};
  const value = size ?? length;
  const name = apiVersion.endsWith("/v2") ? "length" : "size";
  return {
    ...object,
    apiVersion,
    spec: { ...rest, ...(value === undefined ? {} : { [name]: value }) },
  };
}
