import type { GroupVersionKind } from "../meta/index.js";
import { formatGroupVersion } from "../meta/index.js";

/** A kind was asked for that nobody has added to the scheme. */
export class NotRegisteredError extends Error {
  override readonly name: string = "NotRegisteredError";
  readonly groupVersionKind: GroupVersionKind;

  constructor(groupVersionKind: GroupVersionKind) {
    const { kind } = groupVersionKind;
    const groupVersion = formatGroupVersion(groupVersionKind);
    super(
      `no kind "${kind}" is registered for version "${groupVersion}": call addToScheme of its zz_generated.register`,
    );
    this.groupVersionKind = groupVersionKind;
  }
}

/** An object does not say what it is. */
export class MissingKindError extends Error {
  override readonly name: string = "MissingKindError";

  constructor(missing: "apiVersion" | "kind") {
    super(`the object has no ${missing}`);
  }
}

/** Two different types claim one kind. */
export class ConflictingKindError extends Error {
  override readonly name: string = "ConflictingKindError";
  readonly groupVersionKind: GroupVersionKind;

  constructor(groupVersionKind: GroupVersionKind) {
    const groupVersion = formatGroupVersion(groupVersionKind);
    super(
      `kind "${groupVersionKind.kind}" of version "${groupVersion}" is registered already, with another deepcopy function`,
    );
    this.groupVersionKind = groupVersionKind;
  }
}
