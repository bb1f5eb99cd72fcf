import { entries } from "./entry.js";

/** Reading and writing the project's files. */
export const file = entries({
  "file/access": {
    severity: "error",
    message: "no permission to {operation} '{path}'",
    cause: "The operating system refuses it to the user that runs this command.",
    fix: "Correct the owner or the mode of the file and of its folder (often left by a run as root), and run again.",
  },
  "file/read-only": {
    severity: "error",
    message: "cannot {operation} '{path}': the file system is read-only",
    cause: "The project lies on a file system that is mounted without write access.",
    fix: "Mount it writable, or run on a copy of the project; 'plop verify' needs no write access.",
  },
  "file/disk-full": {
    severity: "error",
    message: "no space left to write '{path}'",
    cause:
      "The disk or the quota is full. Every file is still the old one or already the new one, none is cut off.",
    fix: "Free some space and run the same command again: it completes what is missing.",
  },
  "file/is-folder": {
    severity: "error",
    message: "'{path}' is a folder, and a file has to stand there",
    cause: "Folders are never replaced.",
    fix: "Rename or remove the folder.",
  },
  "file/not-folder": {
    severity: "error",
    message: "'{path}' needs a folder where a file stands",
    cause: "A part of the path is a file, and files are not replaced by folders.",
    fix: "Rename or remove the file.",
  },
  "file/outside-project": {
    severity: "error",
    message: "'{path}' leads out of the project",
    cause:
      "The path, or a symlink on it, ends outside the project's folder. Only files inside are read and written.",
    fix: "Replace the symlink by a real file or folder, or correct the path in crd-project.json.",
  },
  "file/dangling-link": {
    severity: "error",
    message: "'{path}' is a symlink to nothing",
    cause:
      "What it leads to was moved or removed. Read as an absent file, it would take everything with it that is generated from the types behind it.",
    fix: "Let the symlink lead to the file or folder again, or remove it.",
  },
  "file/encoding": {
    severity: "error",
    message: "'{path}' is not UTF-8 text",
    cause: "Its bytes would not survive reading and writing, so it is left alone.",
    fix: "Save the file as UTF-8.",
  },
  "file/io": {
    severity: "error",
    message: "cannot {operation} '{path}': {problem}",
    cause: "The operating system reported this error.",
    fix: "Remove the reason and run again; nothing is half written.",
  },
  "file/foreign": {
    severity: "error",
    message: "'{path}' is in the way of a generated file",
    cause:
      "The file does not start with the header of create-crd-project, so it may be yours and is not overwritten.",
    fix: "Move it elsewhere; if it is an old generated file, remove it. Then run again.",
  },
  "file/not-read": {
    severity: "error",
    skippable: true,
    message: "'{path}' has {what}, and is not read for API types",
    cause:
      "API types are read from the files with the extension .ts directly in a folder <group>/<version> below that of the API types (src/apis). Nothing is generated from what stands above or below such a folder, or in its .mts, .cts, .tsx and .d.ts files.",
    fix: "Rename or move the file so that it is read; if its types are no part of the API, remove the tags, or move it elsewhere.",
  },
  "file/collision": {
    severity: "error",
    message: "{first} and {second} both generate '{path}'",
    cause: "One file cannot have two contents.",
    fix: "Change one of the names or folders from which the path is made, in the types or in crd-project.json.",
  },
  "file/case-clash": {
    severity: "error",
    message: "'{path}' and '{other}' differ only in upper and lower case",
    cause: "On macOS and Windows they are the same file.",
    fix: "Rename one of them.",
  },
  "file/changed": {
    severity: "error",
    message: "'{path}' changed while this command ran",
    cause: "Writing now would lose that change.",
    fix: "Run the command again.",
  },
  "file/locked": {
    severity: "error",
    message: "another run works on this project ({holder})",
    cause:
      "Two runs that write at once could mix their results, so the second one waits, and gives up after a while.",
    fix: "Wait for the other run. If there is none, remove the lock file that the message names.",
  },
});
