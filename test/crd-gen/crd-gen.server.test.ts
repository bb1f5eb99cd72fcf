import { type ApiError, isNotFound, type KubernetesObject } from "crd-runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { describeOnServer } from "../controlplane/fixture.js";
import { expectedOf, goldenCases } from "../golden/case.js";
import { clientOf, restClient } from "../runtime/server.js";

interface Definition extends KubernetesObject {
  readonly spec: {
    readonly group: string;
    readonly scope: string;
    readonly preserveUnknownFields?: boolean;
    readonly names: { readonly plural: string; readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly storage: boolean }[];
  };
  readonly status?: { readonly conditions?: readonly { type: string; status: string }[] | null };
}

interface CustomResource extends KubernetesObject {
  spec?: unknown;
}

/** Moves a definition to a group that no other test uses. */
function own(definition: Definition): Definition {
  const { plural } = definition.spec.names;
  const group = `crd-gen.${definition.spec.group}`;
  return {
    ...definition,
    metadata: { ...definition.metadata, name: `${plural}.${group}` },
    spec: { ...definition.spec, group },
  };
}

/** The definitions of golden cases; those of protected groups need an annotation. */
const definitions = goldenCases()
  .filter(({ generator, name }) => generator === "crd-gen" && name !== "protected-group")
  .flatMap((golden) => [...expectedOf(golden)])
  .filter(([file]) => file.endsWith(".yaml"))
  .flatMap(([file, text]) =>
    parseAllDocuments(text).map((one): readonly [string, Definition] => [file, own(one.toJS())]),
  );

/** A spec and what the server answers: the fields it finds fault with, or what it stores. */
interface Sample {
  readonly what: string;
  readonly spec: unknown;
  readonly refused?: readonly string[];
  readonly stored?: unknown;
}

const volumes: readonly Sample[] = [
  { what: "a member of the union", spec: { mode: null, source: { type: "s3", bucket: "b" } } },
  {
    what: "another member",
    spec: { mode: "auto", source: { type: "disk", path: "/", class: "any" } },
  },
  {
    what: "null for a union, any value where nothing is checked",
    spec: {
      mode: "manual",
      source: { type: "memory", size: 1 },
      fallback: null,
      cache: true,
      names: ["a", { b: 1 }],
    },
  },
  {
    what: "a member without what it requires",
    spec: { mode: "auto", source: { type: "s3" } },
    refused: ["spec.source", "spec.source.bucket"],
  },
  {
    what: "what belongs to another member",
    spec: { mode: "auto", source: { type: "s3", bucket: "b", path: "/" } },
    refused: ["spec.source"],
  },
  {
    what: "a value that one member checks",
    spec: { mode: "auto", source: { type: "s3", bucket: "b", class: "warm" } },
    refused: ["spec.source", "spec.source.class"],
  },
  {
    what: "an unknown discriminant",
    spec: { mode: "auto", source: { type: "tape" } },
    refused: ["spec.source.type"],
  },
  {
    what: "a value outside a nullable enum",
    spec: { mode: "never", source: { type: "memory", size: 1 } },
    refused: ["spec.mode"],
  },
  {
    what: "unknown members, which it prunes",
    spec: { mode: "auto", source: { type: "memory", size: 1 }, unknown: 1 },
    stored: { mode: "auto", source: { type: "memory", size: 1 } },
  },
];

const minimal = {
  name: "n",
  enabled: true,
  count: 1,
  tags: [],
  part: { id: "1" },
  optional: null,
};

const gadgets: readonly Sample[] = [
  { what: "what is required", spec: minimal },
  {
    what: "all kinds of values",
    spec: {
      ...minimal,
      optional: "o",
      small: 2147483647,
      data: "aGk=",
      memory: "1Gi",
      limits: { cpu: 2, memory: "64Mi" },
      port: "http",
      started: "2026-01-01T00:00:00Z",
      timeout: "5s",
      template: { anything: [1, { goes: true }] },
      values: [1, "a", null, { b: {} }],
      matrix: [[1, 2], []],
      nested: { a: { b: [{ id: "2", weight: 3 }] } },
      size: "small",
      level: 4,
      again: 80,
      optionalPart: null,
      child: { color: "red", width: 1, alpha: false },
    },
  },
  {
    what: "values of wrong types",
    spec: { ...minimal, count: 1.5, started: "yesterday", data: "-", labels: { a: 1 }, size: "S" },
    refused: ["spec.count", "spec.data", "spec.labels.a", "spec.size", "spec.started"],
  },
  {
    what: "a number too large for int32",
    spec: { ...minimal, small: 2147483648 },
    refused: ["spec.small"],
  },
  {
    what: "missing members, of the type, its parts and inherited ones",
    spec: { name: "n", enabled: true, count: 1, tags: [], part: {}, child: { alpha: true } },
    refused: ["spec.child.color", "spec.child.width", "spec.optional", "spec.part.id"],
  },
];

