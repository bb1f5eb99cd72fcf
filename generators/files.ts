export { EditedFiles } from "./files/edited.js";
export { FilesError, type FilesErrorReason } from "./files/error.js";
export { sha256 } from "./files/hash.js";
export {
  acquireLock,
  type Lock,
  type LockHolder,
  type LockOptions,
  type LockOutcome,
} from "./files/lock.js";
export {
  createMemoryFiles,
  type Fault,
  Killed,
  type MemoryFiles,
  type Step,
} from "./files/memory.js";
export { createNodeFiles } from "./files/node.js";
export { folderOf, isTemporary, joinPath, nameOf } from "./files/paths.js";
export type { FileEntry, FileStat, Files, SourceFile, StagedFile } from "./files/port.js";
export { RememberedFiles } from "./files/remembered.js";
export { isSettled } from "./files/settled.js";
export { walk } from "./files/walk.js";
export { type FolderWatcher, type MakeWatcher, watchFolders } from "./files/watch.js";
