/** A whole number without a stated width: schema `type: integer`, no format. */
export type integer = number;

/** A whole number from -2^31 to 2^31-1: schema `type: integer, format: int32`. */
export type int32 = number;

/**
 * A whole number from -2^63 to 2^63-1: schema `type: integer, format: int64`.
 *
 * A JavaScript number is exact up to 2^53. What a server sends beyond that, and what a number
 * would change, arrives as a `bigint` and is written back digit for digit; `Number(value)` rounds it.
 */
export type int64 = number;

/** A number of single precision: schema `type: number, format: float`. */
export type float = number;

/** A number of double precision: schema `type: number, format: double`. */
export type double = number;

/** An amount with a unit, such as `"500m"`, `"1Gi"` or `2`. Kept as written; the server canonicalises. */
export type Quantity = string | number;

/** A number, or a string such as `"25%"` or the name of a port. */
export type IntOrString = number | string;

/** A moment as RFC 3339 in UTC with whole seconds: `"2026-08-20T07:30:00Z"`. Never a Date. */
export type Time = string;

/** A moment as RFC 3339 in UTC with six decimals: `"2026-08-20T07:30:00.000000Z"`. */
export type MicroTime = string;

/** A span of time as Go writes it: `"1h30m"`, `"250ms"`. */
export type Duration = string;

/** Bytes in base64: schema `type: string, format: byte`. */
export type Bytes = string;

/** Any JSON value. Named as apiextensions names it; the global `JSON` object is not affected. */
export type JSON = string | number | boolean | null | JSON[] | { [key: string]: JSON };

/** A JSON object of which the API type says nothing more; unknown members are kept by the server. */
export type RawExtension = { [key: string]: JSON };
