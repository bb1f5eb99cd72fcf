import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import { CoreClientset } from "crd-runtime/core/v1";
import { expect, it } from "vitest";
import { runtime } from "../../scripts/builtin-kinds/checked-in.js";
import { readDocuments } from "../../scripts/builtin-kinds/documents.js";
import { builtinGroups, typesFolder } from "../../scripts/builtin-kinds/groups.js";
import { typesText, versionOf } from "../../scripts/builtin-kinds/types.js";
import { loadProject } from "../apply/program.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { kubeConfigOf, restClient } from "../runtime/server.js";
import { allDefinition } from "./all.js";
import { outcome } from "./outcome.js";
import { deploy } from "./program.js";

describeOnServer("built-in kinds", (server) => {
  const rest = restClient(server);

  it("are those of the API server; else run 'npm run builtin-kinds'", async ({ skip }) => {
    const documents = await readDocuments(kubeConfigOf(server));
    const texts = builtinGroups.map((group) => ({
      group,
      text: readFileSync(join(runtime, typesFolder(group), "types.ts"), "utf8"),
    }));
    const version = versionOf(texts[0]?.text ?? "");
    if (version !== documents.version) {
      skip(`the types are those of ${version}, and this is ${documents.version}`);
    }
    for (const { group, text } of texts) {
      expect(typesText({ documents, group }), group.name).toBe(text);
    }
  });

  it("their types are members of users' kinds, and they are watched beside it", async () => {
    const { crds, program } = await loadProject("builtin-kinds");
    const definitions = ApiextensionsClientset.forConfig(kubeConfigOf(server))
      .apiextensionsV1()
      .customResourceDefinitions();
    for (const crd of [...crds, await allDefinition()]) {
      const { metadata } = await definitions.createOrUpdate(crd);
      await definitions.waitForEstablished(metadata.name);
    }
    expect(await program(rest)).toEqual(outcome);
  });

  it("a Deployment is created, applied, scaled and seen by an informer", async () => {
    const namespace = "builtin-kinds";
    await new CoreClientset(rest)
      .coreV1()
      .namespaces()
      .create({ metadata: { name: namespace } });
    expect(await deploy({ rest, namespace })).toEqual({
      replicas: 1,
      strategy: {
        type: "RollingUpdate",
        rollingUpdate: { maxSurge: "25%", maxUnavailable: "25%" },
      },
      protocol: "TCP",
      events: ["add web", "update 1 2", "update 3 2"],
      images: ["web:1", "proxy:1"],
      listed: ["web"],
      scale: 3,
    });
  });
});
