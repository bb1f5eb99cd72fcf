import { describe, expect, it } from "vitest";
import { MutationDetector } from "../../src/informers/mutation-detector.js";
import { type Thing, thing } from "../cache/objects.js";
import { FakeClock } from "../fake-clock.js";
import { makeInformer } from "./run-informer.js";

function detectorOf() {
  const clock = new FakeClock();
  const messages: string[] = [];
  const detector = new MutationDetector({
    clock,
    onMutation: (message) => messages.push(message),
  });
  detector.start();
  return { clock, detector, messages };
}

describe("the mutation detector", () => {
  it.each<[string, (object: Thing) => void]>([
    ["spec.value", (object) => Object.assign(object.spec ?? {}, { value: 2 })],
    [
      "metadata.labels.tier",
      (object) => Object.assign(object.metadata.labels ?? {}, { tier: "web" }),
    ],
    ["metadata.labels", (object) => Reflect.deleteProperty(object.metadata, "labels")],
    ["status", (object) => Object.assign(object, { status: {} })],
  ])("says once which object was changed at %s", async (path, mutate) => {
    const { clock, detector, messages } = detectorOf();
    const object = thing({ name: "a", value: 1, labels: { tier: "db" } });
    detector.add(object);
    detector.add(thing({ name: "b" }));
    await clock.advance(5_000);
    expect(messages).toEqual([]);
    mutate(object);
    await clock.advance(5_000);
    const said = `the cached object default/a was mutated at ${path}: copy objects before changing them`;
    expect(messages).toEqual([said]);
    detector.stop();
    expect(clock.timers).toEqual([]);
  });

  it("looks after objects for two to four minutes, and once more when it stops", async () => {
    const { clock, detector, messages } = detectorOf();
    const objects = ["early", "late", "last"].map((name) => thing({ name }));
    const [early, late, last] = objects;
    if (early !== undefined) detector.add(early);
    await clock.advance(119_000);
    if (late !== undefined) detector.add(late);
    await clock.advance(121_500);
    if (last !== undefined) detector.add(last);
    for (const object of objects) object.metadata.labels = {};
    detector.stop();
    expect(messages).toEqual([
      "the cached object default/last was mutated at metadata.labels: copy objects before changing them",
    ]);
  });
});

// client-go: TestMutationDetector
it("an informer names itself and the object that was mutated", async () => {
  const { informer, source, clock, errors, start, stop } = makeInformer({ detectMutations: true });
  source.put(thing({ name: "a", value: 1 }));
  informer.addEventHandler({
    onAdd: (object) => {
      Object.assign(object.spec ?? {}, { value: 2 });
    },
  });
  await start();
  expect(errors).toEqual([]);
  await clock.advance(1_000);
  source.put(thing({ name: "b", value: 1 }));
  await clock.settle();
  await stop();
  await clock.settle();
  expect(errors.map((error) => error.message)).toEqual(
    ["a", "b"].map(
      (name) =>
        `informer things.v1.example.com: the cached object default/${name} was mutated at spec.value: copy objects before changing them`,
    ),
  );
  expect(clock.timers).toEqual([]);
});
