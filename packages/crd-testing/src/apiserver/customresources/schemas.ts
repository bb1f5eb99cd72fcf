import type { CustomResourceDefinitionVersion } from "crd-runtime/apiextensions/v1";
import { CompiledSchema, type Structural, structuralOf } from "crd-runtime/schema";

/** Schema of one version of a definition, made ready when it is first needed. */
export class VersionSchema {
  readonly #version: CustomResourceDefinitionVersion;
  #structural: Structural | undefined;
  #compiled: CompiledSchema | undefined;
  #status: CompiledSchema | null | undefined;
  #hasEmbedded: boolean | undefined;

  constructor(version: CustomResourceDefinitionVersion) {
    this.#version = version;
  }

  get structural(): Structural {
    this.#structural ??= structuralOf(
      this.#version.schema?.openAPIV3Schema ?? {
        type: "object",
        "x-kubernetes-preserve-unknown-fields": true,
      },
    );
    return this.#structural;
  }

  get compiled(): CompiledSchema {
    this.#compiled ??= new CompiledSchema(this.structural);
    return this.#compiled;
  }

  /** Schema of the member `status`; undefined when there is none. */
  get status(): CompiledSchema | undefined {
    if (this.#status === undefined) {
      const status = this.structural.properties.get("status");
      this.#status = status === undefined ? null : new CompiledSchema(status);
    }
    return this.#status ?? undefined;
  }

  /** Whether objects hold other resources, whose metadata is read, too. */
  get hasEmbedded(): boolean {
    this.#hasEmbedded ??= some(this.structural, (schema) => schema.embeddedResource);
    return this.#hasEmbedded;
  }

  /** Whether there are CEL rules. */
  get hasRules(): boolean {
    return some(this.structural, (schema) => schema.validations.length > 0);
  }
}

function some(schema: Structural, test: (schema: Structural) => boolean): boolean {
  const { additionalProperties, items, properties } = schema;
  return (
    test(schema) ||
    (items !== undefined && some(items, test)) ||
    (typeof additionalProperties === "object" && some(additionalProperties, test)) ||
    [...properties.values()].some((property) => some(property, test))
  );
}
