import type { Tree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

/** A document, as far as tests look into it. */
export interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: object;
  readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>> };
}

/** What openapi-gen writes for a project, by path, and what it reports. */
export async function documentsOf(input: {
  /** types.ts of example.com/v1. */
  readonly source?: string;
  /** Further files, and other texts of those that there are. */
  readonly more?: Tree;
}): Promise<{ readonly files: Tree; readonly report: string }> {
  const { source, more = new Map() } = input;
  const directory = "src/apis/example.com/v1";
  const doc = "// +k8s:openapi-gen=true\n// +groupName=example.com\nexport {};\n";
  const own =
    source === undefined
      ? []
      : [[`${directory}/doc.ts`, doc] as const, [`${directory}/types.ts`, source] as const];
  return await runProject({ project: new Map([...own, ...more]), generator: "openapi-gen" });
}

/** The document of example.com/v1, or of the path that is named. */
export function documentOf(
  input: { readonly files: Tree; readonly report: string },
  path = "config/openapi/example.com_v1.json",
): Document {
  const text = input.files.get(path);
  if (text === undefined) throw new Error(`there is no ${path}; ${input.report}`);
  const document: Document = JSON.parse(text);
  return document;
}
