import { badRequest } from "../status/index.js";
import { base64Bytes, InvalidBase64 } from "./raw-base64.js";

/** Where the next page of a list begins. */
export interface ContinueToken {
  /** Revision of all pages; below 0: whatever is current. */
  readonly revision: number;
  /** Key below the collection or namespace that is listed. */
  readonly start: string;
}

const version = "meta.k8s.io/v1";
const invalidKey = "continue key is not valid";

/** The token in the form that clients hand back: storage.EncodeContinue of apiserver. */
export function encodeContinue({ revision, start }: ContinueToken): string {
  return Buffer.from(JSON.stringify({ v: version, rv: revision, start })).toString("base64url");
}

/**
 * Reads a token. Texts are the API server's; those that come from Go's JSON decoder are close to it.
 *
 * @throws StatusError 400
 */
export function decodeContinue(text: string): ContinueToken {
  const { v, rv, start } = membersOf(text);
  if (v !== version)
    throw invalid(`${invalidKey}: server does not recognize this encoded version ${v}`);
  if (rv === 0) {
    throw invalid(`${invalidKey}: incorrect encoded start resourceVersion (version ${version})`);
  }
  if (start === "") throw invalid(`${invalidKey}: encoded start key empty (version ${version})`);
  const path = start.startsWith("/") ? start.slice(1) : start;
  // Nobody leaves the collection, or names a key twice.
  const clean = path === "" || path.split("/").every((part) => !["", ".", ".."].includes(part));
  if (!clean) throw invalid(`${invalidKey}: ${start}`);
  return { revision: rv, start: path };
}

interface Members {
  readonly v: string;
  readonly rv: number;
  readonly start: string;
}

function membersOf(text: string): Members {
  const json = jsonOf(text);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw invalid(`${invalidKey}: ${syntaxProblem(json)}`);
  }
  const members = { v: "", rv: 0, start: "" };
  if (value === null) return members;
  if (typeof value !== "object" || Array.isArray(value)) {
    const target = "Go value of type storage.continueToken";
    throw invalid(`${invalidKey}: json: cannot unmarshal ${goKind(value)} into ${target}`);
  }
  // Go matches names without regard to case; the last one wins.
  for (const [name, member] of Object.entries(value)) {
    if (member === null) continue;
    switch (name.toLowerCase()) {
      case "v":
        members.v = textOf({ name: "v", member });
        break;
      case "rv":
        members.rv = integerOf({ name: "rv", member });
        break;
      case "start":
        members.start = textOf({ name: "start", member });
    }
  }
  return members;
}

function jsonOf(text: string): string {
  try {
    return new TextDecoder().decode(base64Bytes(text));
  } catch (error) {
    if (error instanceof InvalidBase64) throw invalid(`${invalidKey}: ${error.message}`);
    throw error;
  }
}

interface Member {
  readonly name: string;
  readonly member: unknown;
}

function textOf({ name, member }: Member): string {
  if (typeof member === "string") return member;
  throw wrongType({ name, member, type: "string" });
}

function integerOf({ name, member }: Member): number {
  if (typeof member === "number" && Number.isInteger(member)) return member;
  throw wrongType({ name, member, type: "int64" });
}

function wrongType(input: Member & { readonly type: string }): Error {
  const { name, member, type } = input;
  const kind = typeof member === "number" ? `number ${member}` : goKind(member);
  const target = `Go struct field continueToken.${name} of type ${type}`;
  return invalid(`${invalidKey}: json: cannot unmarshal ${kind} into ${target}`);
}

function goKind(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : typeof value;
}

function syntaxProblem(json: string): string {
  const first = json.trimStart().charAt(0);
  return first === "" || /[{["\-0-9tfn]/.test(first)
    ? "unexpected end of JSON input"
    : `invalid character '${first}' looking for beginning of value`;
}

function invalid(problem: string): Error {
  return badRequest(`invalid continue token: ${problem}`);
}
