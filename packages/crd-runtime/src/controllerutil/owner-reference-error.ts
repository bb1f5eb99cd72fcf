import { formatObjectName } from "../cache/object-key.js";
import type { OwnerReference } from "../meta/index.js";
import type { AnyObject } from "./finalizers.js";

/** An object cannot have an owner. */
export class OwnerReferenceError extends Error {
  override readonly name: string = "OwnerReferenceError";

  constructor(input: {
    readonly object?: AnyObject;
    readonly owner: AnyObject;
    readonly problem: string;
  }) {
    const { object, owner, problem } = input;
    const owned = object === undefined ? "an object" : describe(object);
    super(`${describe(owner)} cannot own ${owned}: ${problem}`);
  }
}

/** Another owner manages the object already. Follows controller-runtime's `AlreadyOwnedError`. */
export class AlreadyOwnedError extends Error {
  override readonly name: string = "AlreadyOwnedError";
  readonly object: AnyObject;
  /** The owner that manages it. */
  readonly owner: Readonly<OwnerReference>;

  constructor(input: { readonly object: AnyObject; readonly owner: Readonly<OwnerReference> }) {
    const { object, owner } = input;
    super(
      `${describe(object)} is already owned by another controller, ${owner.kind} ${owner.name}: an object has one at most`,
    );
    this.object = object;
    this.owner = owner;
  }
}

/** `Database default/orders`. */
function describe(object: AnyObject): string {
  const { namespace = "", name = object.metadata.generateName ?? "" } = object.metadata;
  return `${object.kind ?? "object"} ${formatObjectName({ namespace, name })}`;
}
