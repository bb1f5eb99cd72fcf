/** Selects objects by their labels: all requirements must hold. Empty selects everything. */
export interface LabelSelector {
  /** Each pair means `key In [value]`. */
  matchLabels?: Record<string, string>;
  matchExpressions?: LabelSelectorRequirement[];
}

/** One requirement of a label selector. */
export interface LabelSelectorRequirement {
  key: string;
  /** In, NotIn, Exists or DoesNotExist. Schemas take any text, as Go does, and so do the objects of custom resources. */
  operator: string;
  /** Not empty for In and NotIn, absent or empty for the others. */
  values?: string[];
}
