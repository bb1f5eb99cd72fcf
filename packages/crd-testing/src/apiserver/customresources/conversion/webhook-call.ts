import { request } from "node:https";
import { onAbort, parseJSON, stringifyJSON } from "crd-runtime";
import type { WebhookClientConfig } from "crd-runtime/apiextensions/v1";
import { goQuote } from "../../status/index.js";
import type { ConversionReview } from "./webhook.js";

const timeoutMs = 30_000;
const maxAnswerBytes = 64 * 2 ** 20;

/**
 * Sends a review to a webhook and returns its answer, decoded.
 *
 * @throws Error that says what went wrong; a service cannot be reached, since there are none
 */
export async function callWebhook(input: {
  readonly clientConfig: WebhookClientConfig;
  readonly review: ConversionReview;
  /** Ends the call. */
  readonly signal: AbortSignal | undefined;
}): Promise<unknown> {
  const { clientConfig, review, signal } = input;
  const { service, caBundle } = clientConfig;
  if (service !== undefined) {
    const { name, namespace, path = "", port = 443 } = service;
    const address = `https://${name}.${namespace}.svc:${port}${path}?timeout=30s`;
    throw new Error(`Post ${goQuote(address)}: service ${goQuote(name)} not found`);
  }
  const url = new URL(clientConfig.url ?? "");
  url.searchParams.set("timeout", "30s");
  const received = await post({
    url,
    ca: caBundle === undefined ? undefined : Buffer.from(caBundle, "base64"),
    body: stringifyJSON(review),
    signal,
  }).catch((error: unknown) => {
    throw new Error(`Post ${goQuote(url.href)}: ${connectionText(error)}`, { cause: error });
  });
  const { status, text } = received;
  if (status >= 200 && status <= 299) return decode(text);
  throw new Error(statusText(received));
}

function decode(text: string): unknown {
  try {
    return parseJSON(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new Error("couldn't get version/kind; json parse error", { cause: error });
    }
    throw error;
  }
}

/** An answer of a webhook. */
interface Received {
  readonly status: number;
  readonly text: string;
  /** Whether it is text for people. */
  readonly isPlain: boolean;
}

function post(input: {
  readonly url: URL;
  readonly ca: Buffer | undefined;
  readonly body: string;
  readonly signal: AbortSignal | undefined;
}): Promise<Received> {
  const { url, ca, body, signal } = input;
  const bytes = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: "POST",
        ...(ca === undefined || ca.toString().trim() === "" ? {} : { ca }),
        headers: {
          "content-type": "application/json",
          accept: "application/json, */*",
          "content-length": bytes.length,
        },
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxAnswerBytes) call.destroy(new Error("http: request body too large"));
          else chunks.push(chunk);
        });
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            isPlain: (response.headers["content-type"] ?? "text/plain").startsWith("text/"),
          }),
        );
        response.on("error", reject);
      },
    );
    const stop = (): void => void call.destroy(new Error("context canceled"));
    const release = onAbort({ signal, callback: stop });
    call.on("close", release);
    call.on("error", reject);
    call.end(bytes);
  });
}

function connectionText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? error.code : undefined;
  if (code === "ECONNREFUSED" && "address" in error && "port" in error) {
    return `dial tcp ${String(error.address)}:${String(error.port)}: connect: connection refused`;
  }
  if (code === "ABORT_ERR" || error.name === "TimeoutError") return "context deadline exceeded";
  if (typeof code === "string" && /CERT|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return `tls: failed to verify certificate: x509: ${error.message}`;
  }
  return error.message;
}

/** What client-go makes of a response that is no success. */
function statusText({ status, text, isPlain }: Received): string {
  const body = isPlain ? text.trim() : "";
  if (status === 404) return "the server could not find the requested resource";
  if (status >= 500) {
    return `an error on the server (${goQuote(body === "" ? "unknown" : body)}) has prevented the request from succeeding`;
  }
  return `the server responded with the status code ${status} but did not return more information`;
}
