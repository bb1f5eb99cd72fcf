/** A controller. */
export class DatabaseController {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Reconciles a Database.
   *
   * +kubebuilder:rbac:groups=example.com,resources=databases,verbs=get
   */
  reconcile(): string {
    // +kubebuilder:rbac:groups=example.com,resources=databases/status,verbs=update
    const kind = "Database"; // +kubebuilder:rbac:groups="",resources=pods,verbs=get
    return `${this.#name} ${
      /* +kubebuilder:rbac:groups=apps,resources=deployments,verbs=get */ kind
    }`;
  }

  // +kubebuilder:rbac:groups=batch,resources=jobs,verbs=get
}

/* Not markers:
 *
 * ```ts
 * +kubebuilder:rbac:groups=fence,resources=fences,verbs=get
 * ```
 */
// // +kubebuilder:rbac:groups=outcommented,resources=none,verbs=get
// A role: +kubebuilder:rbac:groups=text,resources=texts,verbs=get
export const text = "// +kubebuilder:rbac:groups=string,resources=strings,verbs=get";
export const template = `
// +kubebuilder:rbac:groups=template,resources=templates,verbs=get
`;
// +kubebuilder:scaffold:imports
