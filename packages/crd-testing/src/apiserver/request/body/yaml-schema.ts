import type { ScalarTag, Tags } from "yaml";

/** Go does not take a lone point for a number. */
const float = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)$/;

/**
 * Scalars as sigs.k8s.io/yaml knows them: those of YAML 1.1 (`yes` is true), but for times and numbers to base 60.
 */
export const goScalars = {
  version: "1.1",
  customTags: (tags: Tags): Tags => tags.filter((tag) => !isForeign(tag)).map(withGoFloats),
} as const;

function isForeign(tag: Tags[number]): boolean {
  return isScalarTag(tag) && (tag.tag === "tag:yaml.org,2002:timestamp" || tag.format === "TIME");
}

function withGoFloats(tag: Tags[number]): Tags[number] {
  return isScalarTag(tag) && tag.test?.test(".") === true ? { ...tag, test: float } : tag;
}

function isScalarTag(tag: Tags[number]): tag is ScalarTag {
  return typeof tag !== "string" && tag.collection === undefined;
}
