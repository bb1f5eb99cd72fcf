import type { DeepReadonly, ListMeta } from "../meta/index.js";
import type { ListOptions } from "./options.js";

/** A list of what is made of each object. Rejects with what `each` throws. */
export type ListEach<T> = <Item>(input: {
  readonly options: ListOptions;
  readonly each: (object: T) => Item | undefined;
}) => Promise<{ readonly metadata: DeepReadonly<ListMeta>; readonly items: readonly Item[] }>;
