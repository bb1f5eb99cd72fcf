import { isEmail } from "./email.js";
import { isCIDR, isIPv4, isIPv6, isMAC } from "./net.js";
import { isCreditCard, isISBN10, isISBN13, isSSN } from "./numbers.js";
import { isDate, isDateTime, isDuration } from "./time.js";
import { isRequestURI } from "./uri.js";

/** Whether a string has a format. */
export type FormatCheck = (text: string) => boolean;

// Every pattern is linear.
const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const uuid3 = /^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const uuid4 = /^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i;
const uuid5 = /^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i;
const hexColor = /^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/;
const colorPart = "(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])";
const space = "[\\t\\n\\f\\r ]*";
const rgbColor = new RegExp(
  `^rgb\\(${space}${colorPart}${space},${space}${colorPart}${space},${space}${colorPart}${space}\\)$`,
);
const base64Body = /^[A-Za-z0-9+/]*={0,2}$/;
const bsonObjectId = /^[0-9a-fA-F]{24}$/;
const shortName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const hostLabel = /^[a-zA-Z0-9\p{S}\p{L}](?:[a-zA-Z0-9\-\p{S}\p{L}]{0,61}[a-zA-Z0-9\p{S}\p{L}])?$/u;
const singleLabel = /^[a-zA-Z0-9\p{S}\p{L}]-?[a-zA-Z0-9\p{S}\p{L}]{0,62}$/u;
const topLevel = /^[a-zA-Z\p{L}]{2,63}$/u;

const checks: ReadonlyMap<string, FormatCheck> = new Map<string, FormatCheck>([
  ["bsonobjectid", (text) => bsonObjectId.test(text)],
  ["uri", isRequestURI],
  ["email", isEmail],
  ["hostname", isHostname],
  ["ipv4", isIPv4],
  ["ipv6", isIPv6],
  ["cidr", isCIDR],
  ["mac", isMAC],
  ["uuid", (text) => uuid.test(text)],
  ["uuid3", (text) => uuid3.test(text)],
  ["uuid4", (text) => uuid4.test(text)],
  ["uuid5", (text) => uuid5.test(text)],
  ["isbn", (text) => isISBN10(text) || isISBN13(text)],
  ["isbn10", isISBN10],
  ["isbn13", isISBN13],
  ["creditcard", isCreditCard],
  ["ssn", isSSN],
  ["hexcolor", (text) => hexColor.test(text)],
  ["rgbcolor", (text) => rgbColor.test(text)],
  ["byte", isBase64],
  ["password", () => true],
  ["date", isDate],
  ["duration", isDuration],
  ["datetime", isDateTime],
  ["k8sshortname", isShortName],
  ["k8slongname", isLongName],
]);

/**
 * The check of a format of strings, undefined for a format that the server does not know: it then checks nothing. Dashes
 * in the name do not count: `date-time` is `datetime`.
 *
 * Follows strfmt of kube-openapi, as far as apiextensions-apiserver 1.37 uses it.
 */
export function stringFormat(name: string): FormatCheck | undefined {
  return checks.get(name.replaceAll("-", ""));
}

function isBase64(text: string): boolean {
  return text !== "" && text.length % 4 === 0 && base64Body.test(text);
}

function isShortName(text: string): boolean {
  return text.length <= 63 && shortName.test(text);
}

function isLongName(text: string): boolean {
  return text.length <= 253 && text.split(".").every((label) => shortName.test(label));
}

/** One label, with at most one dash, after its first character; or labels and a top-level domain. */
function isHostname(text: string): boolean {
  if (Buffer.byteLength(text) > 255) return false;
  const labels = text.split(".");
  if (labels.some((label) => Buffer.byteLength(label) > 63)) return false;
  if (singleLabel.test(text)) return true;
  const last = labels.pop() ?? "";
  return labels.length > 0 && topLevel.test(last) && labels.every((label) => hostLabel.test(label));
}
