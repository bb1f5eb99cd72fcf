import { expect, it } from "vitest";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import { type Call, TestApiServer } from "../customresources/api-server.js";
import { normalised } from "../customresources/normalised.js";
import { RealApiServer } from "../customresources/real-api-server.js";
import { conversations } from "./conversations.js";

describeOnServer("answers of both servers about built-in kinds", (server) => {
  const real = new RealApiServer(server.kubeconfigPath);
  for (const [title, calls] of Object.entries(conversations)) {
    it(`are the same: ${title}`, async () => {
      const ours = new TestApiServer();
      const expected: unknown[] = [];
      const actual: unknown[] = [];
      for (const call of calls) {
        const { status, body, headers } = await real.call(call);
        const answer = await ours.call(call);
        const warning = warningOf(headers["warning"]);
        expected.push([textOf(call), status, warning, normalised(body)]);
        actual.push([
          textOf(call),
          answer.status,
          answer.headers["warning"],
          normalised(answer.body),
        ]);
      }
      expect(actual).toEqual(expected);
    });
  }
});

function textOf({ method, path }: Call): string {
  return `${method} ${path}`;
}

/** Node joins headers of one name. */
function warningOf(value: string | readonly string[] | undefined): readonly string[] | undefined {
  if (value === undefined || typeof value !== "string") return value;
  return value.split(/, (?=299 - )/);
}
