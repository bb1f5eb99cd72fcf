import { type Files, FilesError } from "../files.js";

/** Reads source text for code frames; what cannot be read gets none. */
export function textReader(files: Files): (path: string) => string | undefined {
  return (path) => {
    try {
      return files.read(path);
    } catch (error) {
      if (error instanceof FilesError) {
        return undefined;
      }
      throw error;
    }
  };
}
