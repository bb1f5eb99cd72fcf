type Random = () => number;

/** JSON on its way. */
export type Draft = { [member: string]: unknown };

function pick<T>(random: Random, from: readonly [T, ...T[]]): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}

/** Some of the items, in a random order. */
function some<T>(random: Random, from: readonly T[]): T[] {
  return from
    .filter(() => random() < 0.5)
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

/** An object of which each member is there with a probability. */
function partOf(
  random: Random,
  members: Readonly<Record<string, () => unknown>>,
  probability = 0.4,
): Draft {
  const present = Object.entries(members).filter(() => random() < probability);
  return Object.fromEntries(present.map(([name, value]) => [name, value()]));
}

function texts(random: Random): Draft {
  const value = (): string => pick(random, ["x", "y"]);
  return partOf(random, { a: value, b: value, "c.d/e": value });
}

function port(random: Random): Draft {
  return {
    port: pick(random, [80, 443, 1_000_000]),
    ...partOf(random, {
      protocol: () => pick(random, ["TCP", "UDP"]),
      name: () => pick(random, ["web", "api"]),
      labels: () => texts(random),
      tags: () => some(random, ["x", "y", 'q"<&>']),
    }),
  };
}

/** Ports with different keys; a protocol that is not given is TCP. */
function ports(random: Random): Draft[] {
  const byKey = new Map<string, Draft>();
  for (let count = Math.floor(random() * 4); count > 0; count -= 1) {
    const made = port(random);
    byKey.set(`${made["port"]}/${made["protocol"] ?? "TCP"}`, made);
  }
  return some(random, [...byKey.values()]);
}

function parts(random: Random): Draft[] {
  return some(random, ["one", "two", "three"]).map((name) => ({
    name,
    ...partOf(random, {
      value: () => pick(random, [1, 2]),
      values: () => some(random, [1, 2, 3]),
    }),
  }));
}

function anything(random: Random, depth = 2): unknown {
  const values: readonly [() => unknown, ...(() => unknown)[]] = [
    () => pick(random, [1, 2.5, "text", true]),
    () => (depth === 0 ? 3 : [anything(random, depth - 1)]),
    () => (depth === 0 ? {} : partOf(random, { p: () => anything(random, depth - 1), q: () => 1 })),
  ];
  return pick(random, values)();
}

/** A part of a spec, from few values, so that managers meet. */
export function randomSpec(random: Random, probability = 0.25): Draft {
  const members = {
    replicas: () => pick(random, [1, 2, 3]),
    weight: () => pick(random, [0.5, 1, 1e-7]),
    paused: () => random() < 0.5,
    image: () => pick(random, ["a:1", "a:2"]),
    note: () => pick<string | null>(random, ["n", null]),
    mode: () => pick(random, ["auto", "manual"]),
    limit: () => pick<number | string>(random, [5, "50%"]),
    settings: () => texts(random),
    frozen: () => texts(random),
    template: () =>
      partOf(random, {
        name: () => pick(random, ["t", "u"]),
        size: () => pick(random, [1, 2]),
        nested: () => partOf(random, { a: () => pick(random, [1, 2]), b: () => "b" }),
      }),
    sealed: () => partOf(random, { a: () => pick(random, [1, 2]), b: () => "b" }),
    words: () => some(random, ["v", "w"]),
    set: () => some(random, ["x", "y", "z", "é\u2028\t"]),
    numbers: () => some(random, [1, 2, 10, 1_000_000, 123_456_789]),
    ports: () => ports(random),
    parts: () => parts(random),
    groups: () =>
      partOf(random, {
        g: () => partOf(random, { a: () => 1, b: () => texts(random) }),
        h: () => partOf(random, { a: () => pick(random, [1, 2]), b: () => texts(random) }),
      }),
    any: () => anything(random),
    open: () =>
      partOf(random, {
        known: () => pick(random, [1, 2]),
        inner: () => partOf(random, { x: () => 1, y: () => anything(random) }),
        extra: () => anything(random),
      }),
    embedded: () => ({
      apiVersion: "v1",
      kind: "Thing",
      ...partOf(random, {
        metadata: () => ({ name: "thing", labels: texts(random) }),
        data: () => texts(random),
      }),
    }),
  };
  return partOf(random, members, probability);
}

/** A part of a status. */
export function randomStatus(random: Random): Draft {
  return partOf(random, {
    replicas: () => pick(random, [1, 2]),
    phase: () => pick(random, ["Pending", "Running"]),
    conditions: () =>
      some(random, ["Ready", "Synced"]).map((type) => ({
        type,
        ...partOf(random, { status: () => pick(random, ["True", "False"]), reason: () => "R" }),
      })),
  });
}

/** A part of the metadata that clients write. */
export function randomMetadata(random: Random): Draft {
  return partOf(
    random,
    {
      labels: () => texts(random),
      annotations: () => texts(random),
      finalizers: () => some(random, ["example.com/one", "example.com/two"]),
      ownerReferences: () =>
        some(random, ["u1", "u2"]).map((uid) => ({
          apiVersion: "v1",
          kind: "ConfigMap",
          name: pick(random, ["n1", "n2"]),
          uid,
        })),
    },
    0.3,
  );
}
