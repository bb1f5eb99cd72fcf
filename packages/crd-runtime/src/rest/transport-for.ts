import type { RestConfig } from "./config.js";
import { ConfigError } from "./errors.js";
import { type Address, parseAddress } from "./http/address.js";
import { credentialsFor } from "./http/credentials-for.js";
import { NodeTransport } from "./http/node-transport.js";
import type { Transport } from "./transport.js";

/** Transports by the configuration that they were made for, so that its clients share connections. */
const transports = new WeakMap<RestConfig, Transport>();

/**
 * The transport of a configuration: the one it brings, else one over the network.
 *
 * @throws ConfigError
 */
export function transportFor(config: RestConfig): {
  readonly transport: Transport;
  readonly host: string;
} {
  if (typeof config.host !== "string" || config.host === "") {
    throw new ConfigError("the configuration names no host: the address of an API server");
  }
  if (config.transport !== undefined) {
    return { transport: config.transport, host: config.host };
  }
  const address = parseAddress(config.host);
  const transport = transports.get(config) ?? createTransport({ config, address });
  transports.set(config, transport);
  return { transport, host: address.origin + address.basePath };
}

function createTransport(input: {
  readonly config: RestConfig;
  readonly address: Address;
}): Transport {
  const { config, address } = input;
  return new NodeTransport({
    address,
    credentials: credentialsFor(config),
    proxy: config.proxy,
    clock: config.clock,
  });
}
