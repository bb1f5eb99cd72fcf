/** Tags of older releases, refused by code-generator too, and what took their place. */
export const legacyTags: ReadonlyMap<string, string> = new Map([
  ["nonNamespaced", "write '+genclient:nonNamespaced'"],
  ["nonNamespaced=true", "write '+genclient:nonNamespaced'"],
  ["readonly", "write '+genclient:readonly'"],
  ["readonly=true", "write '+genclient:readonly'"],
  ["noMethods", "write '+genclient:noVerbs'"],
  ["noMethods=true", "write '+genclient:noVerbs'"],
  ["genclientstatus", "the member status decides; '+genclient:noStatus' takes updateStatus away"],
  ["genclientstatus=false", "write '+genclient:noStatus'"],
  ["genclientstatus=true", "remove the line: a member status is enough"],
  ["genclient=true", "write '+genclient' alone"],
  ["genclient=false", "remove the line: without '+genclient' there is no client"],
]);
