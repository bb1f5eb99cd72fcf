import { inPages } from "../cache/in-pages.js";
import { type SelectorLike, toSelector } from "../labels/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/** How a lister is read page by page. */
export interface PageOptions {
  /** All objects when absent. */
  readonly selector?: SelectorLike;
  /** Objects per page at most; 500 when absent. */
  readonly size?: number | undefined;
}

/** The objects whose labels a selector matches; `objects` is not asked for when none can be. */
export function* matching<T extends KubernetesObject>(input: {
  readonly objects: () => Iterable<DeepReadonly<T>>;
  readonly selector: SelectorLike;
}): IterableIterator<DeepReadonly<T>> {
  const selector = toSelector(input.selector);
  if (selector.isNothing) return;
  for (const object of input.objects()) {
    if (selector.isEmpty || selector.matches(object.metadata.labels)) yield object;
  }
}

/** The same page by page, with turns of the event loop in between, however few objects match. */
export async function* matchingPages<T extends KubernetesObject>(input: {
  readonly objects: () => Iterable<DeepReadonly<T>>;
  readonly options: PageOptions;
}): AsyncIterableIterator<readonly DeepReadonly<T>[]> {
  const { size } = input.options;
  const selector = toSelector(input.options.selector);
  if (selector.isNothing) return;
  yield* inPages({
    items: input.objects(),
    size,
    matches: ({ metadata }) => selector.isEmpty || selector.matches(metadata.labels),
  });
}
