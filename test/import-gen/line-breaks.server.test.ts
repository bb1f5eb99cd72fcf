import { once } from "node:events";
import { request } from "node:https";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { isJsonObject, type JsonValue } from "../../generators/model/index.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { adminConfig } from "../runtime/server.js";
import { comparable, differences, type JsonObject, roundTrip } from "./round-trip.js";

/** Characters that end a line in YAML 1.1, some of YAML 1.2 or TypeScript, and others that are easily lost. */
const texts = ["\u2028", "\u2029", "\u0085", "\u00a0", "\ufeff"].flatMap((at) => [
  `a${at}b`,
  `a ${at}  b`,
  `${at}a`,
  `a${at}`,
  `a\n${at}b\nc`,
  `a${at}\nb\n`,
]);

const definition: JsonObject = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "lines.breaks.example.com" },
  spec: {
    group: "breaks.example.com",
    scope: "Namespaced",
    names: { plural: "lines", singular: "line", kind: "Line", listKind: "LineList" },
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: {
                type: "object",
                properties: Object.fromEntries(
                  texts.map((one, index) => [
                    `m${index}`,
                    {
                      type: "string",
                      description: one,
                      pattern: one,
                      maxLength: 20,
                      enum: [one],
                      default: one,
                      "x-kubernetes-validations": [
                        { rule: `self != '#${one.replaceAll("\n", "")}'`, message: `m ${index}` },
                      ],
                    },
                  ]),
                ),
              },
            },
          },
        },
      },
    ],
  },
};

function versionsOf({ spec }: JsonObject): JsonValue | undefined {
  return isJsonObject(spec) ? spec["versions"] : undefined;
}

describeOnServer("line breaks that YAML 1.1 has", (server) => {
  it("come back from an import, and from the server that reads what was generated", async () => {
    const trip = await roundTrip(definition);
    expect(trip.errors).toBe("");
    const wanted = comparable(definition);
    expect(differences({ left: wanted, right: comparable(trip.definition) })).toEqual([]);
    const stored = comparable(await read(trip.yaml));
    expect(differences({ left: versionsOf(wanted), right: versionsOf(stored) })).toEqual([]);
  });

  /** The definition as the server reads it of YAML; it keeps nothing. */
  async function read(yaml: string): Promise<JsonObject> {
    const { host, tlsClientConfig } = adminConfig(server);
    const { caData: ca, certData: cert, keyData: key } = tlsClientConfig;
    const url = `${host}/apis/apiextensions.k8s.io/v1/customresourcedefinitions?dryRun=All`;
    const headers = { "Content-Type": "application/yaml", Accept: "application/json" };
    const sent = request(url, { method: "POST", ca, cert, key, headers, agent: false });
    sent.end(yaml);
    const [response] = await once(sent, "response");
    const answer: JsonValue = JSON.parse(await text(response));
    if (!isJsonObject(answer)) throw new Error("an answer is an object");
    return answer;
  }
});
