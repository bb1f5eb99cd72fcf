import { at } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { only } from "./views.js";

const event = {
  metadata: { name: "a" },
  involvedObject: { apiVersion: "v1", kind: "ConfigMap", name: "c", namespace: "$(ns)", uid: "u" },
};

export const events: Topic = {
  name: "events",
  cases: {
    "are written and counted up": [
      {
        POST: "events",
        body: {
          ...event,
          reason: "R",
          message: "M",
          type: "Normal",
          count: 1,
          firstTimestamp: "2020-01-01T00:00:00Z",
          lastTimestamp: "2020-01-01T00:00:00Z",
          source: { component: "me", host: "h" },
        },
      },
      { PATCH: "events/a", strategic: { count: 2, lastTimestamp: "2020-01-01T00:01:00Z" } },
      { PATCH: "events/a", merge: { message: "N" } },
      { PUT: "events/a", body: { ...event, message: "replaced" } },
      { POST: "events", body: { ...event, metadata: { generateName: "c." } } },
      {
        POST: "events",
        body: {
          ...event,
          metadata: { name: "micro" },
          eventTime: "2020-01-01T00:00:00.123456Z",
          reportingComponent: "c",
          reportingInstance: "i",
          action: "A",
          reason: "R",
          type: "Normal",
          series: { count: 2, lastObservedTime: "2020-01-01T00:00:01.000000Z" },
        },
      },
      { GET: "events", view: (body) => at(body, "items", 0) ?? body },
      { DELETE: "events/a" },
    ],
    "are checked": [
      { POST: "events", body: { metadata: { name: "b" } } },
      {
        POST: "events",
        body: { metadata: { name: "b" }, involvedObject: { kind: "Node", name: "n" } },
      },
      {
        POST: "events",
        body: { ...event, metadata: { name: "b" }, involvedObject: { namespace: "other" } },
      },
      {
        POST: "events",
        body: { ...event, metadata: { name: "b" }, eventTime: "2020-01-01T00:00:00.123456Z" },
      },
      {
        POST: "events",
        body: {
          ...event,
          metadata: { name: "b" },
          eventTime: "2020-01-01T00:00:00.123456Z",
          reportingComponent: "Bad Name",
          reportingInstance: "i",
          action: "A",
          reason: "R",
          type: "Odd",
        },
      },
      { POST: "events", body: { ...event, metadata: { name: "b" }, type: "Odd" } },
      { POST: "events", body: { ...event, metadata: { name: "c" }, firstTimestamp: "yesterday" } },
      { POST: "events", body: { ...event, metadata: { name: "c" }, count: -1 } },
      {
        POST: "events",
        body: { ...event, metadata: { name: "d" }, message: "x".repeat(2000) },
        view: only("metadata", "name"),
      },
      { POST: "events", body: { ...event, metadata: { name: "Upper_Case" } } },
    ],
  },
};
