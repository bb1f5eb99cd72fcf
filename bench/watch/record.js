// Records what a real API server sends over one watch: the existing widgets, then so many updates of them. Writes it into
// two files, one event a line.
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { request } from "node:https";
import { RestClient } from "crd-runtime";

const [configFile, existingFile, updatesFile, count] = process.argv.slice(2);
const wanted = Number(count);
const atOnce = 16;
const config = JSON.parse(await readFile(configFile, "utf8"));
const rest = RestClient.forConfig(config);
const { existing, updates } = await record();
writeFileSync(existingFile, existing);
writeFileSync(updatesFile, updates);
rest.close();

async function record() {
  const { caData: ca, certData: cert, keyData: key } = config.tlsClientConfig;
  const query =
    "watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";
  const url = new URL(`/apis/bench.example.com/v1/widgets?${query}`, config.host);
  const response = await new Promise((resolve, reject) => {
    request(url, { ca, cert, key }, resolve).once("error", reject).end();
  });
  const lines = linesOf(response);
  const initial = [];
  for await (const line of lines) {
    initial.push(line);
    if (line.includes("k8s.io/initial-events-end")) break;
  }
  const names = initial.slice(0, -1).map((line) => JSON.parse(line).object.metadata);
  const changed = [];
  const changes = changeAll(names);
  for await (const line of lines) {
    if (!line.startsWith('{"type":"MODIFIED"')) continue;
    changed.push(line);
    if (changed.length === wanted) break;
  }
  await changes;
  response.destroy();
  return { existing: `${initial.join("\n")}\n`, updates: `${changed.join("\n")}\n` };
}

async function changeAll(objects) {
  let next = 0;
  const work = async () => {
    while (next < wanted) {
      const { namespace, name } = objects[next % objects.length];
      await rest.request({
        method: "PATCH",
        path: `/apis/bench.example.com/v1/namespaces/${namespace}/widgets/${name}`,
        body: { spec: { replicas: 100 + next++ } },
        contentType: "application/merge-patch+json",
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Iterated twice, the second time from where the first ended. */
function linesOf(response) {
  response.setEncoding("utf8");
  const chunks = response[Symbol.asyncIterator]();
  const waiting = [];
  let rest = "";
  const next = async () => {
    while (waiting.length === 0) {
      const { value, done } = await chunks.next();
      if (done) return { value: undefined, done };
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      waiting.push(...lines);
    }
    return { value: waiting.shift(), done: false };
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}
