import { RestClient } from "crd-runtime";
import { createOrUpdateCRDs } from "crd-runtime/apiextensions/v1";
import { EmbeddedApiServer } from "crd-testing";
import { definitionOf } from "../crd-definitions.js";

// Installs two definitions with the same names on a server in this process, which alone keeps no process alive.
const server = await EmbeddedApiServer.start();
const client = RestClient.forConfig(server.config);
const names = { plural: "gadgets", kind: "Widget" };
for (const spec of [{}, { names }]) {
  const definitions = [definitionOf("taken", spec)];
  const text = await createOrUpdateCRDs({ client, definitions }).then(
    () => "installed",
    (error: unknown) => String(error),
  );
  console.log(text);
}
