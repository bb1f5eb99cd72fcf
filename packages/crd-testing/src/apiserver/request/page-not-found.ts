import type { ServerResponse } from "../http.js";

/** What the server says of a path that it does not know: no Status. */
export function pageNotFound(): ServerResponse {
  return {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
    body: Buffer.from("404 page not found\n"),
  };
}
