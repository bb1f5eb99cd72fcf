/** Tells a listener of an error. What the listener throws becomes a warning of the process, and harms nobody. */
export function report<E extends Error>(input: {
  readonly error: E;
  readonly onError: (error: E) => void;
  /** The `name` of the warning. */
  readonly type: string;
}): void {
  const { error, onError, type } = input;
  try {
    onError(error);
  } catch (thrown) {
    process.emitWarning(`onError failed: ${String(thrown)}; it was to hear: ${error.message}`, {
      type,
    });
  }
}
