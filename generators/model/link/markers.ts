import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import type { MarkersSyntax, TagSyntax } from "../syntax.js";
import { isProjectTag, splitTag } from "../tags/index.js";
import { isApiSource, unreadFor } from "./folders.js";
import { placeOf, type Report } from "./report.js";
import { linkTags } from "./tags.js";

/** Where kubebuilder puts code in; no generator reads them. */
const scaffolds = /^kubebuilder:scaffold:/;

/**
 * The markers for the whole project, by file and place. What else is written like a marker of controller-gen is reported, except in
 * files of API types, which are linked with their tags.
 */
export function linkMarkers(input: {
  /** Sorted by path. */
  readonly files: readonly MarkersSyntax[];
  /** Folder of the API types. */
  readonly apis: string;
}): { readonly markers: readonly Tag[]; readonly diagnostics: readonly Diagnostic[] } {
  const { files, apis } = input;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (one) => void diagnostics.push(one);
  const place = { target: "anywhere", where: "here" } as const;
  const markers = files.flatMap((file) => {
    const { path } = file;
    const isApi = isApiSource({ path, apis });
    const tags = file.tags.filter((tag) => {
      if (isProjectTag(tag.text)) return true;
      if (isApi || scaffolds.test(tag.text)) return false;
      const { entry } = splitTag(tag.text);
      // Those of a file that should have been one of API types are reported as a whole.
      if (entry !== undefined && unreadFor({ path, apis }) === undefined) {
        report(misplaced({ file, tag, name: entry.name, apis }));
      }
      return entry === undefined;
    });
    return linkTags({ tags, place, file, report });
  });
  return { markers, diagnostics };
}

/** A tag of API types, which nothing reads elsewhere. */
function misplaced(input: {
  readonly file: MarkersSyntax;
  readonly tag: TagSyntax;
  readonly name: string;
  readonly apis: string;
}): Diagnostic {
  const { file, tag, name, apis } = input;
  const span = placeOf(file, tag.span);
  const hint = `it belongs in a version folder of ${apis}`;
  return diagnostic(
    "tag/misplaced",
    { tag: `+${name}`, place: "outside of API types" },
    { span, hint },
  );
}
