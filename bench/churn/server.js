// Has so many widgets that change all the time: most are updated, some go and others come. Now and then it says that the
// watch is too old, so that the client begins anew. `/widgets` says how many there are and the sum of their versions;
// `/stop` ends the changes. Prints its port.
import { createServer } from "node:http";
import { widget } from "../apiserver/definitions.js";

const [count, rate] = process.argv.slice(2).map(Number);
const tickMs = 10;
const expireMs = 20_000;

let version = 1;
let created = 0;
/** Objects of now: their numbers and versions. */
const objects = Array.from({ length: count }, create);
let response;
let dueExpiry = Date.now() + expireMs;
let due = 0;

function create() {
  return { index: created++, version: ++version };
}

function change() {
  const dice = Math.random();
  if (dice < 0.05) {
    const fresh = create();
    objects.push(fresh);
    return lineOf({ type: "ADDED", object: fresh });
  }
  const place = Math.floor(Math.random() * objects.length);
  const object = objects[place];
  object.version = ++version;
  if (dice > 0.1 || objects.length < count / 2) return lineOf({ type: "MODIFIED", object });
  const last = objects.pop();
  if (last !== object) objects[place] = last;
  return lineOf({ type: "DELETED", object });
}

function lineOf({ type, object }) {
  const { metadata, ...rest } = widget(object.index);
  const fieldsV1 = { "f:spec": { ".": {}, "f:image": {}, "f:replicas": {}, "f:args": {} } };
  const own = {
    ...metadata,
    namespace: `namespace-${object.index % 100}`,
    uid: `00000000-0000-4000-8000-${object.index.toString(16).padStart(12, "0")}`,
    resourceVersion: String(object.version),
    managedFields: [{ manager: "churn", operation: "Update", fieldsType: "FieldsV1", fieldsV1 }],
  };
  return `${JSON.stringify({ type, object: { ...rest, metadata: own } })}\n`;
}

function bookmark() {
  const annotations = { "k8s.io/initial-events-end": "true" };
  const metadata = { resourceVersion: String(version), annotations };
  const object = { apiVersion: "bench.example.com/v1", kind: "Widget", metadata };
  return `${JSON.stringify({ type: "BOOKMARK", object })}\n`;
}

function expired() {
  const message = "too old resource version";
  const object = { kind: "Status", apiVersion: "v1", status: "Failure", message, code: 410 };
  return `${JSON.stringify({ type: "ERROR", object: { ...object, reason: "Expired" } })}\n`;
}

const ticker = setInterval(() => {
  if (response === undefined || response.writableNeedDrain) return;
  if (Date.now() > dueExpiry) {
    dueExpiry = Date.now() + expireMs;
    response.end(expired());
    response = undefined;
    return;
  }
  let lines = "";
  for (due += (rate * tickMs) / 1000; due >= 1; due--) lines += change();
  response.write(lines);
}, tickMs);

const server = createServer((request, answer) => {
  if (request.url === "/stop") clearInterval(ticker);
  if (request.url === "/stop" || request.url === "/widgets") {
    const versions = objects.reduce((sum, object) => sum + object.version, 0);
    answer.end(JSON.stringify({ objects: objects.length, versions }));
    return;
  }
  if (!request.url.includes("sendInitialEvents=true")) {
    answer.writeHead(400).end();
    return;
  }
  answer.writeHead(200, { "content-type": "application/json" });
  answer.once("close", () => {
    if (response === answer) response = undefined;
  });
  writeAll(answer);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));

/** All that exist, a thousand at a time; nothing changes until they are written. */
async function writeAll(answer) {
  for (let start = 0; start < objects.length; start += 1000) {
    const page = objects.slice(start, start + 1000);
    answer.write(page.map((object) => lineOf({ type: "ADDED", object })).join(""));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  answer.write(bookmark());
  response = answer;
}
