export { OpenApiHandler, openApiPaths } from "./openapi-handler.js";
