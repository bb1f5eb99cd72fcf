import type { options } from "./table.js";

/** A kind to scaffold. */
export interface KindAnswer {
  /** `Database`. */
  readonly kind: string;
  /** Written as a tag; undefined when the plural that is derived from the kind will do. */
  readonly plural: string | undefined;
  readonly scope: "Namespaced" | "Cluster";
  /** A status member with a subresource of its own. */
  readonly status: boolean;
}

/** What `plop apigroup` and the scaffolder know of an API version. */
export interface ApiAnswers {
  /** `example.com`. */
  readonly group: string;
  /** `v1`. */
  readonly version: string;
  readonly kinds: readonly KindAnswer[];
}

/** What a new project is made from, besides its first API version. */
export interface ProjectAnswers extends ApiAnswers {
  /** Name of the npm package: `my-operator`. */
  readonly name: string;
  readonly description: string;
  readonly packageManager: PackageManager;
  /** A fake clientset for tests, with crd-testing as a devDependency. */
  readonly fake: boolean;
}

export type PackageManager = (typeof options.packageManager.choices)[number];
