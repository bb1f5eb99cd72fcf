import { type Definition, readDefinition } from "../../generators/diff/index.js";

/** What a version of a test has besides its defaults. */
export interface VersionParts {
  readonly name?: string;
  readonly served?: boolean;
  readonly deprecated?: boolean;
  readonly schema?: object;
  readonly rest?: object;
}

/** The definition of Widgets, a version `v1` alone where none are given. */
export function definitionOf(input: {
  readonly plural?: string;
  readonly scope?: string;
  readonly names?: object;
  readonly conversion?: string;
  readonly versions?: readonly VersionParts[];
  readonly storage?: string;
}): Definition {
  const { plural = "widgets", scope = "Namespaced", names, conversion, storage } = input;
  const { versions = [{}] } = input;
  const { definition, problem } = readDefinition({
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.example.com` },
    spec: {
      group: "example.com",
      scope,
      names: { kind: "Widget", plural, ...names },
      ...(conversion !== undefined && { conversion: { strategy: conversion } }),
      versions: versions.map(({ name = "v1", served = true, deprecated, schema, rest }) => ({
        name,
        served,
        storage: storage === undefined || storage === name,
        ...(deprecated !== undefined && { deprecated }),
        schema: { openAPIV3Schema: schema ?? { type: "object" } },
        ...rest,
      })),
    },
  });
  if (definition === undefined) throw new Error(problem);
  return definition;
}
