/** Data without a schema, kept by x-kubernetes-preserve-unknown-fields: it can be compared, and nothing else. */
export class UnknownValue {
  readonly json: unknown;

  constructor(json: unknown) {
    this.json = json;
  }
}
