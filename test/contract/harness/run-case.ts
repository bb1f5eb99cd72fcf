import { parse as parseYaml } from "yaml";
import { parseJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import type { Bindings } from "./bindings.js";
import {
  type Closable,
  type ContractAnswer,
  type ContractRequest,
  type ContractServer,
  type ContractStream,
  Silence,
} from "./contract-server.js";
import { contractHeaders, type Exchange } from "./exchange.js";
import { at, type Json } from "./json.js";
import { callerOf, headersOf, prepare, stepName } from "./prepare.js";
import { resolve } from "./resources.js";
import { isRequest, type Step, type Topic, type UntilStep, type WatchStep } from "./topic.js";

/** A live server is never this slow, however loaded; no test waits so long unless it fails. */
const livenessMs = 15_000;
const pollMs = 20;
const decoder = new TextDecoder();

/** Plays the steps of a case. What goes wrong on the way ends it, and is an exchange itself. */
export async function runCase(input: {
  readonly steps: readonly Step[];
  readonly topic: Topic;
  readonly server: ContractServer;
  readonly bindings: Bindings;
}): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  const player = new Player(input);
  for (const step of input.steps) {
    try {
      const exchange = await player.play(step);
      if (exchange !== undefined) exchanges.push(exchange);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      exchanges.push({ step: nameOf(step), problem });
      break;
    }
  }
  await player.close();
  return exchanges;
}

class Player implements Closable {
  readonly #topic: Topic;
  readonly #server: ContractServer;
  readonly #bindings: Bindings;
  readonly #opened: Closable[] = [];
  readonly #watches = new Map<string, ContractStream>();

  constructor(input: {
    readonly topic: Topic;
    readonly server: ContractServer;
    readonly bindings: Bindings;
  }) {
    this.#topic = input.topic;
    this.#server = input.server;
    this.#bindings = input.bindings;
  }

