import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";

/** A definition, and where it came from: `config/crd/databases.yaml, document 2`. */
export interface CrdSource {
  readonly definition: CustomResourceDefinition;
  readonly origin: string;
}

/** What CRDs are given as: a file, a folder of files, or an object. */
export type CrdInput = string | URL | CustomResourceDefinition;

/** Definitions that cannot be used. The message has a line for each, which names its file and document. */
export class InvalidCrdError extends Error {
  override readonly name = "InvalidCrdError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join("\n"), options);
    this.problems = problems;
  }
}
