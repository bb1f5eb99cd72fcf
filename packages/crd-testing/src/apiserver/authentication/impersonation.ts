import type { HttpHeaders } from "crd-runtime";
import type { Attributes } from "../authorization/authorizer.js";
import type { User } from "../http.js";
import { internalError } from "../status/index.js";
import { allAuthenticated } from "./groups.js";

/** One thing that the caller must be allowed to impersonate. */
type Impersonated = Pick<
  Attributes,
  "group" | "version" | "resource" | "subresource" | "name" | "namespace"
>;

const extraPrefix = "impersonate-extra-";
const serviceAccount = /^system:serviceaccount:([^:]+):([^:]+)$/;

/**
 * The user that a request wants to act as, once the caller is allowed to impersonate every part of it; without impersonation
 * headers, the caller.
 *
 * @throws StatusError 403 of `allow`, 500 for headers that name no user, as kube-apiserver does
 */
export async function impersonate(input: {
  readonly headers: HttpHeaders;
  readonly caller: User;
  /** Throws when the caller may not. */
  readonly allow: (attributes: Attributes) => Promise<void>;
}): Promise<User> {
  const { headers, caller, allow } = input;
  const name = first(headers["impersonate-user"]);
  const uid = first(headers["impersonate-uid"]);
  const groups = all(headers["impersonate-group"]);
  const extra = extraOf(headers);
  if (name === "") {
    if (groups.length === 0 && uid === "" && extra.size === 0) return caller;
    throw internalError(
      `requested ${JSON.stringify([...groups, uid, ...extra.keys()].filter(Boolean))} without impersonating a user`,
    );
  }
  for (const each of targetsOf({ name, uid, groups, extra })) {
    await allow({
      ...each,
      user: caller,
      verb: "impersonate",
      isResourceRequest: true,
      path: "",
    });
  }
  const user: User = {
    name,
    groups: groups.length > 0 ? groups : defaultGroups(name),
    ...(uid === "" ? {} : { uid }),
    ...(extra.size === 0 ? {} : { extra: Object.fromEntries(extra) }),
  };
  return name === "system:anonymous" ? user : allAuthenticated(user);
}

function targetsOf(input: {
  readonly name: string;
  readonly uid: string;
  readonly groups: readonly string[];
  readonly extra: ReadonlyMap<string, readonly string[]>;
}): readonly Impersonated[] {
  const base = { group: "", version: "v1", subresource: "", namespace: "" };
  const authentication = { ...base, group: "authentication.k8s.io" };
  const account = serviceAccount.exec(input.name);
  const [, namespace = "", accountName = ""] = account ?? [];
  return [
    account === null
      ? { ...base, resource: "users", name: input.name }
      : { ...base, resource: "serviceaccounts", namespace, name: accountName },
    ...input.groups.map((name) => ({ ...base, resource: "groups", name })),
    ...[...input.extra].flatMap(([key, values]) =>
      values.map((name) => ({
        ...authentication,
        resource: "userextras",
        subresource: key,
        name,
      })),
    ),
    ...(input.uid === "" ? [] : [{ ...authentication, resource: "uids", name: input.uid }]),
  ];
}

function defaultGroups(name: string): readonly string[] {
  const [, namespace] = serviceAccount.exec(name) ?? [];
  if (namespace !== undefined)
    return ["system:serviceaccounts", `system:serviceaccounts:${namespace}`];
  return name === "system:anonymous" ? ["system:unauthenticated"] : [];
}

function extraOf(headers: HttpHeaders): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(headers)
      .filter(([name]) => name.startsWith(extraPrefix))
      .map(([name, values]) => [decodeKey(name.slice(extraPrefix.length)), all(values)]),
  );
}

function decodeKey(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function first(value: string | readonly string[] | undefined): string {
  return all(value)[0] ?? "";
}

/** node:http joins repeated headers of unknown names by `, `. */
function all(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  const list = typeof value === "string" ? value.split(/, */) : value;
  return list.filter((each) => each !== "");
}
