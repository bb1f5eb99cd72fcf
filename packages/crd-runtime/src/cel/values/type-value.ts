/** A type as a value: what `type(x)` gives. */
export class TypeValue {
  /** `int`, `google.protobuf.Timestamp` */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
