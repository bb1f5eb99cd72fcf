/**
 * An iterator that can be closed while it waits: a generator alone answers `return` only after the `next` before it. The
 * generator gets a controller, and lets the abort end its waits; what it throws after that it keeps to itself.
 */
export function closable<E>(
  generate: (controller: AbortController) => AsyncGenerator<E, undefined, undefined>,
): AsyncIterator<E, undefined> {
  const controller = new AbortController();
  const events = generate(controller);
  return {
    next: () => events.next(),
    return: () => {
      controller.abort(new Error("the iterator was closed"));
      return events.return(undefined);
    },
  };
}
