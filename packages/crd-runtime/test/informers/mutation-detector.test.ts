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

  // client-go constant: mutation detector period
  it("looks once a second", async () => {
    const { clock, detector, messages } = detectorOf();
    const object = thing({ name: "a" });
    detector.add(object);
    object.metadata.labels = {};
    await clock.advance(999);
    expect(messages).toHaveLength(0);
    await clock.advance(1);
    expect(messages).toHaveLength(1);
    detector.stop();
  });

  // client-go constant: mutation detector retention
  it.each([
    [
      "looks after an object for four minutes if it came at the start of two, at the stop, too",
      0,
      239_000,
      1,
    ],
    ["no longer", 0, 241_000, 0],
    ["and for two minutes, if it came at their end", 119_000, 239_000, 1],
    ["no longer, either", 119_000, 241_000, 0],
  ])("%s", async (_, addedAt, mutatedAt, said) => {
    const { clock, detector, messages } = detectorOf();
    const object = thing({ name: "a" });
    await clock.advance(addedAt);
    detector.add(object);
    await clock.advance(mutatedAt - addedAt);
    object.metadata.labels = {};
    detector.stop();
    expect(messages).toHaveLength(said);
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
