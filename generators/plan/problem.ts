import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { errorCode } from "../files/error.js";
import type { FilesError } from "../files.js";

/** What the file system refused, as a diagnostic with path, cause and fix. */
export function fileProblem(error: FilesError): Diagnostic {
  const { path: where, operation } = error;
  const path = where === "" ? "." : where;
  switch (error.reason) {
    case "access":
      return diagnostic("file/access", { path, operation });
    case "readOnly":
      return diagnostic("file/read-only", { path, operation });
    case "full":
      return diagnostic("file/disk-full", { path });
    case "isFolder":
      return diagnostic("file/is-folder", { path });
    case "notFolder":
      return diagnostic("file/not-folder", { path });
    case "outside": {
      const hint = typeof error.cause === "string" ? `it leads to ${error.cause}` : undefined;
      return diagnostic("file/outside-project", { path }, { hint });
    }
    case "dangling":
      return diagnostic("file/dangling-link", { path });
    case "encoding":
      return diagnostic("file/encoding", { path });
    case "other": {
      const problem = errorCode(error.cause) ?? error.message;
      return diagnostic("file/io", { path, operation, problem });
    }
  }
}
