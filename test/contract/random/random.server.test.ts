import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnOwnServer } from "../../controlplane/own-server.js";
import type { Closable, ContractServer } from "../harness/contract-server.js";
import { embeddedServer, realServer, runToken } from "../servers.js";
import { Pair } from "./differ.js";
import { reports } from "./reports.js";

// Some answers tell how revisions follow each other, between which nobody else may write.
describeOnOwnServer({ title: "random sequences" }, (controlPlane) => {
  const opened: Closable[] = [];
  const keep = <T extends Closable>(one: T): T => {
    opened.unshift(one);
    return one;
  };
  let real: ContractServer;
  beforeAll(() => {
    real = keep(realServer(controlPlane().kubeconfigPath));
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
  });

  it("mean the same to a server each time", async () => {
    const pair = keep(await Pair.open({ expected: real, actual: real, token: runToken() }));
    expect(await reports({ pair, seeds: 5 })).toBe("");
  });

  it("of 10,000 requests mean the same to both servers", { timeout: 600_000 }, async () => {
    const embedded = keep(await embeddedServer());
    const pair = keep(await Pair.open({ expected: real, actual: embedded, token: runToken() }));
    expect(await reports({ pair, seeds: 100 })).toBe("");
  });
});
