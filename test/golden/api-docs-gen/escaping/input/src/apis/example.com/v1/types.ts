import type { Condition, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
/**
 * Text is a Map<string, A | B> & more &lt; than <script>.
 * From $HOME to $PATH, see <https://example.com/a?b=c> and {@link Spec the spec}.
 *
 * Heading
 * -------
 *
 * # Another
 *
 * - one
 * - two with `a | b` and `<c>`
 *
 * ```yaml
 * # no heading
 * a: <b> | c
 * ```
 *
 * ~~~
 * never closed
 */
export interface Text extends TypeMeta {
  metadata: ObjectMeta;
  spec: Spec;
}

export interface Spec {
  /**
   * One line, and
   * another: a | b, `a | b`, \\| and <b>.
   *
   * A paragraph with a list:
   * - one
   * - two
   *
   * 1. first
   * 2. second
   *
   * ```sh
   * echo a | cat > b
   * ```
   */
  cell: string;
  // +kubebuilder:default="a|b`c"
  /** Escaped \\< and `unclosed. */
  value?: string;
  // +kubebuilder:default={a: "x|y"}
  object?: Record<string, string>;
  /** <!-- no comment --> & &amp; ``two ` ticks``. */
  tail?: "a|b" | "<c>";
  // +k8s:listType=map
  // +k8s:listMapKey=type
  // +k8s:item(type: "Approved|Denied")=+k8s:immutable
  conditions?: Condition[];
}
