import type { ServerRequest } from "../../../packages/crd-testing/src/apiserver/http.js";
import { topics } from "../cases/index.js";
import { Bindings } from "../harness/bindings.js";
import type { Caller } from "../harness/contract-server.js";
import { prepare } from "../harness/prepare.js";
import type { Definition } from "../harness/topic.js";
import { isRequest } from "../harness/topic.js";

/** A request as the handler of the embedded server takes it, without the signal. */
export type FuzzRequest = Omit<ServerRequest, "signal">;

export const namespace = "fuzz";
export const group = "fuzz.example.com";

/** All definitions of the suite in one group; the first of each name. */
export function definitions(): readonly Definition[] {
  const found = new Map<string, Definition>();
  for (const definition of topics.flatMap((topic) => topic.definitions ?? []))
    if (!found.has(definition.plural)) found.set(definition.plural, definition);
  return [...found.values()];
}

/** Every request of the suite; nothing is known of objects, so that revisions and uids are made up. */
export function corpus(): readonly FuzzRequest[] {
  const bindings = new Bindings({ values: { ns: namespace, group, token: "fuzz" }, fallback });
  return topics.flatMap((topic) =>
    Object.values(topic.cases)
      .flat()
      .flatMap((step) => {
        const request = isRequest(step)
          ? prepare({ step, topic, bindings })
          : "WATCH" in step
            ? prepare({ step: { GET: step.of }, topic, bindings })
            : undefined;
        // Those that are large on purpose would take all the time.
        if (request === undefined || (request.body?.byteLength ?? 0) > 100_000) return [];
        const { method, path, headers, body = new Uint8Array(), caller } = request;
        return [{ method, path, headers, body, user: userOf(caller) }];
      }),
  );
}

function fallback(name: string): string {
  if (name.startsWith("uid:")) return "00000000-0000-0000-0000-000000000000";
  return name.startsWith("webhook") || name === "continue" ? "" : "1";
}

function userOf(caller: Caller): ServerRequest["user"] {
  if (caller.as === "user") return { name: caller.name, groups: caller.groups };
  return caller.as === "admin"
    ? { name: "admin", groups: ["system:masters", "system:authenticated"] }
    : undefined;
}
