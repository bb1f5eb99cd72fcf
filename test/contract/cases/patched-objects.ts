import { named } from "./widgets.js";

const a = named("a");

export const start = {
  POST: "gadgets",
  body: a({ spec: { list: [1, 2, 3], map: { x: 1, y: { z: 2 } }, text: "t", "a/b~c": 1 } }),
};
