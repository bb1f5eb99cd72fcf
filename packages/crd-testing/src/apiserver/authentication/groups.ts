import type { User } from "../http.js";

const authenticated = "system:authenticated";

/** The user with the group of everybody who has shown who they are. */
export function allAuthenticated(user: User): User {
  return user.groups.includes(authenticated)
    ? user
    : { ...user, groups: [...user.groups, authenticated] };
}
