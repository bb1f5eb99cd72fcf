import { entriesOf } from "./entry.js";

/** Tags that only this project has. */
export const crdProjectTags = entriesOf({ tool: "crd-project" }, [
  {
    name: "crd-project:plainNumber",
    since: "create-crd-project 0.1",
    readBy: ["model"],
    targets: ["package", "type", "member"],
    description: "Plain number is meant: no warning that names int32, int64 and double.",
    example: "+crd-project:plainNumber",
  },
]);
