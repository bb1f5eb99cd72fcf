import type { FieldRequirement, FieldSelector, Selector } from "crd-runtime";
import type { ListOptions } from "../request/options/list-options.js";
import type { ApiResource } from "../resources/resource.js";
import { badRequest, goQuote } from "../status/index.js";
import { type KeyRange, namespaceRange, type Scope, type StorageEntry } from "../storage/index.js";

const namespaceName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Which objects of a resource a list or a watch means. */
export class Selection implements Scope {
  readonly resource: ApiResource;
  /** `""`: all. */
  readonly namespace: string;
  /** The one object that is meant, read without looking at others; `""`: no such one. */
  readonly name: string;
  readonly #labels: Selector;
  readonly #fields: FieldSelector;

  /** @throws StatusError 400 when the resource cannot be selected by a field */
  constructor(input: {
    readonly resource: ApiResource;
    readonly namespace: string;
    readonly options: ListOptions;
  }) {
    const { resource, options } = input;
    const namespace = resource.namespaced ? input.namespace : "";
    this.resource = resource;
    this.#labels = options.labelSelector;
    this.#fields = options.fieldSelector;
    assertSupported(resource, this.#fields);
    // Pages that follow another one are cut out of the whole.
    const whole = !options.watch && options.continue !== "";
    this.namespace = namespace === "" && !whole ? this.#namespace() : namespace;
    this.name = whole ? "" : this.#name();
  }

  /** Whether every object in the namespace is meant. */
  get isEmpty(): boolean {
    return this.#labels.isEmpty && this.#fields.isEmpty;
  }

  /** Where the objects are, in the order of the collection. */
  get range(): KeyRange {
    return namespaceRange(this.namespace);
  }

  /** Whether labels and fields are as asked for. */
  matches(entry: StorageEntry): boolean {
    if (!this.#labels.isEmpty && !this.#labels.matches(entry.labels)) return false;
    return this.#fields.requirements.every((requirement) => meets(entry, requirement));
  }

  #namespace(): string {
    if (!this.resource.namespaced) return "";
    const namespace = this.#fields.requiresExactMatch("metadata.namespace") ?? "";
    return namespaceName.test(namespace) ? namespace : "";
  }

  #name(): string {
    const name = this.#fields.requiresExactMatch("metadata.name") ?? "";
    const hasKey = !this.resource.namespaced || this.namespace !== "";
    return hasKey && name !== "." && name !== ".." && !/[/%]/.test(name) ? name : "";
  }
}

function meets(entry: StorageEntry, requirement: FieldRequirement): boolean {
  const { field, operator, value } = requirement;
  return (fieldOf(entry, field) === value) === (operator === "=");
}

function fieldOf(entry: StorageEntry, field: string): string {
  if (field === "metadata.name") return entry.name;
  if (field === "metadata.namespace") return entry.namespace;
  return Object.hasOwn(entry.fields, field) ? (entry.fields[field] ?? "") : "";
}

const metadataFields = ["metadata.name", "metadata.namespace"];

function assertSupported(resource: ApiResource, fields: FieldSelector): void {
  const { supported } = resource.fields;
  for (const { field } of fields.requirements) {
    // Go types without fields of their own share a conversion, which knows no scope and has its own words.
    const isPlain =
      resource.builtIn === true && supported.every((name) => metadataFields.includes(name));
    const known = isPlain || resource.namespaced ? metadataFields : ["metadata.name"];
    if (supported.includes(field) || known.includes(field)) continue;
    throw badRequest(
      isPlain
        ? `${goQuote(field)} is not a known field selector: only "metadata.name", "metadata.namespace"`
        : `field label not supported: ${field}`,
    );
  }
}
