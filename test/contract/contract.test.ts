import { beforeAll, describe, expect, it } from "vitest";
import { topics } from "./cases/index.js";
import { compare, show } from "./harness/compare.js";
import { exceptions } from "./harness/exceptions.js";
import { isOmission } from "./harness/omissions.js";
import { type Recording, readRecording } from "./harness/recording.js";
import { runTopics } from "./harness/run-topic.js";
import { embeddedServer } from "./servers.js";

describe.each(topics)("the embedded server answers as the real one: $name", (topic) => {
  const recorded = readRecording(topic.name);
  let answers: Recording = {};
  beforeAll(async () => {
    const server = await embeddedServer();
    const recordings = await runTopics({ topics: [topic], server, token: "embedd" });
    answers = recordings.get(topic.name) ?? {};
    await server.close();
  });

  it.each(Object.keys(topic.cases))("%s", (title) => {
    const expected = recorded[title] ?? [];
    const found = compare({ expected, actual: answers[title] ?? [], exceptions });
    const differences = found.filter(
      (difference) => !isOmission({ topic: topic.name, difference }),
    );
    expect(differences.map(show).join("\n")).toBe("");
  });
});
