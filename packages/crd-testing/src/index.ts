export type { Handler, ServerRequest, ServerResponse, User } from "./apiserver/http.js";
export * from "./envtest/index.js";
