// Gives a fresh API server the CRD and so many widgets in a hundred namespaces, 1.6 KB each as the server returns them. One
// is created and gets a status; the others are written into etcd as it is stored, which takes a hundredth of the time.
import { request } from "node:http";
import { KubeConfig } from "@kubernetes/client-node";
import { ResourceClient, RestClient } from "crd-runtime";
import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import { definition, widget } from "../apiserver/definitions.js";

/** etcd takes 128 operations a transaction at most. */
const batchSize = 100;
const transactionsAtOnce = 4;

const [kubeconfig, socketPath, count] = process.argv.slice(2);
const config = new KubeConfig();
config.loadFromFile(kubeconfig);
const stored = await createFirst();
let next = 1;
await Promise.all(Array.from({ length: transactionsAtOnce }, write));

async function createFirst() {
  const definitions = ApiextensionsClientset.forConfig(config)
    .apiextensionsV1()
    .customResourceDefinitions();
  await definitions.createOrUpdate(definition());
  await definitions.waitForEstablished(definition().metadata.name);
  const rest = RestClient.forConfig(config);
  const widgets = new ResourceClient({
    rest,
    group: "bench.example.com",
    version: "v1",
    resource: "widgets",
    kind: "Widget",
    namespaced: true,
    namespace: "default",
  });
  const created = await widgets.create(widget(0), { fieldManager: "kubectl-client-side-apply" });
  const result = await widgets.updateStatus(
    { ...created, status: { phase: "Running" } },
    { fieldManager: "widget-controller" },
  );
  rest.close();
  return result;
}

async function write() {
  while (next < Number(count)) {
    const first = next;
    next = Math.min(Number(count), first + batchSize);
    await put(Array.from({ length: next - first }, (_, offset) => entryOf(first + offset)));
  }
}

function entryOf(index) {
  const fresh = widget(index);
  const { resourceVersion: _version, ...metadata } = stored.metadata;
  const { name, labels } = fresh.metadata;
  const namespace = `namespace-${index % 100}`;
  const uid = `00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
  const object = {
    ...stored,
    metadata: { ...metadata, name, namespace, uid, labels },
    spec: fresh.spec,
  };
  return {
    key: base64(`/registry/bench.example.com/widgets/${namespace}/${name}`),
    value: base64(`${JSON.stringify(object)}\n`),
  };
}

/** One transaction through etcd's gateway for JSON. */
async function put(entries) {
  const body = JSON.stringify({ success: entries.map((entry) => ({ requestPut: entry })) });
  await new Promise((resolve, reject) => {
    const headers = { host: "localhost", "content-length": String(Buffer.byteLength(body)) };
    request({ socketPath, path: "/v3/kv/txn", method: "POST", headers }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`etcd: ${Buffer.concat(parts).toString().slice(0, 500)}`));
      });
    })
      .once("error", reject)
      .end(body);
  });
}

function base64(text) {
  return Buffer.from(text).toString("base64");
}
