import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import { expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { kubeConfigOf, restClient } from "../runtime/server.js";
import { loadProject, outcome } from "./program.js";

describeOnServer("server-side apply with generated code", (server) => {
  const rest = restClient(server);

  it("two managers: conflict, force, removal, status, extract and apply again", async () => {
    const { crds, program } = await loadProject();
    const definitions = ApiextensionsClientset.forConfig(kubeConfigOf(server))
      .apiextensionsV1()
      .customResourceDefinitions();
    for (const crd of crds) {
      const { metadata } = await definitions.createOrUpdate(crd);
      await definitions.waitForEstablished(metadata.name);
    }
    expect(await program(rest)).toEqual(outcome);
  });
});
