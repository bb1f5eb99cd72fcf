// Answers each watch with one object and a bookmark a minute, as an API server does where nothing happens. `/watches` says
// how many were opened so far. Prints its port.
import { createServer } from "node:http";

const bookmarkMs = 60_000;
let watches = 0;

const server = createServer((request, response) => {
  if (request.url === "/watches") {
    response.end(String(watches));
    return;
  }
  if (!request.url.includes("sendInitialEvents=true")) {
    response.writeHead(400).end();
    return;
  }
  const index = watches++;
  response.writeHead(200, { "content-type": "application/json" });
  response.write(event({ type: "ADDED", metadata: { name: "only", resourceVersion: "1" } }));
  const annotations = { "k8s.io/initial-events-end": "true" };
  response.write(event({ type: "BOOKMARK", metadata: { resourceVersion: "1", annotations } }));
  let version = 1;
  const bookmark = () => {
    const metadata = { resourceVersion: String(++version) };
    response.write(event({ type: "BOOKMARK", metadata }));
    timer = setTimeout(bookmark, bookmarkMs);
  };
  // Spread over the minute.
  let timer = setTimeout(bookmark, ((index % 60) * bookmarkMs) / 60);
  response.once("close", () => clearTimeout(timer));
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));

function event({ type, metadata }) {
  const object = { apiVersion: "bench.example.com/v1", kind: "Widget", metadata };
  return `${JSON.stringify({ type, object })}\n`;
}
