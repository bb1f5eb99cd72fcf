/** A label or field selector, or a part of one, that the API server would refuse with 400 Bad Request. */
export class SelectorError extends Error {
  override readonly name = "SelectorError";
}
