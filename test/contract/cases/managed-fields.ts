import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

export const managedFields: Topic = {
  name: "managed-fields",
  definitions: [widgets, gadgets],
  cases: {
    "names the manager by fieldManager or by user agent": [
      { POST: "widgets?fieldManager=given", body: a({ spec: { size: 1 } }) },
      {
        PATCH: "widgets/a",
        merge: { spec: { note: "x" } },
        headers: { "user-agent": "tool/v1.2 (linux/amd64) abc" },
      },
      { PATCH: "widgets/a", merge: { spec: { note: "y" } }, headers: { "user-agent": "" } },
      { PATCH: "widgets/a", merge: { spec: { note: "z" } }, headers: { "user-agent": "no-slash" } },
      {
        PATCH: "widgets/a",
        merge: { spec: { note: "0" } },
        headers: { "user-agent": `${"x".repeat(200)}/1` },
      },
      { POST: `widgets?fieldManager=${"x".repeat(129)}`, body: named("b")() },
      { POST: "widgets?fieldManager=%09", body: named("b")() },
      { POST: "widgets?fieldManager=%C3%A4", body: named("b")({ spec: { size: 1 } }) },
    ],
    "moves fields to who changes them": [
      {
        POST: "gadgets?fieldManager=one",
        body: a({ spec: { x: 1, y: 1, list: [1], map: { k: 1 } } }),
      },
      { PATCH: "gadgets/a?fieldManager=two", merge: { spec: { x: 2 } } },
      { PATCH: "gadgets/a?fieldManager=two", merge: { spec: { y: 1 } } },
      { PATCH: "gadgets/a?fieldManager=two", merge: { spec: { y: null } } },
      { PATCH: "gadgets/a?fieldManager=three", merge: { spec: { map: null } } },
      { PATCH: "gadgets/a?fieldManager=three", merge: { spec: { map: { k: 1, l: { m: 1 } } } } },
      { PATCH: "gadgets/a?fieldManager=one", merge: { spec: { x: 3, map: { l: { m: 2 } } } } },
      { PATCH: "gadgets/a?fieldManager=two", merge: { spec: { list: [1, 2] } } },
      { PATCH: "gadgets/a?fieldManager=four", merge: { spec: null } },
    ],
    "tracks metadata except what the server sets": [
      {
        POST: "widgets?fieldManager=one",
        body: {
          metadata: {
            name: "a",
            labels: { k: "v" },
            annotations: { n: "1" },
            finalizers: ["example.com/x"],
            ownerReferences: [{ apiVersion: "v1", kind: "ConfigMap", name: "c", uid: "u1" }],
          },
        },
      },
      {
        PATCH: "widgets/a?fieldManager=two",
        merge: {
          metadata: {
            labels: { k: "w", l: "x" },
            annotations: null,
            finalizers: ["example.com/y", "example.com/x"],
          },
        },
      },
      { PATCH: "widgets/a?fieldManager=two", merge: { metadata: { finalizers: null } } },
      { DELETE: "widgets/a" },
    ],
    "keeps entries of subresources apart": [
      { POST: "widgets?fieldManager=one", body: a({ spec: { size: 1, replicas: 1 } }) },
      {
        PATCH: "widgets/a/status?fieldManager=one",
        merge: { status: { phase: "x" }, metadata: { labels: { k: "v" } } },
      },
      { PATCH: "widgets/a/scale?fieldManager=one", merge: { spec: { replicas: 2 } } },
      { GET: "widgets/a" },
      { PATCH: "widgets/a?fieldManager=one", merge: { spec: { replicas: 3 } } },
      { PATCH: "widgets/a/scale?fieldManager=scaler", merge: { spec: { replicas: 4 } } },
      { GET: "widgets/a" },
    ],
    "takes managedFields that a client sends": [
      { POST: "widgets?fieldManager=one", body: a({ spec: { size: 1 } }) },
      {
        PUT: "widgets/a?fieldManager=two",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)", managedFields: [] },
          spec: { size: 1 },
        },
      },
      {
        PUT: "widgets/a?fieldManager=two",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { size: 2 } },
      },
      { PATCH: "widgets/a?fieldManager=three", merge: { metadata: { managedFields: [{}] } } },
      { PATCH: "widgets/a?fieldManager=three", merge: { spec: { note: "x" } } },
      {
        PATCH: "widgets/a?fieldManager=three",
        merge: {
          metadata: {
            managedFields: [
              {
                manager: "own",
                operation: "Update",
                apiVersion: "$(group)/v1",
                fieldsType: "FieldsV1",
                time: "2020-01-01T00:00:00Z",
                fieldsV1: { "f:spec": { "f:size": {} } },
              },
            ],
          },
        },
      },
      {
        PATCH: "widgets/a?fieldManager=three",
        merge: {
          metadata: {
            managedFields: [
              {
                manager: "own",
                operation: "Other",
                apiVersion: "$(group)/v1",
                fieldsType: "FieldsV1",
                fieldsV1: {},
              },
            ],
          },
        },
      },
      {
        PATCH: "widgets/a?fieldManager=three",
        merge: {
          metadata: {
            managedFields: [
              {
                manager: "own",
                operation: "Update",
                apiVersion: "$(group)/v1",
                fieldsType: "Other",
                fieldsV1: {},
              },
            ],
          },
        },
      },
      {
        PATCH: "widgets/a?fieldManager=three",
        merge: {
          metadata: {
            managedFields: [
              {
                manager: "own",
                operation: "Update",
                apiVersion: "$(group)/v1",
                fieldsType: "FieldsV1",
                fieldsV1: { bad: {} },
              },
            ],
          },
        },
      },
      { PATCH: "widgets/a?fieldManager=three", merge: { metadata: { managedFields: "text" } } },
      {
        PATCH: "widgets/a?fieldManager=three",
        json: [{ op: "remove", path: "/metadata/managedFields" }],
      },
      { GET: "widgets/a" },
      {
        POST: "widgets",
        body: {
          metadata: {
            name: "b",
            managedFields: [
              {
                manager: "x",
                operation: "Apply",
                apiVersion: "$(group)/v1",
                fieldsType: "FieldsV1",
                fieldsV1: { "f:spec": { "f:size": {} } },
              },
            ],
          },
          spec: { size: 1 },
        },
      },
    ],
    "merges updates of ten managers and more": [
      { POST: "gadgets?fieldManager=m00", body: a({ spec: {} }) },
      ...Array.from({ length: 12 }, (_, index) => ({
        PATCH: `gadgets/a?fieldManager=m${String(index + 1).padStart(2, "0")}`,
        merge: { spec: { [`f${index + 1}`]: 1 } },
      })),
    ],
  },
};
