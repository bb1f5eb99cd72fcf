export type { Handler, ServerRequest, ServerResponse, User } from "./apiserver/http.js";
export { FakeClock } from "./clock/fake-clock.js";
export * from "./envtest/index.js";
