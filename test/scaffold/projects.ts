import { expect } from "vitest";
import { planProject } from "../../generators/commands/create-plan.js";
import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import type { KindAnswer, ProjectAnswers } from "../../generators/options/answers.js";
import { loadTool } from "../../generators/tool.js";
import type { Tree } from "../golden/case.js";

const tool = loadTool();

export function kind(name: string, more: Partial<KindAnswer> = {}): KindAnswer {
  return { kind: name, plural: undefined, scope: "Namespaced", status: true, ...more };
}

export function answers(more: Partial<ProjectAnswers> = {}): ProjectAnswers {
  return {
    name: "my-operator",
    description: 'A "quoted" \\ description',
    packageManager: "npm",
    fake: true,
    group: "example.com",
    version: "v1",
    kinds: [kind("Database")],
    ...more,
  };
}

/** Kinds whose names are those of what the files of a project import, declare and call. */
const borrowed = [
  kind("Clientset"),
  kind("Test"),
  kind("Label"),
  kind("Client", { scope: "Cluster" }),
  kind("Fake"),
  kind("FakeClientset"),
  kind("FakeFakeClientset"),
  kind("EmbeddedApiServer", { status: false }),
  kind("RestConfig"),
  kind("KubernetesObject"),
];

/** Answers that make very different projects. */
export const projects: Readonly<Record<string, ProjectAnswers>> = {
  usual: answers(),
  "cluster-scoped": answers({ kinds: [kind("Cluster", { scope: "Cluster" })] }),
  "without status": answers({ kinds: [kind("Database", { status: false })] }),
  "several kinds": answers({
    kinds: [kind("Database"), kind("DB", { plural: "dbs", scope: "Cluster" }), kind("HTTPRoute")],
  }),
  "a plural of its own": answers({ kinds: [kind("Redis", { plural: "redises" })] }),
  "a beta version of a long group": answers({ group: "my-team.example.co.uk", version: "v2beta1" }),
  "a group that begins with a digit": answers({ group: "1st.example.com" }),
  "kinds with the names of modules and variables": answers({ kinds: borrowed }),
  "those without a fake": answers({ kinds: borrowed, fake: false }),
  "without a fake": answers({ fake: false }),
  pnpm: answers({ packageManager: "pnpm" }),
  yarn: answers({ packageManager: "yarn" }),
  bun: answers({ packageManager: "bun" }),
};

/** The files of a new project. */
export async function contentsOf(given: ProjectAnswers): Promise<Tree> {
  const { generated, diagnostics } = await planProject({ answers: given, tool });
  expect(formatDiagnostics({ diagnostics, textOf: () => undefined })).toBe("");
  return new Map(generated.map(({ path, content }) => [path, content]));
}
