import { at } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { create, three } from "./some-widgets.js";
import { names } from "./views.js";
import { gadgets, named, widgets } from "./widgets.js";

export const paging: Topic = {
  name: "paging",
  definitions: [widgets, gadgets],
  cases: {
    "goes through a consistent snapshot": [
      ...three,
      { GET: "widgets?limit=1" },
      { POST: "widgets", body: named("aa")() },
      { DELETE: "widgets/c" },
      { PATCH: "widgets/b", merge: { spec: { size: 9 } } },
      { GET: "widgets?limit=1&continue=$(continue)" },
      { GET: "widgets?limit=5&continue=$(continue)" },
      { GET: "widgets?limit=2" },
      { GET: "widgets?continue=$(continue)" },
    ],
    "counts what remains, unless there are selectors": [
      ...["a", "b", "c", "d", "e"].map(create),
      { GET: "widgets?limit=2" },
      { GET: "widgets?limit=2&continue=$(continue)" },
      { GET: "widgets?limit=2&labelSelector=app%20in%20(a,c,e)" },
      { GET: "widgets?limit=2&labelSelector=app%20in%20(a,c,e)&continue=$(continue)" },
      { GET: "widgets?limit=1&fieldSelector=metadata.name%3Dc" },
      { GET: "widgets?limit=5" },
      { GET: "widgets?limit=4" },
      { GET: "widgets?limit=1&labelSelector=app%3Dnone" },
      { GET: "widgets?limit=500" },
    ],
    "goes through all namespaces": [
      ...three,
      {
        GET: "/apis/$(group)/v1/widgets?labelSelector=app&fieldSelector=metadata.namespace%3D$(ns)&limit=2",
      },
      {
        GET: "/apis/$(group)/v1/widgets?labelSelector=app&fieldSelector=metadata.namespace%3D$(ns)&limit=2&continue=$(continue)",
      },
      { GET: "widgets" },
      { GET: "widgets?limit=2&resourceVersion=0" },
      { GET: "widgets?limit=2&resourceVersion=0&resourceVersionMatch=NotOlderThan" },
      { GET: "widgets?limit=2&resourceVersion=$(rv:a)&resourceVersionMatch=NotOlderThan" },
      { GET: "widgets?limit=2&resourceVersion=$(rv:b)&resourceVersionMatch=Exact" },
      { GET: "widgets?limit=2&continue=$(continue)" },
    ],
    "refuses wrong tokens": [
      ...three,
      { GET: "widgets?limit=1&continue=nonsense" },
      { GET: "widgets?limit=1&continue=e30" },
      { GET: "widgets?limit=1&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6LTEsInN0YXJ0IjoiYSJ9" },
      { GET: "widgets?limit=1&continue=eyJ2Ijoib3RoZXIvdjEiLCJydiI6MSwic3RhcnQiOiJhIn0" },
      { GET: "widgets?limit=1" },
      { GET: "widgets?limit=1&continue=$(continue)&resourceVersion=$(rv:a)" },
      { GET: "widgets?limit=1" },
      { GET: "widgets?limit=1&continue=$(continue)&resourceVersion=0" },
      { GET: "widgets?limit=1" },
      { GET: "widgets?limit=1&continue=$(continue)&resourceVersionMatch=Exact" },
      { GET: "widgets?limit=1" },
      // How it is broken depends on its length.
      { GET: "widgets?limit=1&continue=$(continue)x", view: (body) => at(body, "reason") ?? body },
      { GET: "configmaps?limit=1&continue=nonsense" },
    ],
    "continues inconsistently from a token of the current revision on": [
      ...three,
      // rv -1 in a token: the rest as it is now.
      {
        GET: "widgets?limit=2&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6LTEsInN0YXJ0IjoiYlx1MDAwMCJ9",
        view: names,
      },
      { GET: "configmaps?limit=1" },
    ],
  },
};