  async play(step: Step): Promise<Exchange | undefined> {
    const name = nameOf(step);
    if (isRequest(step)) {
      const request = prepare({ step, topic: this.#topic, bindings: this.#bindings });
      const answer = await this.#answer(request);
      const exchange = this.#exchange({ name, answer, save: step.save, view: step.view });
      const generateName = at(step.body ?? step.apply, "metadata", "generateName");
      return typeof generateName === "string" ? { ...exchange, generateName } : exchange;
    }
    if ("WATCH" in step) return this.#watch(step);
    if ("FRAMES" in step) return { step: name, frames: await this.#frames(step) };
    if ("PENDING" in step) {
      const frames = this.#stream(step.PENDING).pending.map((line) => toJson(parseJSON(line)));
      return { step: name, frames };
    }
    if ("END" in step)
      return { step: name, ...(await this.#rest({ watch: step.END, fence: undefined })) };
    if ("DRAIN" in step)
      return {
        step: name,
        ...(await this.#rest({ watch: step.DRAIN, fence: this.#bindings.text(step.fence) })),
      };
    if ("UNTIL" in step) return this.#until(step);
    this.#opened.push(await step.HOOK((variable, value) => this.#bindings.bind(variable, value)));
    return undefined;
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((opened) => opened.close()));
  }

  /** Whoever turns a request into a watch by mistake waits for ever. */
  async #answer(request: ContractRequest): Promise<ContractAnswer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Silence(livenessMs)), livenessMs);
    });
    try {
      return await Promise.race([this.#server.send(request), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #watch(step: WatchStep): Promise<Exchange> {
    const { path } = resolve({ topic: this.#topic, path: step.of });
    const bindings = this.#bindings;
    const stream = await this.#server.open({
      method: "GET",
      path: bindings.text(`${path}${path.includes("?") ? "&" : "?"}watch=true`),
      headers: headersOf({ headers: step.headers, type: undefined, bindings }),
      body: undefined,
      caller: callerOf({ caller: step.caller ?? { as: "admin" }, bindings }),
    });
    this.#opened.push(stream);
    this.#watches.set(step.WATCH, stream);
    const head = {
      step: nameOf(step),
      status: stream.status,
      ...contractHeaders(stream.headers),
    };
    // A refusal is an answer like others, and ends.
    return stream.status === 200 ? head : { ...head, body: await this.#refusal(stream) };
  }

  async #refusal(stream: ContractStream): Promise<Json> {
    const lines: string[] = [];
    for (let line = await stream.next(livenessMs); line !== undefined; ) {
      lines.push(line);
      line = await stream.next(livenessMs);
    }
    return bodyOf(lines.join("\n"), stream.headers);
  }

  async #frames(step: { readonly FRAMES: string; readonly count: number }): Promise<Json[]> {
    const frames: Json[] = [];
    while (frames.length < step.count) {
      const line = await this.#next(step.FRAMES, frames);
      if (line === undefined) throw new Error(`the watch ended after ${show(frames)}`);
      const frame = toJson(parseJSON(line));
      if (counts(frame)) frames.push(this.#learnFrame(frame));
    }
    return frames;
  }

  async #rest(input: {
    readonly watch: string;
    readonly fence: string | undefined;
  }): Promise<Pick<Exchange, "frames" | "end">> {
    const { watch, fence } = input;
    const frames: Json[] = [];
    for (;;) {
      const line = await this.#next(watch, frames);
      if (line === undefined) return { frames, end: true };
      const frame = toJson(parseJSON(line));
      if (counts(frame)) frames.push(this.#learnFrame(frame));
      if (fence !== undefined && at(frame, "object", "metadata", "name") === fence)
        return { frames };
    }
  }

  async #next(watch: string, frames: readonly Json[]): Promise<string | undefined> {
    try {
      return await this.#stream(watch).next(livenessMs);
    } catch (error) {
      if (!(error instanceof Silence)) throw error;
      throw new Error(`${error.message} after ${show(frames)}`);
    }
  }

  #learnFrame(frame: Json): Json {
    this.#bindings.learn({ body: at(frame, "object") ?? null, save: undefined });
    return frame;
  }

  #stream(watch: string): ContractStream {
    const stream = this.#watches.get(watch);
    if (stream === undefined) throw new Error(`there is no watch '${watch}'`);
    return stream;
  }

  async #until(step: UntilStep): Promise<Exchange> {
    const { UNTIL: path, holds, ...rest } = step;
    const verb = step.apply === undefined ? { GET: path } : { PATCH: path };
    const request = prepare({
      step: { ...verb, ...rest },
      topic: this.#topic,
      bindings: this.#bindings,
    });
    const deadline = performance.now() + livenessMs;
    for (;;) {
      const answer = await this.#server.send(request);
      const body = bodyOf(decoder.decode(answer.body), answer.headers) ?? null;
      if (holds(body, answer.status)) {
        return this.#exchange({ name: nameOf(step), answer, save: step.save, view: step.view });
      }
      if (performance.now() > deadline) throw new Error(`it never held; last answer ${show(body)}`);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }

  #exchange(input: {
    readonly name: string;
    readonly answer: ContractAnswer;
    readonly save: string | undefined;
    readonly view: ((body: Json) => Json) | undefined;
  }): Exchange {
    const { name, answer, save, view } = input;
    const text = decoder.decode(answer.body);
    const body = bodyOf(text, answer.headers);
    this.#bindings.learn({ body, save });
    return {
      step: name,
      status: answer.status,
      ...contractHeaders(answer.headers),
      ...(text === "" ? {} : { body: view === undefined ? body : view(body) }),
    };
  }
}

function nameOf(step: Step): string {
  if (isRequest(step)) return stepName(step);
  if ("WATCH" in step) return `WATCH ${step.WATCH} of ${step.of}`;
  if ("FRAMES" in step) return `FRAMES ${step.FRAMES} ${step.count}`;
  if ("PENDING" in step) return `PENDING ${step.PENDING}`;
  if ("END" in step) return `END ${step.END}`;
  if ("DRAIN" in step) return `DRAIN ${step.DRAIN}`;
  if ("UNTIL" in step) return `UNTIL ${step.UNTIL}`;
  return "HOOK";
}

function bodyOf(text: string, headers: ContractAnswer["headers"]): Json {
  const [type = ""] = headers["content-type"] ?? [];
  if (text === "") return text;
  if (/^application\/([\w.-]+\+)?json/.test(type)) return toJson(parseJSON(text));
  // Where a line is folded is a matter of taste.
  return type === "application/yaml" ? toJson(parseYaml(text)) : text;
}

function toJson(value: unknown): Json {
  // parseJSON makes nothing else.
  return value as Json;
}

/** Plain bookmarks come when time has passed. */
function counts(frame: Json): boolean {
  if (at(frame, "type") !== "BOOKMARK") return true;
  const path = ["metadata", "annotations", "k8s.io/initial-events-end"];
  const object = at(frame, "object");
  return (
    at(object, ...path) !== undefined || at(object, "rows", 0, "object", ...path) !== undefined
  );
}

function show(value: Json): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "bigint" ? String(member) : member,
  ).slice(0, 2000);
}
