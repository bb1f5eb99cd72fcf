import { describe, expect, it } from "vitest";
import { didYouMean, suggest } from "../../generators/diagnostics/index.js";
import { tagNames } from "../../generators/model/tags/index.js";

describe("suggest", () => {
  it.each([
    ["genclinet", "genclient"],
    ["genClient", "genclient"],
    ["gen-client", "genclient"],
    ["GENCLIENT:NOSTATUS", "genclient:noStatus"],
    ["genclient:nonnamespaced", "genclient:nonNamespaced"],
    ["genclient:noneNamespaced", "genclient:nonNamespaced"],
    ["genclient:onlyverb", "genclient:onlyVerbs"],
    ["k8s:deepcopy", undefined],
    ["k8s:deepcopy-gen:interface", "k8s:deepcopy-gen:interfaces"],
    ["groupname", "groupName"],
    ["kubebuilder:validation:maxlength", "kubebuilder:validation:MaxLength"],
    ["validation:MaxLength", "kubebuilder:validation:MaxLength"],
    ["storageversion", "kubebuilder:storageversion"],
    ["example:owner", undefined],
    ["", undefined],
    ["+", undefined],
    ["x".repeat(10_000), undefined],
  ])("%s: %s", (word, expected) => {
    expect(suggest({ word, candidates: tagNames })).toBe(expected);
  });

  it("finds short words with one wrong letter only", () => {
    const candidates = ["get", "list", "watch", "patch"];
    expect(suggest({ word: "gte", candidates })).toBe("get");
    expect(suggest({ word: "lst", candidates })).toBe("list");
    expect(suggest({ word: "wathc", candidates })).toBe("watch");
    expect(suggest({ word: "put", candidates })).toBeUndefined();
    expect(didYouMean({ word: "lst", candidates })).toBe("did you mean 'list'?");
    expect(didYouMean({ word: "explode", candidates })).toBeUndefined();
  });

  it("takes the nearest, and of equals the first", () => {
    expect(suggest({ word: "patchs", candidates: ["watch", "patch"] })).toBe("patch");
    expect(suggest({ word: "aaab", candidates: ["aaac", "aaad"] })).toBe("aaac");
  });
});
