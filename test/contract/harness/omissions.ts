import type { Difference } from "./compare.js";

/** What the embedded server does not model, where the recorded answers show it; docs/testing.md lists the same. */
interface Omission {
  readonly topic: string;
  /** Of the place in an answer. */
  readonly path: RegExp;
  readonly reason: string;
}

const omissions: readonly Omission[] = [
  {
    topic: "conversion-webhook",
    path: /\.metadata\.managedFields\[/,
    reason: "managedFields are not converted between versions by webhooks",
  },
];

/** Whether a difference is one that is meant to be. */
export function isOmission(input: {
  readonly topic: string;
  readonly difference: Difference;
}): boolean {
  return omissions.some(
    ({ topic, path }) => topic === input.topic && path.test(input.difference.path),
  );
}
