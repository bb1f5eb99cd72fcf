export type {
  APIGroup,
  APIResource,
  APIVersionResources,
  ServerResources,
} from "./api-resource.js";
export { type CachedDiscovery, MemoryCachedDiscovery } from "./cached-discovery.js";
export { DeferredDiscoveryRESTMapper, type RESTMappingOptions } from "./deferred-rest-mapper.js";
export { type Discovery, DiscoveryClient, type ServerVersion } from "./discovery-client.js";
export { StaleGroupVersionError } from "./errors.js";
export { NoMatchError, type PartialResource } from "./no-match-errors.js";
export { DiscoveryRESTMapper, type RESTMapping } from "./rest-mapper.js";
