/** Something to import: a value that a view holds and a template prints with `{{ref symbol}}`. */
export interface ImportSymbol {
  readonly name: string;
  /** Package specifier, or project file as a posix path from the root with its `.ts` extension. */
  readonly module: string;
  readonly moduleKind: "package" | "file";
  /** Imported with `import type`, unless the file also needs the name as a value. */
  readonly typeOnly: boolean;
  /** Local name where its own is no free one; without it the folder or package stands in front. */
  readonly alias?: string;
}

export interface RenderRequest {
  /** Template below templates/, without `.hbs`: `lister-gen/lister.ts`. */
  readonly template: string;
  /** Posix path of the file from the project's root: relative imports are computed from it. */
  readonly path: string;
  /** Name of the generator for the header line; undefined for a file without the header (user-owned). */
  readonly generator: string | undefined;
  readonly view: object;
}

/** The template engine as generators see it. */
export interface Render {
  /**
   * Renders a TypeScript module: header, merged and sorted imports of every symbol the template printed, body.
   * Two different symbols of one name get an alias (`v1_Database`) in order of their modules.
   */
  module(request: RenderRequest): string;
  /** Renders any other text: header comment in the file's own syntax, body; no imports. */
  text(request: RenderRequest): string;
}
