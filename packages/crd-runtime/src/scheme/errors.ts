import type { GroupVersion, GroupVersionKind } from "../meta/index.js";
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

/** No function leads from a kind to its form in another version. */
export class NotConvertibleError extends Error {
  override readonly name: string = "NotConvertibleError";
  readonly from: GroupVersionKind;
  readonly target: GroupVersion;

  constructor(input: {
    readonly from: GroupVersionKind;
    readonly target: GroupVersion;
    /** Versions to which there are functions: `example.com/v1`. */
    readonly targets: readonly string[];
  }) {
    const { from, target, targets } = input;
    const known =
      targets.length === 0
        ? "call registerConversions of a zz_generated.conversion"
        : `it is converted to ${targets.join(", ")}`;
    super(
      `kind "${from.kind}" of version "${formatGroupVersion(from)}" cannot be converted to "${formatGroupVersion(target)}": ${known}`,
    );
    this.from = from;
    this.target = target;
  }
}
