import { beforeAll, describe, expect, it } from "vitest";
import { describeOnOwnServer } from "../controlplane/own-server.js";
import { topics } from "./cases/index.js";
import { compare, show } from "./harness/compare.js";
import { type Recording, readRecording } from "./harness/recording.js";
import { runTopics } from "./harness/run-topic.js";
import { realServer, runToken } from "./servers.js";

// Recorded answers are the specification of the embedded server: they must be what a real one says today. Some tell how
// revisions follow each other, between which nobody else may write.
describeOnOwnServer({ title: "recorded answers" }, (controlPlane) => {
  let recordings: ReadonlyMap<string, Recording> = new Map();
  beforeAll(async () => {
    const server = realServer(controlPlane().kubeconfigPath);
    try {
      recordings = await runTopics({ topics, server, token: runToken() });
    } finally {
      await server.close();
    }
  });

  describe.each(topics)("$name", ({ name, cases }) => {
    const recorded = readRecording(name);
    it("are those of these cases", () => {
      expect(Object.keys(recorded), `run npm run contract -- --record ${name}`).toEqual(
        Object.keys(cases),
      );
    });
    it.each(Object.keys(cases))("%s", (title) => {
      const actual = recordings.get(name)?.[title] ?? [];
      const found = compare({ expected: recorded[title] ?? [], actual, exceptions: [] });
      expect(
        found.map(show).join("\n"),
        `the real server answers otherwise: run npm run contract -- --record ${name}`,
      ).toBe("");
    });
  });
});
