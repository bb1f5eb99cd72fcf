import { it } from "vitest";
import { serverVerdicts } from "../../../packages/crd-runtime/test/schema/cel/server-verdicts.js";
import {
  parseTable,
  readTable,
  tableNames,
  tablePath,
  withVerdicts,
} from "../../../packages/crd-runtime/test/schema/cel/table.js";
import { describeOnServer } from "../../controlplane/fixture.js";
import { restClient } from "../../runtime/server.js";

describeOnServer("the verdicts of the tables", (server) => {
  const rest = restClient(server);

  it.concurrent.for(tableNames)("%s are the server's", async (table, { expect }) => {
    const text = readTable(table);
    const verdicts = await Promise.all(
      parseTable(text).map((block, index) =>
        serverVerdicts({ rest, name: `${table.replace(/\..*/, "")}${index}`, block }),
      ),
    );
    // `vitest --update` writes the answers down.
    const asked = withVerdicts({ text, verdicts: verdicts.flat() });
    await expect(asked).toMatchFileSnapshot(tablePath(table));
  });
});
