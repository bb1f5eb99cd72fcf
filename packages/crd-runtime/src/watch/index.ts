export type { BookmarkObject, WatchEvent } from "./event.js";
