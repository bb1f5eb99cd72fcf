import { expect, it } from "vitest";
import { requestURIError } from "../../src/schema/formats/uri.js";

// Answers of Go 1.26's url.ParseRequestURI.
it.each([
  ["a", 'parse "a": invalid URI for request'],
  ["", 'parse "": empty url'],
  ["a\u0001", 'parse "a\\x01": net/url: invalid control character in URL'],
  [":a", 'parse ":a": missing protocol scheme'],
  ["/%zz", 'parse "/%zz": invalid URL escape "%zz"'],
  ["/%", 'parse "/%": invalid URL escape "%"'],
  ["http://a:b:1/", 'parse "http://a:b:1/": invalid port ":b:1" after host'],
  ["x://a:b:1/", undefined],
  ["x://a:b/", 'parse "x://a:b/": invalid port ":b" after host'],
  ["http://[::1", `parse "http://[::1": missing ']' in host`],
  ["http://a[::1]", 'parse "http://a[::1]": invalid IP-literal'],
  ["http://[1.2.3.4]/", 'parse "http://[1.2.3.4]/": invalid IP-literal'],
  ["http://[]/", 'parse "http://[]/": invalid host: ParseAddr(""): unable to parse IP'],
  ["http://[fe80::1%25en0]/", undefined],
  ["http://u r@h/", 'parse "http://u r@h/": net/url: invalid userinfo'],
  ["http://%41/", 'parse "http://%41/": invalid URL escape "%41"'],
  ["http://%c3%a9/", undefined],
  ['x://a"<b>/', undefined],
  ["http://a b/", 'parse "http://a b/": invalid character " " in host name'],
  ["x:%zz", undefined],
])("of %j Go says %j", (text, error) => {
  expect(requestURIError(text)).toBe(error);
});
