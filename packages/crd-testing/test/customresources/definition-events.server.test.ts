import { expect, it } from "vitest";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import { type SeenEvent, TestApiServer } from "./api-server.js";
import { definition } from "./definitions.js";
import { RealApiServer } from "./real-api-server.js";
import { told } from "./told.js";

const path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const group = "events.crd-testing.example.com";
const foos = definition({ group, plural: "foos", kind: "Foo", shortNames: ["fo"] });
const bars = definition({
  group,
  plural: "bars",
  kind: "Foo",
  singular: "foo",
  shortNames: ["fo", "ba"],
});

function nameOf({ object }: SeenEvent): string {
  return (object["metadata"] as { name: string }).name;
}

function concerns(event: SeenEvent): boolean {
  return nameOf(event).endsWith(`.${group}`);
}

/** What the real server says while it has just been told to serve something else; a matter of milliseconds. */
function isPassing(text: string): boolean {
  return text.includes("InstanceDeletionFailed");
}

describeOnServer("events of definitions on both servers", (server) => {
  it("are the same, in the same order", async () => {
    const real = new RealApiServer(server.kubeconfigPath);
    const list = await real.call({ method: "GET", path: `${path}?limit=1` });
    const { resourceVersion } = list.body["metadata"] as { resourceVersion: string };
    const until = (isLast: (text: string) => boolean): Promise<readonly SeenEvent[]> =>
      real.watch({
        path,
        resourceVersion,
        isLast: (event) => concerns(event) && isLast(told(event)),
      });

    await real.call({ method: "POST", path, body: foos });
    await until((text) => text.includes("Established=True"));
    await real.call({ method: "POST", path, body: bars });
    await until((text) => text.includes("ListKindConflict"));
    await real.call({ method: "DELETE", path: `${path}/foos.${group}` });
    await until((text) => text.startsWith("MODIFIED bars") && text.includes("Established=True"));
    await real.call({ method: "DELETE", path: `${path}/bars.${group}` });
    const seen = await until((text) => text.startsWith("DELETED bars"));

    const ours = new TestApiServer();
    const events = ours.events("customresourcedefinitions.apiextensions.k8s.io");
    await ours.post(path, foos);
    await ours.post(path, bars);
    await ours.delete(`${path}/foos.${group}`);
    await ours.delete(`${path}/bars.${group}`);

    const texts = seen.filter(concerns).map(told);
    expect(events().map(told)).toEqual(withoutRetries(texts));
  });
});

/** Without what failed and was done again. */
function withoutRetries(texts: readonly string[]): readonly string[] {
  return texts.filter((text, index) => !isPassing(text) && !isPassing(texts[index - 1] ?? ""));
}
