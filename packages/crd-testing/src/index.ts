export type {
  Attributes,
  Authorizer,
  Decision,
} from "./apiserver/authorization/authorizer.js";
export { EmbeddedApiServer } from "./apiserver/embedded/embedded-api-server.js";
export { ListenError, ListeningServer } from "./apiserver/embedded/listening-server.js";
export { InvalidObjectError } from "./apiserver/embedded/objects.js";
export type { EmbeddedApiServerOptions, ListenOptions } from "./apiserver/embedded/options.js";
export type { EmbeddedUser, EmbeddedUserOptions } from "./apiserver/embedded/users.js";
export type { Fault, FaultHandle, FaultMatch } from "./apiserver/faults/fault.js";
export type { Faults } from "./apiserver/faults/faults.js";
export type {
  ClientCertificate,
  Handler,
  ServerRequest,
  ServerResponse,
  User,
} from "./apiserver/http.js";
export type { StorageState } from "./apiserver/storage/index.js";
export type { Random } from "./apiserver/verbs/random.js";
export { FakeClock, type FakeClockOptions } from "./clock/fake-clock.js";
export * from "./envtest/index.js";
export { type Action, type ActionMatch, actionMatches } from "./fake/action.js";
export type { FakeResource } from "./fake/definitions.js";
export { Fake, type FakeOptions } from "./fake/fake.js";
export { type FakeWatchEvent, FakeWatcher } from "./fake/fake-watcher.js";
export type { Reaction, Reactor, WatchReaction, WatchReactor } from "./fake/reactor.js";
