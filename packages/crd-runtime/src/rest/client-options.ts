/** Options of a generated clientset and its clients. */
export interface ClientOptions {
  /**
   * `"validate"`: every object that the server sends is checked against the passthrough schema of its kind, and callers get it as
   * it was sent. One that is not what the schema says is a DecodeError. Absent: objects are what the server says they are.
   */
  readonly decode?: "validate" | undefined;
}
