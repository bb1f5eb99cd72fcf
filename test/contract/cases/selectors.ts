import type { Step, Topic } from "../harness/topic.js";
import { names } from "./views.js";
import { widgets } from "./widgets.js";

const seen = (name: string): readonly Step[] => [
  { GET: `widgets?labelSelector=${name}`, view: names },
];

export const selectors: Topic = {
  name: "selectors",
  definitions: [widgets],
  cases: {
    "selects by labels, with every operator": [
      {
        POST: "widgets",
        body: { metadata: { name: "a", labels: { app: "x", tier: "1", "example.com/k": "v" } } },
      },
      { POST: "widgets", body: { metadata: { name: "b", labels: { app: "y", tier: "2" } } } },
      { POST: "widgets", body: { metadata: { name: "c", labels: { app: "" } } } },
      { POST: "widgets", body: { metadata: { name: "d" } } },
      ...[
        "",
        "app",
        "!app",
        "%21app",
        "app=x",
        "app==x",
        "app!=x",
        "app=",
        "app!=",
        "app%20in%20(x,y)",
        "app%20in%20(x)",
        "app%20in%20()",
        "app%20in%20(,x)",
        "app%20notin%20(x,y)",
        "app%20notin%20()",
        "tier%3E1",
        "tier>1",
        "tier<2",
        "tier>0,tier<2",
        "app=x,tier=1",
        "app=x,!tier",
        "example.com/k=v",
        " app = x ",
        "app=x,",
        ",",
        "app,",
        "!",
        "app in x",
        "app in (x",
        "app=x=y",
        "tier>a",
        "tier>",
        "app in (x),tier notin (2)",
        "a b",
        "-bad",
        "app=bad!",
        "app=-x",
        `${"k".repeat(64)}`,
        `app=${"v".repeat(64)}`,
        "in",
        "notin",
        "in in (in)",
        "app%3Dx%26",
        "(",
        ")",
        "app;",
        "%00",
        "app=x%2Ctier%3D1",
        "Prefix.Upper/k",
        "a/b/c",
        "/k",
      ].flatMap((text) => seen(encode(text))),
    ],
  },
};

/** Encodes what a URL cannot hold; what is encoded already stays. */
function encode(text: string): string {
  return text.replaceAll(/[^\w.~!*'()%=,;/-]/g, (letter) => encodeURIComponent(letter));
}
