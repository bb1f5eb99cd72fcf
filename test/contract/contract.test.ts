import { beforeAll, describe, expect, it } from "vitest";
import { topics } from "./cases/index.js";
import { compare, show } from "./harness/compare.js";
import { exceptions } from "./harness/exceptions.js";
import { isOmission } from "./harness/omissions.js";
import { type Recording, readRecording } from "./harness/recording.js";
import { runTopics } from "./harness/run-topic.js";
import { type Door, embeddedServer } from "./servers.js";

const doors: readonly Door[] = ["direct", "HTTPS"];
const runs = topics.flatMap((topic) => doors.map((door) => ({ topic, name: topic.name, door })));

describe.each(runs)(
  "the embedded server answers as the real one: $name, $door",
  ({ topic, door }) => {
    const recorded = readRecording(topic.name);
    let answers: Recording = {};
    beforeAll(async () => {
      const server = await embeddedServer(door);
      const recordings = await runTopics({ topics: [topic], server, token: "embedd" });
      answers = recordings.get(topic.name) ?? {};
      await server.close();
    });

    // Node refuses other methods than those it knows, and ends the connection, before a server sees them.
    const titles = Object.keys(topic.cases).filter(
      (title) => door === "direct" || title !== "needs a method of HTTP",
    );

    it.each(titles)("%s", (title) => {
      const expected = recorded[title] ?? [];
      const found = compare({ expected, actual: answers[title] ?? [], exceptions });
      const differences = found.filter(
        (difference) => !isOmission({ topic: topic.name, difference }),
      );
      expect(differences.map(show).join("\n")).toBe("");
    });
  },
);
