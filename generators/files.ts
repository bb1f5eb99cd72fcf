/** One file of the project, as read from disk (BOM and line ends kept). */
export interface SourceFile {
  /** Posix path from the project's root. */
  readonly path: string;
  readonly text: string;
}
