import { patternTexts } from "./pattern-texts.js";
import { facets, type Schema } from "./schema.js";

/** Texts of formats that the API server checks. */
const formats: ReadonlyMap<string, readonly string[]> = new Map([
  ["bsonobjectid", ["507f1f77bcf86cd799439011"]],
  ["uri", ["https://example.com"]],
  ["email", ["user@example.com"]],
  ["hostname", ["example.com", "example"]],
  ["ipv4", ["192.0.2.1", "192.0.2.2"]],
  ["ipv6", ["2001:db8::1", "2001:db8::2"]],
  ["cidr", ["192.0.2.0/24", "2001:db8::/32"]],
  ["mac", ["00:00:5e:00:53:01", "00:00:5e:00:53:02"]],
  ["uuid", ["123e4567-e89b-42d3-a456-426614174000", "123e4567-e89b-42d3-a456-426614174001"]],
  ["uuid3", ["123e4567-e89b-32d3-a456-426614174000"]],
  ["uuid4", ["123e4567-e89b-42d3-a456-426614174000"]],
  ["uuid5", ["123e4567-e89b-52d3-a456-426614174000"]],
  ["isbn", ["9783161484100"]],
  ["isbn10", ["316148410X"]],
  ["isbn13", ["9783161484100"]],
  ["creditcard", ["4111111111111111"]],
  ["ssn", ["123-45-6789"]],
  ["hexcolor", ["#326ce5"]],
  ["rgbcolor", ["rgb(50,108,229)"]],
  ["byte", ["ZXhhbXBsZQ=="]],
  ["password", ["example"]],
  ["date", ["2026-01-01", "2026-01-02"]],
  ["duration", ["1h", "30s"]],
  ["datetime", ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"]],
  ["k8sshortname", ["example"]],
  ["k8slongname", ["example.com"]],
]);

/** What values of Kubernetes look like. A pattern that one of them matches gets a value that a reader knows. */
const familiar: readonly string[] = [
  "example",
  "example-2",
  "example-3",
  "Example",
  "EXAMPLE",
  "example.com",
  "example.com/example",
  "https://example.com",
  "example.com/v1",
  "/example",
  "v1",
  "1h",
  "30s",
  "1Gi",
  "100m",
  "50%",
  "1.0.0",
  "v1.0.0",
  "1.0",
  "1",
  "192.0.2.1",
  "192.0.2.0/24",
  "2001:db8::1",
  "2001:db8::/32",
  "http://example.com",
  "example.com:443",
  "user@example.com",
  "2026-01-01T00:00:00Z",
  "2026-01-01",
  "12:00",
  "0 0 * * *",
  "ZXhhbXBsZQ==",
  "123e4567-e89b-42d3-a456-426614174000",
  "registry.example.com/example:v1.0.0",
  "oci://registry.example.com/example",
  "arn:aws:iam::123456789012:role/example",
  "us-east-1",
  "*",
  "/",
];

/** What members of these names mostly hold; tried before all else that is as good to the schema. */
const byName: readonly (readonly [name: RegExp, text: string])[] = [
  [/^apiVersion$/, "example.com/v1"],
  [/^kind$/, "Example"],
  [/^(?:api)?groups?$/i, "example.com"],
  [/namespaces?$/i, "default"],
  [/image$/i, "registry.example.com/example:v1.0.0"],
  [/(?:url|uri|endpoint)s?$/i, "https://example.com"],
  [/(?:host|hostname|domain|fqdn)s?$/i, "example.com"],
  [/email$/i, "user@example.com"],
  [/(?:schedule|cron)$/i, "0 0 * * *"],
  [/(?:^ip|IP|ipAddress)(?:e?s)?$/, "192.0.2.1"],
  [/cidrs?$/i, "192.0.2.0/24"],
  [/path$/i, "/example"],
  [/(?:timeout|interval|period|duration|ttl)$/i, "1h"],
  [/(?:size|storage|memory)$/i, "1Gi"],
  [/cpu$/i, "100m"],
  [/protocol$/i, "TCP"],
  [/region$/i, "us-east-1"],
  [/version$/i, "1.0.0"],
];

/** Texts that members of a name mostly hold. */
export function textsByName(name = ""): readonly string[] {
  return byName.filter(([names]) => names.test(name)).map(([, text]) => text);
}

/** What a value is made for. */
export interface Wanted {
  readonly schema: Schema;
  /** The member that holds it, or the list in which it is. */
  readonly name: string | undefined;
}

/** Texts for a schema, the most readable ones first; not all of them are ones that it accepts. */
export function* textsFor({ schema, name }: Wanted): Iterable<string> {
  const all = facets(schema);
  for (const { format } of all) yield* formats.get(format?.replaceAll("-", "") ?? "") ?? [];
  yield* textsByName(name);
  yield* familiar;
  for (const { pattern } of all) if (pattern !== undefined) yield* patternTexts(pattern);
  const lengths = new Set(all.flatMap(({ minLength, maxLength }) => [minLength, maxLength]));
  for (const length of lengths) if (length !== undefined) yield stretched(Number(length));
  for (let number = 4; number < 100; number++) yield `example-${number}`;
}

/** As many characters as asked for, of a word that is repeated. */
function stretched(length: number): string {
  const word = "example-";
  const text = word.repeat(Math.ceil(Math.min(length, 10_000) / word.length));
  return text.slice(0, length).replace(/-$/, "e");
}

/** Numbers for a schema, the plainest ones first; not all of them are ones that it accepts. */
export function* numbersFor({ schema, name = "" }: Wanted): Iterable<number> {
  const all = facets(schema);
  const step = all.find(({ multipleOf }) => multipleOf !== undefined)?.multipleOf ?? 1;
  const limits = all.flatMap(({ minimum, maximum }) => [
    ...(minimum === undefined ? [] : near({ limit: Number(minimum), step, way: 1 })),
    ...(maximum === undefined ? [] : near({ limit: Number(maximum), step, way: -1 })),
  ]);
  if (/port$/i.test(name)) yield 8080;
  yield 1;
  yield* limits;
  yield 0;
  for (let times = 1; times < 100; times++) yield times * step;
  yield* [-1, 0.5, 1.5, 80, 443, 8080, 1024, 65_535];
}

/** The limit, where it is a multiple, and the next ones on its inner side. */
function near(input: {
  readonly limit: number;
  readonly step: number;
  readonly way: 1 | -1;
}): readonly number[] {
  const { limit, step, way } = input;
  const first = way === 1 ? Math.ceil(limit / step) * step : Math.floor(limit / step) * step;
  const inner = limit + way / 2 ** 10;
  return [first, first + way * step, first + 2 * way * step, limit, inner];
}
