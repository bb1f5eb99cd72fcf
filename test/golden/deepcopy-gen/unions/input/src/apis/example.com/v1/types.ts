import type { IntOrString, JSON, integer } from "crd-runtime";

export interface Schema {
  type?: string;
  items?: Schema | Schema[];
  additionalProperties?: Schema | boolean;
  required?: string | string[];
  sizes: integer | integer[];
  flag?: string | boolean;
  targets?: IntOrString[];
  lists?: (Schema | Schema[])[];
  either?: (Schema | boolean)[];
  byName?: Record<string, Schema | Schema[]>;
  nullable?: Schema | Schema[] | null;
  inline?: { schema: Schema } | { schema: Schema }[];
  inlineOrBoolean?: { schema: Schema } | boolean;
  default?: JSON;
}

export interface GitSource {
  type: "git";
  branches?: string[];
}

export interface HttpSource {
  type: "http";
  headers?: Record<string, string>;
}

export interface EmptySource {
  type: "empty";
}

export type Source = GitSource | HttpSource | EmptySource;
export type MaybeSource = Source | null;
export type Sources = Source | Source[];

export interface Round {
  "x-shape": "round";
  radius: integer;
}

export interface Square {
  "x-shape": "square";
  sides: integer[];
}

export interface Pipeline {
  source: Source;
  sources?: Source[];
  maybe?: MaybeSource;
  more?: Sources;
  byName?: Record<string, Source>;
  shape?: Round | Square;
  shapes?: (Round | Square)[];
  shapeOrNull: Round | Square | null;
}
