import { describe, expect, it } from "vitest";
import { goModule } from "../crd-gen/go-tools.js";
import { markerTwins } from "../crd-gen/remake/manifests.js";
import { goldenCases, inputOf, readTree, type Tree } from "../golden/case.js";

/** The markers of files, in the order of their names and lines. */
function markersIn(files: Tree): readonly string[] {
  return [...files]
    .flatMap(([, text]) => text.split("\n"))
    .filter(
      (line) =>
        line.startsWith("// +kubebuilder:rbac") || line.startsWith("// +kubebuilder:webhook"),
    )
    .sort();
}

/** What golden cases expect is made from Go sources: these say the same. */
describe("markers in Go and in TypeScript", () => {
  it.each(markerTwins.map(({ generator, name }) => [generator, name] as const))(
    "%s/%s",
    (generator, name) => {
      const golden = goldenCases().find(
        (one) => one.generator === `${generator}-gen` && one.name === name,
      );
      if (golden === undefined) throw new Error("no such case");
      const go = markersIn(readTree(`${goModule}/${name}`));
      expect(go.length).toBeGreaterThan(0);
      expect(markersIn(inputOf(golden))).toEqual(go);
    },
  );
});
