import type { Step, Topic } from "../harness/topic.js";
import { create, grow } from "./some-widgets.js";
import { gadgets, named, widgets } from "./widgets.js";

const initial = "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";

export const watchList: Topic = {
  name: "watch-list",
  definitions: [widgets, gadgets],
  cases: {
    "streams the present state and a bookmark that ends it": [
      create("b"),
      create("a"),
      { WATCH: "w", of: `widgets?${initial}` },
      { FRAMES: "w", count: 3 },
      grow("a"),
      { FRAMES: "w", count: 1 },
    ],
    "of nothing": [
      { WATCH: "w", of: `gadgets?${initial}` },
      { FRAMES: "w", count: 1 },
      { POST: "gadgets", body: named("a")() },
      { FRAMES: "w", count: 1 },
    ],
    "with selectors": [
      create("a"),
      create("b"),
      { WATCH: "w", of: `widgets?${initial}&labelSelector=app%3Da` },
      { FRAMES: "w", count: 2 },
      { PATCH: "widgets/b", merge: { metadata: { labels: { app: "a" } } } },
      { FRAMES: "w", count: 1 },
      { WATCH: "f", of: `widgets?${initial}&fieldSelector=metadata.name%3Da` },
      { FRAMES: "f", count: 2 },
    ],
    "at revisions": [
      { ...(create("a") as object), save: "first" } as Step,
      create("b"),
      { GET: "widgets?resourceVersion=$(rv:b)&limit=1" },
      { WATCH: "zero", of: `widgets?${initial}&resourceVersion=0` },
      { FRAMES: "zero", count: 3 },
      { WATCH: "first", of: `widgets?${initial}&resourceVersion=$(first)` },
      { FRAMES: "first", count: 3 },
      {
        WATCH: "no-bookmarks",
        of: "widgets?sendInitialEvents=true&resourceVersionMatch=NotOlderThan",
      },
      {
        WATCH: "false",
        of: "widgets?sendInitialEvents=false&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&resourceVersion=$(first)",
      },
      { FRAMES: "false", count: 1 },
      {
        WATCH: "false-none",
        of: "widgets?sendInitialEvents=false&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true",
      },
      create("c"),
      { FRAMES: "false-none", count: 1 },
      { WATCH: "limit", of: `widgets?${initial}&limit=1` },
      { FRAMES: "limit", count: 4 },
    ],
    "of built-in resources": [
      { POST: "configmaps", body: named("a")() },
      { WATCH: "w", of: `configmaps?${initial}` },
      { FRAMES: "w", count: 2 },
      { DELETE: "configmaps/a" },
      { FRAMES: "w", count: 1 },
      { POST: "secrets", body: named("s")() },
      {
        WATCH: "m",
        of: `secrets?${initial}`,
        headers: { accept: "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1" },
      },
      { FRAMES: "m", count: 2 },
    ],
  },
};
