import { type SelectorLike, toSelector } from "../labels/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

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
