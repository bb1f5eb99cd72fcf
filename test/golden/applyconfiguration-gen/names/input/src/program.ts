import type { RestClient } from "crd-runtime";
import * as configurations from "./client/applyconfigurations/example.com/v1.js";
import {
  extractTask,
  extractTaskFrom,
  extractTaskScale,
  extractTaskStatus,
  extractTaskStatusSubresource,
  inheritedApplyConfiguration,
  scaleApplyConfiguration,
  taskApplyConfiguration,
  taskSpec2ApplyConfiguration,
  taskSpecApplyConfiguration,
} from "./client/applyconfigurations/example.com/v1.js";
import { Clientset } from "./client/clientset/clientset.js";

/** Names that collide, and an extension method that applies. */
export async function program(input: { readonly rest: RestClient }): Promise<unknown> {
  const tasks = new Clientset(input.rest).exampleV1().tasks("default");
  const task = taskApplyConfiguration("one", "default")
    .withSpec(taskSpec2ApplyConfiguration().withName("x"))
    .withStatus(taskSpecApplyConfiguration().withDone(true))
    .withLabels("of", "its", "own")
    .withInherited(
      inheritedApplyConfiguration()
        .withConstructor("a")
        .withToString("b", "c")
        .withValueOf({ d: "e" })
        .withHasOwnProperty({ path: "f" })
        .with__proto__("g"),
    )
    .withMetadata({ labels: { a: "1" } });
  const applied = await tasks.apply(task, { fieldManager: "me" });
  await tasks.applyStatus(task, { fieldManager: "me", force: true });
  await tasks.applyScale("one", scaleApplyConfiguration().withSpec({ replicas: 2 }), {
    fieldManager: "me",
  });
  return [
    extractTask(applied, "me"),
    extractTaskStatusSubresource(applied, "me"),
    extractTaskScale(applied, "me"),
    extractTaskFrom(applied, "me", "other"),
    extractTaskStatus({ metadata: { name: "status" } }, "me"),
    Object.keys(configurations).filter((name) => name.startsWith("extractRoute")),
  ];
}