const trees: readonly Sample[] = [
  {
    what: "what is nested deeper than its schema",
    spec: {
      root: { name: "a", children: [{ name: "b", children: [{ name: "c" }] }] },
      rules: [{ type: "anyOf", because: { text: "t" }, rules: [{ type: "name", name: "n" }] }],
      lists: [[[[]]]],
    },
  },
  {
    what: "a rule of no kind",
    spec: { root: { name: "a" }, rules: [{ type: "name" }] },
    refused: ["spec.rules[0]"],
  },
];

const allDefaults = {
  name: "standard",
  size: 3,
  memory: "100Mi",
  surge: "50%",
  timeout: "5m",
  hosts: [],
  zones: ["a", "b"],
  extra: { level: "info", nested: { a: [1, 2.5, null] } },
  enabled: true,
  className: "standard",
  tiers: ["gold", "silver"],
  backup: { schedule: "@daily", keep: 7 },
  quota: { name: "x", limits: [{ soft: 10, hard: 20 }] },
};

const queues: readonly Sample[] = [
  {
    what: "an absent spec, whose default is filled in further",
    spec: undefined,
    stored: allDefaults,
  },
  {
    what: "what is there, and null where it is a value",
    spec: {
      size: 1,
      note: null,
      consumers: [{ name: "a" }, { name: "b", weight: 2 }],
      hosts: null,
    },
    stored: {
      ...allDefaults,
      size: 1,
      note: null,
      consumers: [
        { name: "a", weight: 1 },
        { name: "b", weight: 2 },
      ],
    },
  },
  {
    what: "members of a union without defaults",
    spec: { source: { type: "bucket", bucket: "b" } },
    stored: { ...allDefaults, source: { type: "bucket", bucket: "b" } },
  },
];

describeOnServer("generated CustomResourceDefinitions", (server) => {
  const rest = restClient(server);
  const crds = clientOf<Definition>({
    rest,
    group: "apiextensions.k8s.io",
    version: "v1",
    resource: "customresourcedefinitions",
    kind: "CustomResourceDefinition",
    namespaced: false,
  });

  it.each(definitions)("takes %s", async (_file, definition) => {
    const taken = await crds.create(definition, { dryRun: ["All"], fieldValidation: "Strict" });
    // What the server dropped or changed would differ. False is what it takes without a word, and does not say.
    const { preserveUnknownFields = false, ...spec } = definition.spec;
    expect(taken.spec).toMatchObject(spec);
    expect(preserveUnknownFields).toBe(false);
  });

  /** Waits until the API server has accepted the names of a definition. */
  async function established(name: string): Promise<void> {
    for await (const event of crds.watch({ fieldSelector: `metadata.name=${name}` })) {
      if (event.type === "BOOKMARK") continue;
      const conditions = event.object.status?.conditions ?? [];
      if (conditions.some(({ type, status }) => type === "Established" && status === "True"))
        return;
    }
  }

  function samplesOf(input: {
    readonly plural: string;
    readonly samples: readonly Sample[];
  }): void {
    const definition = definitions.find(([, { spec }]) => spec.names.plural === input.plural)?.[1];
    if (definition === undefined) throw new Error(`no golden case has ${input.plural}`);
    const { group, names, versions } = definition.spec;
    const objects = clientOf<CustomResource>({
      rest,
      group,
      version: versions.find(({ storage }) => storage)?.name ?? "",
      resource: names.plural,
      kind: names.kind,
      namespaced: true,
      namespace: "default",
    });

    /** Creates for show. Right after a definition is established the server may not serve it yet. */
    async function create(spec: unknown): Promise<CustomResource> {
      for (;;) {
        try {
          return await objects.create({ metadata: { name: "sample" }, spec }, { dryRun: ["All"] });
        } catch (error) {
          if (!isNotFound(error)) throw error;
        }
      }
    }

    describe(names.kind, () => {
      beforeAll(async () => {
        await crds.create(definition);
        await established(`${names.plural}.${group}`);
      });

      for (const { what, spec, refused, stored } of input.samples) {
        it(`${refused === undefined ? "accepts" : "refuses"} ${what}`, async () => {
          if (refused === undefined) {
            expect((await create(spec)).spec).toEqual(stored ?? spec);
            return;
          }
          const error: ApiError = await create(spec).then(
            () => expect.unreachable("accepted"),
            (reason) => reason,
          );
          expect(error.code).toBe(422);
          // Failures of oneOf and of formats carry their field in the message only.
          const fields = (error.status.details?.causes ?? []).map(
            ({ field, message }) =>
              /"(spec\.[^"]*)" must| in (spec\.\S+)/
                .exec(message ?? "")
                ?.slice(1)
                .find(Boolean) ?? field,
          );
          expect([...new Set(fields)].sort()).toEqual(expect.arrayContaining([...refused]));
        });
      }
    });
  }

  samplesOf({ plural: "volumes", samples: volumes });
  samplesOf({ plural: "gadgets", samples: gadgets });
  samplesOf({ plural: "trees", samples: trees });
  samplesOf({ plural: "queues", samples: queues });
});
