import { type FieldError, invalid, required } from "../field-error.js";

const form = "; desired format: https://host[/path]";
const url = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** What is wrong with the URL of a webhook: it is https, with a host, without user, query or fragment. */
export function webhookURLErrors(value: string, field: string): readonly FieldError[] {
  const [, scheme = "", authority = "", , query = "", fragment = ""] = url.exec(value) ?? [];
  const at = authority.lastIndexOf("@");
  const host = authority.slice(at + 1);
  const errors: FieldError[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value)) {
    const detail = `url must be a valid URL: parse ${JSON.stringify(value)}: net/url: invalid control character in URL${form}`;
    return [required(field, detail)];
  }
  if (scheme.toLowerCase() !== "https") {
    const detail = `'https' is the only allowed URL scheme${form}`;
    errors.push(invalid({ field, value: scheme.toLowerCase(), detail }));
  }
  if (host === "")
    errors.push(invalid({ field, value: host, detail: `host must be specified${form}` }));
  if (at >= 0) {
    const user = authority.slice(0, at);
    errors.push(
      invalid({ field, value: user, detail: "user information is not permitted in the URL" }),
    );
  }
  if (fragment !== "") {
    errors.push(
      invalid({ field, value: fragment, detail: "fragments are not permitted in the URL" }),
    );
  }
  if (query !== "") {
    const detail = "query parameters are not permitted in the URL";
    errors.push(invalid({ field, value: query, detail }));
  }
  return errors;
}
