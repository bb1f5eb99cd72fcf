// Answers every watch with recorded events: what exists at once, then the updates round and round, so many a second, until
// the client goes. Prints its port.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { performance } from "node:perf_hooks";

const [existingFile, updatesFile, rate] = process.argv.slice(2);
const tickMs = 5;
/** Until the client has handled what exists. */
const pauseMs = 1_000;

const existing = readFileSync(existingFile);
const updates = readFileSync(updatesFile, "latin1")
  .trimEnd()
  .split("\n")
  .map((line) => Buffer.from(`${line}\n`, "latin1"));

const server = createServer((request, response) => {
  if (!request.url.includes("sendInitialEvents=true")) {
    response.writeHead(400).end();
    return;
  }
  response.writeHead(200, { "content-type": "application/json" });
  response.write(existing);
  setTimeout(send, pauseMs, response);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));

function send(response) {
  const begun = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    if (response.writableNeedDrain) return;
    const due = Math.floor(((performance.now() - begun) / 1000) * Number(rate));
    const lines = [];
    for (; sent < due; sent++) lines.push(updates[sent % updates.length]);
    if (lines.length > 0) response.write(Buffer.concat(lines));
  }, tickMs);
  response.once("close", () => clearInterval(timer));
}
