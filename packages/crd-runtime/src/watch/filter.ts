/**
 * The events of a watch that a function keeps, as it returns them; undefined leaves one out. Closed with its source, and
 * closes it. Follows apimachinery's `watch.Filter`.
 *
 * @example
 * const created = filterWatch(databases.watch(), (event) => (event.type === "ADDED" ? event.object : undefined));
 */
export function filterWatch<E, R>(
  events: AsyncIterable<E>,
  keep: (event: E) => R | undefined,
): AsyncIterable<R> {
  return {
    [Symbol.asyncIterator]: () => {
      const source = events[Symbol.asyncIterator]();
      const keepOrClose = async (event: E): Promise<R | undefined> => {
        try {
          return keep(event);
        } catch (error) {
          await source.return?.();
          throw error;
        }
      };
      return {
        next: async () => {
          for (;;) {
            const { done, value } = await source.next();
            if (done === true) return { done: true, value: undefined };
            const kept = await keepOrClose(value);
            if (kept !== undefined) return { done: false, value: kept };
          }
        },
        return: async () => {
          await source.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
