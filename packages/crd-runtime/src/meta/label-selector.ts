/** Selects objects by their labels: all requirements must hold. Empty selects everything. */
export interface LabelSelector {
  /** Each pair means `key In [value]`. */
  matchLabels?: Record<string, string>;
  matchExpressions?: LabelSelectorRequirement[];
}

/** One requirement of a label selector. */
export interface LabelSelectorRequirement {
  key: string;
  operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
  /** Not empty for In and NotIn, absent or empty for the others. */
  values?: string[];
}
