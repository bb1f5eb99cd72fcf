import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Library extends TypeMeta {
  metadata: ObjectMeta;
  spec: Root;
}

export interface Root {
  m0?: Branch;
  m1?: Branch;
  m2?: Branch;
  m3?: Branch;
  m4?: Branch;
  m5?: Branch;
  m6?: Branch;
  m7?: Branch;
  m8?: Branch;
  m9?: Branch;
  m10?: Branch;
  m11?: Branch;
  m12?: Branch;
  m13?: Branch;
  m14?: Branch;
  m15?: Branch;
  m16?: Branch;
  m17?: Branch;
  m18?: Branch;
  m19?: Branch;
  m20?: Branch;
  m21?: Branch;
  m22?: Branch;
  m23?: Branch;
  m24?: Branch;
  m25?: Branch;
  m26?: Branch;
  m27?: Branch;
  m28?: Branch;
  m29?: Branch;
}

export interface Branch {
  m0?: Leaf;
  m1?: Leaf;
  m2?: Leaf;
  m3?: Leaf;
  m4?: Leaf;
  m5?: Leaf;
  m6?: Leaf;
  m7?: Leaf;
  m8?: Leaf;
  m9?: Leaf;
  m10?: Leaf;
  m11?: Leaf;
  m12?: Leaf;
  m13?: Leaf;
  m14?: Leaf;
  m15?: Leaf;
  m16?: Leaf;
  m17?: Leaf;
  m18?: Leaf;
  m19?: Leaf;
  m20?: Leaf;
  m21?: Leaf;
  m22?: Leaf;
  m23?: Leaf;
  m24?: Leaf;
  m25?: Leaf;
  m26?: Leaf;
  m27?: Leaf;
  m28?: Leaf;
  m29?: Leaf;
}

export interface Leaf {
  /** Leaf 0: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m0?: string;
  /** Leaf 1: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m1?: string;
  /** Leaf 2: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m2?: string;
  /** Leaf 3: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m3?: string;
  /** Leaf 4: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m4?: string;
  /** Leaf 5: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m5?: string;
  /** Leaf 6: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m6?: string;
  /** Leaf 7: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m7?: string;
  /** Leaf 8: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m8?: string;
  /** Leaf 9: a sentence that says more than anyone needs, a sentence that says more than anyone needs, a sentence that says more than anyone needs, and then ends. */
  m9?: string;
}
