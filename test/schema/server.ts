import { ApiError, ConnectionError, type RestClient, type RestRequest } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { causesOf, type FieldError } from "crd-runtime/schema";
import { afterAll, beforeAll } from "vitest";

/** What a server says of a request: the causes of its refusal, or the object as it would be stored. */
export type Verdict =
  | { readonly accepted: Record<string, unknown> }
  | { readonly causes: readonly string[] }
  | { readonly refused: string };

/** Asks the server without changing anything. */
export async function dryRun(input: {
  readonly rest: RestClient;
  readonly path: string;
  readonly object: unknown;
  readonly fieldValidation?: "Ignore" | "Strict";
  readonly method?: "POST" | "PUT";
}): Promise<Verdict> {
  const { rest, path, object, fieldValidation = "Ignore", method = "POST" } = input;
  return await verdictOf(rest, {
    method,
    path,
    query: { dryRun: "All", fieldValidation },
    body: object,
  });
}

async function verdictOf(rest: RestClient, request: RestRequest): Promise<Verdict> {
  try {
    return { accepted: (await rest.request(request)) as Record<string, unknown> };
  } catch (error) {
    // Some definitions make the server panic.
    if (error instanceof ConnectionError) return { refused: "no answer" };
    if (!(error instanceof ApiError)) throw error;
    const { causes } = error.status.details ?? {};
    const isWhole = causes?.every(({ reason }) => reason !== "UnexpectedServerResponse");
    if (error.reason !== "Invalid" || isWhole !== true) return { refused: error.message };
    return { causes: sorted((causes ?? []).map(causeText)) };
  }
}

/** Our errors in the form of a verdict. */
export function causeTexts(errors: readonly FieldError[]): readonly string[] {
  return sorted(causesOf(errors).map(causeText));
}

interface Cause {
  readonly reason?: string;
  readonly field?: string;
  readonly message?: string;
}

/** Texts of Go's libraries are not compared. */
export function causeText({ reason = "", field = "", message = "" }: Cause): string {
  const text = message
    .replace(/(must be a valid regular expression, but isn't): .*/s, "$1")
    .replace(/json: cannot unmarshal .*|parsing time .*|unrecognized type.*|unable to .*/s, "...");
  return `${field}: ${reason}: ${text}`;
}

/** The server goes through the members of objects in random order. */
function sorted(texts: readonly string[]): readonly string[] {
  return [...texts].sort();
}

const definitionsPath = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

/** Path of all definitions. */
export { definitionsPath };

/** Creates a definition for the tests of a block, and waits until its objects can be created. */
export function install(rest: RestClient, definition: CustomResourceDefinition): string {
  const { group, names, versions } = definition.spec;
  const name = definition.metadata.name ?? "";
  const path = `/apis/${group}/${versions[0]?.name}/${names.plural}`;
  beforeAll(async () => {
    await rest.request({ method: "POST", path: definitionsPath, body: definition });
    for (;;) {
      const probe = {
        apiVersion: `${group}/${versions[0]?.name}`,
        kind: names.kind,
        metadata: { name: "probe" },
      };
      const verdict = await dryRun({ rest, path, object: probe });
      if (!("refused" in verdict)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  afterAll(async () => {
    await rest.request({ method: "DELETE", path: `${definitionsPath}/${name}` });
  });
  return path;
}
