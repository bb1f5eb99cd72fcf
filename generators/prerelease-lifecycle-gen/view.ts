import type { ApiVersion, Release, Releases, ReplacementKind } from "../model/index.js";
import { fileValue, type ImportSymbol, runtimeType } from "../render/index.js";

/** `zz_generated.prerelease-lifecycle.ts` of a version. */
export interface LifecycleView {
  readonly runtime: typeof runtime;
  /** Sorted by name. */
  readonly constants: readonly ConstantView[];
  readonly kinds: readonly KindView[];
}

interface ConstantView {
  readonly description: string;
  readonly name: string;
  readonly introduced: ReleaseView;
  readonly deprecated: ReleaseView | undefined;
  readonly removed: ReleaseView | undefined;
  readonly replacement: ReplacementKind | undefined;
}

/** As text: 0 is no value to a template. */
interface ReleaseView {
  readonly major: string;
  readonly minor: string;
}

interface KindView {
  readonly kind: string;
  /** The constant of this file; undefined where it is written by hand. */
  readonly constant: string | undefined;
  readonly handWritten: ImportSymbol | undefined;
}

const runtime = { APILifecycle: runtimeType("APILifecycle") } as const;

export function lifecycleView(version: ApiVersion): LifecycleView {
  const types = version.types
    .flatMap(({ name: kind, lifecycle }) => (lifecycle === undefined ? [] : [{ kind, lifecycle }]))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return {
    runtime,
    constants: types.flatMap(({ kind, lifecycle: { name, releases, handWritten } }) =>
      releases === undefined || handWritten !== undefined
        ? []
        : [{ name, description: describe({ kind, releases }), ...releasesView(releases) }],
    ),
    kinds: types.flatMap(
      ({ kind, lifecycle: { name, releases, handWritten } }): readonly KindView[] => {
        if (handWritten !== undefined) {
          const symbol = fileValue({ name, path: handWritten });
          return [{ kind, constant: undefined, handWritten: symbol }];
        }
        return releases === undefined ? [] : [{ kind, constant: name, handWritten: undefined }];
      },
    ),
  };
}

function describe(input: { readonly kind: string; readonly releases: Releases }): string {
  const { deprecated, removed } = input.releases;
  const events = [
    `${input.kind} came`,
    ...(deprecated === undefined ? [] : ["is deprecated"]),
    ...(removed === undefined ? [] : ["goes"]),
  ];
  const last = events.pop() ?? "";
  return `When ${events.length === 0 ? last : `${events.join(", ")} and ${last}`}.`;
}

function releasesView(releases: Releases): Omit<ConstantView, "description" | "name"> {
  const { introduced, deprecated, removed, replacement } = releases;
  return {
    introduced: releaseView(introduced),
    deprecated: deprecated === undefined ? undefined : releaseView(deprecated),
    removed: removed === undefined ? undefined : releaseView(removed),
    replacement,
  };
}

function releaseView({ major, minor }: Release): ReleaseView {
  return { major: String(major), minor: String(minor) };
}
