import { ConfigError } from "../../rest/index.js";
import type { CoreV1Event } from "../event-types.js";

/** How events are kept from flooding the server. Names and values follow client-go's `CorrelatorOptions`. */
export interface CorrelatorOptions {
  /** Groups of events that are remembered; 4096 when absent. */
  readonly lruCacheSize?: number | undefined;
  /** Events about one object that go at once; 25 when absent. */
  readonly burstSize?: number | undefined;
  /** Events a second about one object after that; 1/300 when absent. */
  readonly qps?: number | undefined;
  /** Different messages in a group from which on they become one event; 10 when absent. */
  readonly maxEvents?: number | undefined;
  /** Seconds without a similar event after which counting begins anew; 600 when absent. */
  readonly maxIntervalInSeconds?: number | undefined;
  /** What events are similar: those of one key. Source, object, type and reason when absent. */
  readonly keyFunc?: ((event: CoreV1Event) => string) | undefined;
  /** The message of the event that stands for similar ones. */
  readonly messageFunc?: ((event: CoreV1Event) => string) | undefined;
  /** What events share a budget: those of one key. Source and object when absent. */
  readonly spamKeyFunc?: ((event: CoreV1Event) => string) | undefined;
}

export type CompleteCorrelatorOptions = {
  readonly [K in keyof CorrelatorOptions]-?: NonNullable<CorrelatorOptions[K]>;
};

/** @throws ConfigError when a number is not above 0 */
export function completeOptions(options: CorrelatorOptions): CompleteCorrelatorOptions {
  const numbers = {
    lruCacheSize: options.lruCacheSize ?? 4_096,
    burstSize: options.burstSize ?? 25,
    qps: options.qps ?? 1 / 300,
    maxEvents: options.maxEvents ?? 10,
    maxIntervalInSeconds: options.maxIntervalInSeconds ?? 600,
  };
  for (const [name, value] of Object.entries(numbers)) {
    if (!(value > 0)) throw new ConfigError(`event correlation: ${name} must be above 0: ${value}`);
  }
  return {
    ...numbers,
    keyFunc: options.keyFunc ?? aggregateKey,
    messageFunc: options.messageFunc ?? ((event) => `${combined}${event.message ?? ""}`),
    spamKeyFunc: options.spamKeyFunc ?? spamKey,
  };
}

const combined = "(combined from similar events): ";

/** All that makes an event what it is, but when. */
export function eventKey(event: CoreV1Event): string {
  const { involvedObject, type, reason, message } = event;
  return keyOf([spamKey(event), involvedObject.fieldPath, type, reason, message]);
}

function aggregateKey(event: CoreV1Event): string {
  const { type, reason, reportingComponent, reportingInstance } = event;
  return keyOf([spamKey(event), type, reason, reportingComponent, reportingInstance]);
}

function spamKey({ source, involvedObject }: CoreV1Event): string {
  const { kind, namespace, name, uid, apiVersion } = involvedObject;
  return keyOf([source?.component, source?.host, kind, namespace, name, uid, apiVersion]);
}

function keyOf(parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts);
}
