import type { Duration, int32, Time } from "crd-runtime";

/** Every member has a wider type in the newer version. */
export interface Job {
  port: int32;
  name: string;
  level: 1 | 2;
  mode: "Fast" | "Safe";
  ratio: 0.5 | 1;
  started: Time;
  timeout: Duration;
  arguments?: string;
  lines: string[];
  host: Host;
  hosts: Host[];
  first: Host;
  tls: boolean;
  proxy?: Host | null;
  source: Source;
  inline: { host: Host };
}

export interface Host {
  name: string;
}

export type Source = Git | Http;

export interface Git {
  type: "git";
  url: string;
}

export interface Http {
  type: "http";
  host: Host;
}
