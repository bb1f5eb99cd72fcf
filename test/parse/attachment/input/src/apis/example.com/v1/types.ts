// Copyright of somebody else.

import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

//+genclient


//   +genclient:noStatus


/* +kubebuilder:subresource:status */

/**
 * Database describes a database.
 * It has two paragraphs.
 *
 * The second one, with a list:
 *   - one
 *   - two
 *
 * +k8s:deepcopy-gen:interfaces=runtime.Object
 *
 * ```
 * +genclient:readonly
 * ```
 */
// This line comment does not describe it.
/// +kubebuilder:storageversion
export interface Database extends TypeMeta {
  metadata: ObjectMeta; // Not for spec.
  spec: string; /* Not for status. */
  /** Status is */ status?: string;

  // Line comments directly above
  // describe a member. +not-a-tag
  lines: string;

  // This one is too far away.

  far: string;
  // eslint-disable-next-line
  // biome-ignore lint: no
  directives: string;
  /** first */
  /** second */
  twice: string;
  /**/ none: string;
  nested: {
    // Deep is deep.
    deep: string;
  };
  /** +nullable
   *  after */
  mixed: string | null;
  text: "// +genclient" | "/* +x */";
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list. */ export interface DatabaseList extends TypeMeta { metadata: ListMeta; items: Database[] }

// Helper is not exported, and its comments are its own.
function helper(): string {
  // +whatever stands here is code
  return `// +genclient ${"+x"}`;
}

export const pattern = /\/\/ +genclient/;

// +k8s:deepcopy-gen=false
// Alias is described by the lines
// above it.
export type Alias = string;

/**
 * Fenced ends in a fence that does not close:
 *
 * ```yaml
 * fenced: true
 *
 * +k8s:deepcopy-gen=false
 */
export interface Fenced {
  fenced: boolean;
}
