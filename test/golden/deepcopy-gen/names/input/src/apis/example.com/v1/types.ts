export interface Item {
  list: string[];
}

/** Names that are awkward in code. */
export interface Names {
  "node-port"?: Item;
  "with space"?: string[];
  "with \"quotes\" and \\"?: Item;
  "x-kubernetes-map"?: { [key: string]: Item };
  "123"?: Item;
  default?: Item;
  class?: Item[];
  new: string[];
  function?: { in?: Item };
  input?: Item;
  output?: Item;
  item?: Item[][];
  constructor?: Item;
  toString?: string[];
  hasOwnProperty?: Item;
  $ref?: Item;
  _private?: Item;
  __proto__?: Item;
  then?: Item;
  "\u2028"?: Item;
  ""?: { item: Item };
  "a,"?: Item;
  "日本"?: { item: Item };
  "日 本"?: { item: Item };
  unicode\u00e9?: string;
  größe?: Item;
  "foo-bar"?: { item: Item };
  fooBar?: { item: Item };
}

export interface NamesFoo {
  bar?: { item: Item };
}

export interface NamesFooBar {
  item: Item;
}

/** Collides with the global of this name and with the assertion of Names. */
export interface NamesMembers {
  list: Item[];
}

export interface Record {
  labels?: { [key: string]: string };
  record?: Record;
}

export interface AConsiderablyLongTypeNameThatNeedsItsOwnLine {
  anAlsoRatherLongMemberNameToBreakLines: AConsiderablyLongTypeNameThatNeedsItsOwnLine[];
  yetAnotherRatherLongMemberNameToBreakLines?: AConsiderablyLongTypeNameThatNeedsItsOwnLine;
  oneMoreRatherLongMemberNameToBreakLines?: { [key: string]: AConsiderablyLongTypeNameThatNeedsItsOwnLine[] };
}
