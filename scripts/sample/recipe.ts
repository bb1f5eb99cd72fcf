/** A program of ours and its arguments. */
export interface RecordedCommand {
  /** Its file in bin/. */
  readonly program: "create-crd-project" | "crd-project";
  readonly args: readonly string[];
  /** Whether it runs in the project or beside it. */
  readonly where: "project" | "parent";
}

/** The answers that sample-project was made with. */
export const recordedCommands: readonly RecordedCommand[] = [
  {
    program: "create-crd-project",
    where: "parent",
    args: [
      "sample-project",
      ...["--group", "example.com"],
      ...["--api-version", "v1"],
      ...["--kind", "Database"],
      ...["--scope", "Namespaced"],
      "--no-status",
      ...["--description", "Databases on Kubernetes: the sample of create-crd-project"],
      ...["--package-manager", "npm"],
      "--no-git",
      "--no-install",
      "--yes",
    ],
  },
  {
    program: "crd-project",
    where: "project",
    args: [
      "apigroup",
      ...["--group", "example.com"],
      ...["--api-version", "v1"],
      ...["--kind", "DatabaseClass"],
      ...["--scope", "Cluster"],
      "--status",
      "--yes",
    ],
  },
];

/** What people wrote after the scaffold, or instead of it. Everything else is as our commands write it. */
export const handWritten: readonly string[] = [
  "config/samples/example.com_v1_database.yaml",
  "config/samples/example.com_v1_databaseclass.yaml",
  "src/apis/example.com/v1/doc.ts",
  "src/apis/example.com/v1/types.ts",
  "src/create-crd.ts",
  "src/crud.ts",
  "src/database-crd.ts",
  "src/watch.ts",
  "test/api.test.ts",
];
