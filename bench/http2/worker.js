// Speaks HTTP/1.1 or HTTP/2 with an API server, as plain Node has them, and prints milliseconds as JSON.
import { readFileSync } from "node:fs";
import { connect } from "node:http2";
import { Agent, request as httpsRequest } from "node:https";
import { performance } from "node:perf_hooks";

const [protocol, configPath, requests] = process.argv.slice(2);
const { host, tlsClientConfig } = JSON.parse(readFileSync(configPath, "utf8"));
const { caData: ca, certData: cert, keyData: key } = tlsClientConfig;
const widgets = "/apis/bench.example.com/v1/widgets";
const accept = "application/json";
/** A session of HTTP/2 has 100 streams on an API server, and one is for the change that they wait for. */
const watchCount = 90;
const windowBytes = 16 << 20;

/** Sends a request; resolves with its body, a stream, when the head is there. */
function http1() {
  const agent = new Agent({ keepAlive: true, ca, cert, key });
  const { hostname, port } = new URL(host);
  return {
    send: ({ method = "GET", path, type, body }) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
        const headers = { accept, ...(type && { "content-type": type }), ...length };
        httpsRequest({ agent, hostname, port, method, path, headers }, resolve)
          .once("error", reject)
          .end(body);
      }),
  };
}

/** The windows of the protocol are 64 KiB, with which every list would wait for the client. */
function http2() {
  const settings = { initialWindowSize: windowBytes, maxFrameSize: 1 << 20 };
  const session = connect(host, { ca, cert, key, settings });
  session.once("connect", () => session.setLocalWindowSize(windowBytes));
  return {
    send: ({ method = "GET", path, type, body }) =>
      new Promise((resolve, reject) => {
        const head = {
          ":method": method,
          ":path": path,
          accept,
          ...(type && { "content-type": type }),
        };
        const stream = session.request(head, { endStream: body === undefined });
        stream.once("response", () => resolve(stream)).once("error", reject);
        if (body !== undefined) stream.end(body);
      }),
  };
}

const { send } = protocol === "http1" ? http1() : http2();

async function read(stream) {
  const parts = [];
  return await new Promise((resolve, reject) => {
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => resolve(Buffer.concat(parts))).on("error", reject);
  });
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const first = JSON.parse((await read(await send({ path: `${widgets}?limit=1` }))).toString());
const { resourceVersion } = first.metadata;
const { name, namespace } = first.items[0].metadata;
const path = `/apis/bench.example.com/v1/namespaces/${namespace}/widgets/${name}`;

const times = [];
for (let round = 0; round < 2 * Number(requests); round++) {
  times.push(await timed(async () => JSON.parse((await read(await send({ path }))).toString())));
}
const get = times.slice(Number(requests)).sort((a, b) => a - b)[Math.floor(Number(requests) / 2)];

const list = await timed(async () => {
  for await (const _ of await send({ path: widgets })) {
    // Only the way here counts.
  }
});

let watches = [];
const open = await timed(async () => {
  const query = `watch=true&resourceVersion=${resourceVersion}`;
  const opened = Array.from({ length: watchCount }, () => send({ path: `${widgets}?${query}` }));
  watches = await Promise.all(opened);
});
const heard = Promise.all(
  watches.map((watch) => new Promise((resolve) => watch.once("data", resolve))),
);
const told = await timed(async () => {
  const body = JSON.stringify({ metadata: { labels: { changed: String(Date.now()) } } });
  await read(await send({ method: "PATCH", path, type: "application/merge-patch+json", body }));
  await heard;
});
process.stdout.write(JSON.stringify({ get, list, open, told }), () => process.exit());
