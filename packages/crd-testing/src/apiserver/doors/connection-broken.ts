/**
 * Thrown in place of a response, or by its body: the connection ends here. The listener resets it, the direct transport
 * throws what a client over the network would see.
 */
export class ConnectionBroken extends Error {
  override readonly name: string = "ConnectionBroken";
  readonly code: "ECONNREFUSED" | "ECONNRESET";

  constructor(code: "ECONNREFUSED" | "ECONNRESET") {
    super(code === "ECONNREFUSED" ? "connection refused" : "connection reset by peer");
    this.code = code;
  }
}
