import { expect, it } from "vitest";
import { runProject } from "../golden/run.js";

const marker = (resource: string): string =>
  `// +kubebuilder:rbac:groups=example.com,resources=${resource},verbs=get\nexport {};\n`;

it("reads markers of code beside client code that is generated in the folder of all code", async () => {
  const { files } = await runProject({
    generator: "rbac-gen",
    project: new Map([
      ["crd-project.json", JSON.stringify({ version: "0.1.0", client: "src" })],
      ["src/main.ts", marker("queues")],
      ["src/operator/reconciler.ts", marker("topics")],
      ["src/clientset/clientset.ts", marker("generated")],
    ]),
  });
  const role = files.get("config/rbac/role.yaml");
  expect(role?.match(/- (?:queues|topics|generated)/g)).toEqual(["- queues", "- topics"]);
});
