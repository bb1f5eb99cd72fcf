import { type Files, FilesError, isTemporary, nameOf, walk } from "../files.js";

/** Removes staged files that a killed run left: whoever holds the lock is the only one who stages. */
export function sweep(input: { readonly files: Files; readonly folders: readonly string[] }): void {
  const { files, folders } = input;
  for (const folder of folders) {
    for (const path of walk({ files, folder, onError: () => undefined })) {
      if (isTemporary(nameOf(path))) {
        try {
          files.remove(path);
        } catch (error) {
          if (!(error instanceof FilesError)) {
            throw error;
          }
        }
      }
    }
  }
}
