import { unsupportedMediaType } from "../../status/index.js";
import { mediaTypes } from "./representation.js";

/** How a body is written. */
export type BodyFormat = "json" | "protobuf" | "yaml";

const formats: ReadonlyMap<string, BodyFormat> = new Map([
  ["", "json"],
  ["application/json", "json"],
  ["application/yaml", "yaml"],
  ["application/vnd.kubernetes.protobuf", "protobuf"],
]);

/** How the Content-Type header says that a body is written; JSON without one. @throws StatusError 415 */
export function bodyFormatOf(contentType: string): BodyFormat {
  const format = formats.get(withoutParameters(contentType).toLowerCase());
  if (format === undefined) throw unsupportedMediaType(mediaTypes);
  return format;
}

/** `application/json` of `application/json; charset=utf-8`. */
export function withoutParameters(contentType: string): string {
  const semicolon = contentType.indexOf(";");
  return (semicolon === -1 ? contentType : contentType.slice(0, semicolon)).trim();
}
