import { expect, it } from "vitest";
import { createOrUpdateCRDs, NotEstablishedError } from "../../src/apiextensions/v1.js";
import { RestClient } from "../../src/rest/index.js";
import { FakeClock } from "../fake-clock.js";
import { untilAborted } from "../rest/memory-transport.js";
import { definition, name } from "./definition-server.js";

it("says what was waited for, when a server does not answer within the time of the signal", async () => {
  const clock = new FakeClock();
  const transport = {
    send: async ({ signal }: { signal?: AbortSignal | undefined }) => await untilAborted(signal),
  };
  const client = RestClient.forConfig({ host: "https://test", transport, clock });
  const { signal, abort } = timeout();
  const outcome = createOrUpdateCRDs({ client, definitions: [definition()], signal }).catch(
    (error: unknown) => error,
  );
  await clock.advance(2_500);
  const reason = abort();
  const error = await outcome;
  expect(error).toBeInstanceOf(NotEstablishedError);
  expect(error).toMatchObject({
    definition: name,
    reason: "Timeout",
    conditions: [],
    cause: reason,
  });
  expect(String(error)).toBe(
    `NotEstablishedError: CustomResourceDefinition ${name} is not applied after 2.5 s: the server has not answered`,
  );
});

it.each([Number.NaN, -1])("refuses a time of %d ms before it sends anything", async (timeoutMs) => {
  const transport = { send: () => Promise.reject(new Error("sent")) };
  const client = RestClient.forConfig({ host: "https://test", transport });
  const outcome = createOrUpdateCRDs({ client, definitions: [definition()], timeoutMs });
  await expect(outcome).rejects.toThrow(
    `createOrUpdateCRDs: timeoutMs must be 0 or more, not ${timeoutMs}`,
  );
});

/** What AbortSignal.timeout gives, without the machine's time. */
function timeout(): { readonly signal: AbortSignal; readonly abort: () => DOMException } {
  const controller = new AbortController();
  const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
  return {
    signal: controller.signal,
    abort: () => {
      controller.abort(reason);
      return reason;
    },
  };
}
