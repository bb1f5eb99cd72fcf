// Priorities of the groups that kube-apiserver serves itself; groups of definitions have 1000 (controlplane/apiserver).
const priorities: ReadonlyMap<string, number> = new Map([
  ["", 18_000],
  ["events.k8s.io", 17_750],
  ["authentication.k8s.io", 17_700],
  ["authorization.k8s.io", 17_600],
  ["rbac.authorization.k8s.io", 17_000],
  ["apiextensions.k8s.io", 16_700],
  ["coordination.k8s.io", 16_500],
]);
const customPriority = 1_000;

/** Order of groups in discovery: by priority, then by name. */
export function compareGroups(a: string, b: string): number {
  const byPriority = (priorities.get(b) ?? customPriority) - (priorities.get(a) ?? customPriority);
  return byPriority || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * Order of versions in discovery, the most wanted first: v10, v2, v1, v11beta2, v10beta3, v3beta1, v12alpha1, foo1, foo10.
 * Follows CompareKubeAwareVersionStrings of apimachinery.
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const left = parse(a);
  const right = parse(b);
  if (left === undefined && right === undefined) return a < b ? -1 : 1;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return right.stage - left.stage || right.major - left.major || right.minor - left.minor;
}

interface KubeVersion {
  readonly stage: number;
  readonly major: number;
  readonly minor: number;
}

const stages: Readonly<Record<string, number>> = { alpha: 0, beta: 1 };
const generallyAvailable = 2;

function parse(version: string): KubeVersion | undefined {
  const match = /^v([1-9]\d*)(?:(alpha|beta)([1-9]\d*))?$/.exec(version);
  if (match === null) return undefined;
  const [, major = "", stage, minor = "0"] = match;
  return {
    stage: stage === undefined ? generallyAvailable : (stages[stage] ?? generallyAvailable),
    major: Number(major),
    minor: Number(minor),
  };
}
