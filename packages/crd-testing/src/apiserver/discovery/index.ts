export { DiscoveryHandler, type DiscoveryOptions } from "./discovery-handler.js";
export { embeddedVersion, type ServerVersion } from "./server-version.js";
