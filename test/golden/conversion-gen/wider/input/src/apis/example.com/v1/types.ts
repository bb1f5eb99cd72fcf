import type { double, int32, IntOrString } from "crd-runtime";

/** Every member has a wider type in the newer version. */
export interface Job {
  port: IntOrString;
  name: IntOrString;
  level: int32;
  mode: IntOrString;
  ratio: double;
  started: string;
  timeout: string;
  arguments?: string | string[];
  lines: string | string[];
  host: Host | Host[];
  hosts: Hosts;
  first: Hosts;
  tls: boolean | Host;
  proxy?: Host | boolean | null;
  source: Source | Source[];
  inline: { host: Host } | { host: Host }[];
  // New, and to the compiler in every object.
  constructor?: Host;
}

export type Hosts = Host | Host[];

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
