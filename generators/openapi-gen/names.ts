import type { ApiType, ApiVersion, ModelIndex, TypeId } from "../model/index.js";
import { isImported } from "../model/index.js";

/**
 * The name of a type's definition: `com.example.v1.Database`, kube-openapi's REST-friendly name of `example.com/v1.Database`,
 * as the API server publishes custom resources. Groups without a dot are Kubernetes' own, whose types are those of
 * k8s.io/api. `+k8s:openapi-model-package=` takes the place of all that stands before the type's name.
 */
export function definitionName(input: {
  readonly type: ApiType;
  readonly version: ApiVersion;
}): string {
  const { type, version } = input;
  return `${modelPackage(type.tags) ?? modelPackage(version.tags) ?? packageOf(input)}.${type.name}`;
}

function modelPackage(tags: ApiType["tags"]): string | undefined {
  return tags.find(({ name }) => name === "k8s:openapi-model-package")?.value;
}

function packageOf(input: { readonly type: ApiType; readonly version: ApiVersion }): string {
  const { group, version } = input.version;
  if (!isImported(input.type) && group.includes(".")) {
    return `${group.split(".").reverse().join(".")}.${version}`;
  }
  // The folder in k8s.io/api is the first part of the group.
  const [folder = ""] = group.split(".");
  return `io.k8s.api.${folder === "" ? "core" : folder}.${version}`;
}

/** Two types of one name. */
export interface NameClash {
  readonly name: string;
  readonly first: ApiType;
  readonly second: ApiType;
}

/**
 * The names of the definitions in documents. A model has more types than its documents: a group `core` of a project and
 * `crd-runtime/core/v1` may name theirs alike, as long as no document has both. So names are given as types are used.
 */
export class DefinitionNames {
  readonly #index: ModelIndex;
  readonly #names = new Map<TypeId, string>();
  readonly #types = new Map<string, ApiType>();
  readonly #clashes: NameClash[] = [];

  constructor(index: ModelIndex) {
    this.#index = index;
  }

  /**
   * The name of a type that a document has from now on.
   *
   * @throws when the model has no such type
   */
  use(id: TypeId): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const type = this.#index.types.get(id);
    const version = this.#index.versionOf.get(id);
    if (type === undefined || version === undefined) throw new Error(`the model has no type ${id}`);
    const name = definitionName({ type, version });
    const first = this.#types.get(name);
    if (first === undefined) this.#types.set(name, type);
    else this.#clashes.push({ name, first, second: type });
    this.#names.set(id, name);
    return name;
  }

  isUsed(id: TypeId): boolean {
    return this.#names.has(id);
  }

  /** The type that was the first to use a name. */
  typeOf(name: string): ApiType | undefined {
    return this.#types.get(name);
  }

  /** Types that are used, of a name that another one had before. */
  get clashes(): readonly NameClash[] {
    return this.#clashes;
  }
}
