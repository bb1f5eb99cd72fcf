import { FilesError } from "./error.js";

/** Folder part of a posix path; "" for a file in the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

/** Last part of a posix path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Posix path of an entry of a folder; the root is "". */
export function joinPath(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/**
 * Checks that a path can be one of the project: relative, posix, without `.` and `..`.
 *
 * @throws {FilesError} reason `outside`
 */
export function checkPath(path: string): string {
  const parts = path.split("/");
  const wrong = path.includes("\\") || path.includes("\0") || /^[A-Za-z]:/.test(path);
  if (
    path !== "" &&
    (wrong || parts.some((part) => part === "" || part === "." || part === ".."))
  ) {
    throw new FilesError({
      reason: "outside",
      path,
      operation: "use",
      message: `'${path}' is not a path inside the project`,
    });
  }
  return path;
}

/** Name of a staged file: short, hidden, tells its process. */
export function temporaryName(input: { readonly pid: number; readonly counter: number }): string {
  return `.${input.pid}-${input.counter}.crd-tmp`;
}

/** A staged file that a run left behind. */
export function isTemporary(name: string): boolean {
  return /^\.\d+-\d+\.crd-tmp$/.test(name);
}
