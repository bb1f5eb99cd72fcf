import { isObject, type JsonObject } from "../harness/json.js";
import type { Step } from "../harness/topic.js";
import { Dice } from "./dice.js";
import { kinds, type RandomKind } from "./kinds.js";
import { randomRequest, randomWatch } from "./requests.js";

const watches = 6;
const fence = "zz-fence";

/** A sequence of requests and watches, always the same for a seed. */
export function randomSequence(input: {
  readonly seed: number;
  readonly requests: number;
}): readonly Step[] {
  const { seed, requests } = input;
  const dice = new Dice(seed);
  const steps: Step[] = Array.from({ length: requests }, () => ({
    ...randomRequest({ dice, kind: dice.weighted(kinds) }),
  }));
  for (let index = 0; index < watches; index += 1) {
    const of = randomWatch({ dice, kind: dice.weighted(kinds) });
    steps.splice(dice.below(steps.length), 0, { WATCH: `w${index}`, of });
  }
  return steps;
}

/**
 * The sequence with a beginning, a list whose revision watches may begin with, and with an end: an object of each kind that is watched, which every watch of the kind sees, and then all that the
 * watches saw up to it.
 */
export function complete(steps: readonly Step[]): readonly Step[] {
  const watched = steps.flatMap((step) => ("WATCH" in step ? [step] : []));
  const kindsSeen = kinds
    .map(([, kind]) => kind)
    .filter(({ plural }) => watched.some(({ of }) => pluralOf(of) === plural));
  return [
    { GET: "boxes", save: "begin" },
    ...steps,
    ...kindsSeen.map((kind) => ({ POST: kind.plural, body: fenceOf(kind) })),
    ...watched.map(({ WATCH, of }) => ({ DRAIN: WATCH, fence: nameOfFence(pluralOf(of)) })),
  ];
}

function fenceOf(kind: RandomKind): JsonObject {
  const metadata = { name: nameOfFence(kind.plural), labels: { ...kind.labels, app: "x" } };
  return { metadata };
}

function nameOfFence(plural: string): string {
  const kind = kinds.find(([, { plural: own }]) => own === plural)?.[1];
  return isObject(kind?.labels) && Object.keys(kind.labels).length > 0
    ? `${fence}-$(token)`
    : fence;
}

function pluralOf(path: string): string {
  return path.split("?")[0] ?? path;
}
