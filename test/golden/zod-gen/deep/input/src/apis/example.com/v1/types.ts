/** Optional members in each other. */
export type Deep = { v0?: { v1?: { v2?: { v3?: { v4?: { v5?: { v6?: { v7?: { v8?: { v9?: { v10?: { v11?: { v12?: { v13?: { v14?: { v15?: { v16?: { v17?: { v18?: { v19?: { leaf: string } } } } } } } } } } } } } } } } } } } } };

/** Lists, maps, null and one or many. */
export interface Mixed {
  readonly spec: { v0?: readonly { v1?: Record<string, { v2?: { v3?: { v4?: ({ v5?: readonly { v6?: Record<string, { v7?: { v8?: { v9?: ({ v10?: readonly { v11?: Record<string, { v12?: { v13?: { v14?: ({ v15?: readonly { leaf: string }[] } | null)[] } } | null }> }[] } | null)[] } } | null }> }[] } | null)[] } } | null }> }[] };
}

/** Lists of lists. */
export type Lists = string[][][][][][][][][][][][][][][][][][][][];

export type Short = { a?: { b?: { c?: { leaf: string } } } };
