import type { Caller, Closable } from "./contract-server.js";
import type { Json } from "./json.js";

/** Cases about one thing. Everything in it is data; strings may hold `$(...)`, see bindings.ts. */
export interface Topic {
  /** Also the name of its file of recorded answers. */
  readonly name: string;
  /** CustomResourceDefinitions that are served before the first case begins, for all cases together. */
  readonly definitions?: readonly Definition[];
  /** Sequences of steps by title. Each has a namespace of its own: `$(ns)`. */
  readonly cases: Readonly<Record<string, readonly Step[]>>;
}

/** A CustomResourceDefinition of the topic's group `$(group)`. */
export interface Definition {
  readonly plural: string;
  readonly kind: string;
  readonly scope?: "Namespaced" | "Cluster";
  readonly names?: Json;
  /** Of the spec: conversion, preserveUnknownFields. */
  readonly spec?: Json;
  /** openAPIV3Schema of the only version v1 ... */
  readonly schema?: Json;
  /** ... and what else that version has: subresources, selectableFields, additionalPrinterColumns. */
  readonly version?: Json;
  /** All versions, for more than one. */
  readonly versions?: readonly Json[];
}

export type Step =
  | RequestStep
  | WatchStep
  | FramesStep
  | PendingStep
  | EndStep
  | DrainStep
  | UntilStep
  | HookStep;

/**
 * Where a request goes: a literal path, or one that begins with a resource of the topic or a built-in one and continues as in
 * the API: `widgets`, `widgets/a/status?dryRun=All`, `widgets@v2/a`. The namespace of the case is filled in.
 */
export type Path = string;

interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  /** The administrator unless given. */
  readonly caller?: Caller;
}

interface Keeping {
  /** Binds `$(name)` to metadata.resourceVersion of the answer. */
  readonly save?: string;
  /** What of the answer is compared, where not all of it belongs to the case. */
  readonly view?: (body: Json) => Json;
}

/** Exactly one of the verbs, and at most one of the bodies. apiVersion and kind are filled in where the path names a resource. */
export interface RequestStep extends Sending, Keeping {
  readonly GET?: Path;
  readonly POST?: Path;
  readonly PUT?: Path;
  readonly PATCH?: Path;
  readonly DELETE?: Path;
  /** Any other method: `OPTIONS /path`. */
  readonly METHOD?: string;
  readonly body?: Json;
  /** Bodies of PATCH, by content type. */
  readonly json?: Json;
  readonly merge?: Json;
  readonly strategic?: Json;
  readonly apply?: Json;
  /** A body that is sent as it stands. */
  readonly text?: string;
  /** A body of a built-in kind that is sent in protobuf, ... */
  readonly protobuf?: Json;
  /** ... of which so many bytes are sent, from the end when negative, ... */
  readonly cut?: number;
  /** ... or that stands here in hexadecimal. */
  readonly hex?: string;
  /** Content type; application/json unless given or implied. */
  readonly type?: string;
}

/** Opens a watch under a name. */
export interface WatchStep extends Sending {
  readonly WATCH: string;
  readonly of: Path;
}

/** The next frames of a watch. Bookmarks count only when they end the initial events, for others are a matter of time. */
export interface FramesStep {
  readonly FRAMES: string;
  readonly count: number;
}

/** What has arrived on a watch so far, after other steps have proved that something would have. */
export interface PendingStep {
  readonly PENDING: string;
}

/** Frames up to the end of a watch. */
export interface EndStep {
  readonly END: string;
}

/** Frames up to one of the object with this name, or to the end. */
export interface DrainStep {
  readonly DRAIN: string;
  readonly fence: string;
}

/** Asks again until the answer is as wanted; the last answer counts. */
export interface UntilStep extends Sending, Keeping {
  readonly UNTIL: Path;
  /** Applies instead of asking. */
  readonly apply?: Json;
  readonly holds: (body: Json, status: number) => boolean;
}

/** Does something that is not a request: starts a webhook and binds its address, say. Nothing is recorded. */
export interface HookStep {
  readonly HOOK: (bind: (name: string, value: string) => void) => Promise<Closable>;
}

export function isRequest(step: Step): step is RequestStep {
  return methods.some((method) => method in step);
}

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "METHOD"] as const;
