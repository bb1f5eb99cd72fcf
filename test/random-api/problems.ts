import { isDeepStrictEqual } from "node:util";
import type { ApiModel, ApiType, ApiVersion } from "../../generators/model/index.js";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { type Convert, pairsOf, roundTripProblems } from "../conversion-gen/round-trip.js";
import { copyProblems } from "../deepcopy-gen/oracle.js";
import { RandomValues } from "../deepcopy-gen/random-value.js";
import { Oracle } from "../defaulter-gen/oracle.js";

/** What the files of a project export, by path and name. */
export type Exported = (path: string, name: string) => unknown;

interface Subject {
  readonly model: ApiModel;
  readonly version: ApiVersion;
  readonly type: ApiType;
  readonly exported: Exported;
}

/** Random values of each type. */
const rounds = 6;

/** What generated code does wrong with random values: its copies, defaults and conversions. */
export function behaviourProblems(input: {
  readonly model: ApiModel;
  readonly exported: Exported;
}): readonly string[] {
  const { model, exported } = input;
  const subjects = model.groups.flatMap(({ versions }) =>
    versions.flatMap((version) =>
      version.types.map((type) => ({ model, version, type, exported })),
    ),
  );
  return [
    ...subjects.flatMap((subject) => found(() => copies(subject))),
    ...subjects.flatMap((subject) => found(() => defaults(subject))),
    ...model.groups.flatMap(({ versions }) =>
      found(() => conversions({ model, versions, exported })),
    ),
  ];
}

/** What throws is a problem, too. */
function found(problems: () => readonly string[]): readonly string[] {
  try {
    return problems();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

function copies({ model, version, type, exported }: Subject): readonly string[] {
  const { directory } = version;
  const deepCopy = ["zz_generated.deepcopy", "by-hand"]
    .map((file) => callable(exported(`${directory}/${file}.ts`, type.deepCopyName)))
    .find((one) => one !== undefined);
  return deepCopy === undefined ? [] : copyProblems({ model, type, deepCopy, rounds });
}

function defaults({ model, version, type, exported }: Subject): readonly string[] {
  const path = `${version.directory}/zz_generated.defaults.ts`;
  const setDefaults = callable(exported(path, `setObjectDefaults_${type.name}`));
  if (setDefaults === undefined) return [];
  const oracle = new Oracle({ model, exported });
  const values = new RandomValues({ model, random: mulberry32(type.id.length) });
  return Array.from({ length: rounds }, () => values.of(type.id)).flatMap((value) => {
    if (typeof value !== "object" || value === null) return [];
    const [wanted, object] = [structuredClone(value), structuredClone(value)];
    oracle.fill({ type, value: wanted });
    setDefaults(object);
    if (isDeepStrictEqual(object, wanted)) return [];
    return [`${type.id} gets ${JSON.stringify(object)}, not ${JSON.stringify(wanted)}`];
  });
}

function conversions(input: {
  readonly model: ApiModel;
  readonly versions: readonly ApiVersion[];
  readonly exported: Exported;
}): readonly string[] {
  const { model, versions, exported } = input;
  const find = (name: string): Convert | undefined => {
    const paths = versions.flatMap(({ directory }) => [
      `${directory}/zz_generated.conversion.ts`,
      `${directory}/by-hand.ts`,
    ]);
    return paths.map((path) => callable(exported(path, name))).find((one) => one !== undefined);
  };
  return pairsOf({ versions, find }).flatMap((pair) =>
    roundTripProblems({ ...pair, model, rounds, dropped: /^more\d$/ }),
  );
}

function callable(value: unknown): Convert | undefined {
  return typeof value === "function" ? (input) => value(input) : undefined;
}
