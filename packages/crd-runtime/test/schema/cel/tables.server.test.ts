import { it } from "vitest";
import { describeOnServer } from "../../../../../test/controlplane/fixture.js";
import { restClient } from "../../../../../test/runtime/server.js";
import { serverVerdicts } from "./server-verdicts.js";
import { parseTable, readTable, tableNames, tablePath, withVerdicts } from "./table.js";

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
