import {
  type Diagnostic,
  lineStarts,
  type SourceSpan,
  sortDiagnostics,
} from "../diagnostics/index.js";
import { EditedFiles, type Files } from "../files.js";
import { applyPlan } from "./apply.js";
import type { Change } from "./plan.js";
import { type RegenerateRequest, regenerate } from "./regenerate.js";

/** One correction may bring the next mistake of a tag to light: name, then argument, then value. */
const maxRounds = 5;

/** What was written into the sources, or would be. */
export interface FixOutcome {
  readonly changes: readonly Change[];
  /** Corrections in them. */
  readonly count: number;
  /** What the file system refused. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes into the sources what diagnostics can mend by themselves; a dry run only says what that is. */
export async function fixSources(
  request: Pick<RegenerateRequest, "files" | "tool" | "lock"> & { readonly isDry: boolean },
): Promise<FixOutcome> {
  const { tool, lock, isDry } = request;
  const edited = new EditedFiles(request.files);
  const files = isDry ? edited : request.files;
  const done = new Map<string, Change>();
  let count = 0;
  for (let round = 0; round < maxRounds; round++) {
    const found = await regenerate({ files, tool, lock, mode: "plan", groups: [] });
    const { changes, edits } = corrections({ files, diagnostics: found.diagnostics });
    if (changes.length === 0) break;
    for (const change of changes) {
      const { before } = done.get(change.path) ?? change;
      done.set(change.path, { ...change, before });
      edited.edit({ path: change.path, content: change.after });
    }
    count += edits;
    if (isDry) continue;
    const plan = { create: [], update: changes, unchanged: [], stale: [] };
    const diagnostics = applyPlan({ files, plan });
    if (diagnostics.length > 0) return { changes: [...done.values()], count, diagnostics };
  }
  return { changes: [...done.values()], count, diagnostics: [] };
}

type Correction = Change & { readonly after: string };

interface Edit {
  readonly span: SourceSpan;
  readonly replacement: string;
}

function corrections(input: {
  readonly files: Files;
  readonly diagnostics: readonly Diagnostic[];
}): { readonly changes: readonly Correction[]; readonly edits: number } {
  const byFile = new Map<string, Edit[]>();
  for (const { span, replacement } of sortDiagnostics(input.diagnostics)) {
    if (span === undefined || replacement === undefined) continue;
    byFile.set(span.file, [...(byFile.get(span.file) ?? []), { span, replacement }]);
  }
  let count = 0;
  const changes = [...byFile].flatMap(([path, edits]): readonly Correction[] => {
    const before = input.files.read(path);
    if (before === undefined) return [];
    const { text, applied } = edited({ text: before, edits });
    count += applied;
    return [{ path, owner: "user", before, after: text }];
  });
  return { changes, edits: count };
}

/** From the end, so that earlier places stay; of two that overlap the first is left for the next round. */
function edited(input: { readonly text: string; readonly edits: readonly Edit[] }): {
  readonly text: string;
  readonly applied: number;
} {
  const starts = lineStarts(input.text);
  let { text } = input;
  let end = text.length;
  let applied = 0;
  for (const { span, replacement } of input.edits.toReversed()) {
    const start = (starts[span.line - 1] ?? 0) + span.column - 1;
    if (start + span.length > end) continue;
    text = text.slice(0, start) + replacement + text.slice(start + span.length);
    end = start;
    applied++;
  }
  return { text, applied };
}
