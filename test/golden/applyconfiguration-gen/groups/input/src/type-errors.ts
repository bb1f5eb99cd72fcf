import type { ClientsetInterface } from "./client/clientset/clientset.js";

/** What must not compile. */
export function typeErrors(clientset: ClientsetInterface): void {
  const roles = clientset.otherV1().roles("default");
  // @ts-expect-error: without an apply configuration the name is required
  void roles.apply({ policy: {} }, { fieldManager: "me" });
  // @ts-expect-error: no member of the type
  void roles.apply({ metadata: { name: "a" }, polisy: {} }, { fieldManager: "me" });
}
