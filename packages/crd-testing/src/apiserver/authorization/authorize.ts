import type { Attributes, Authorizer } from "./authorizer.js";
import { forbiddenRequest } from "./forbidden.js";

const privileged = "system:masters";

/**
 * Lets a request go on, or not. Members of `system:masters` may do everything, whatever the authorizer says.
 *
 * @throws StatusError 403
 */
export async function authorize(input: {
  readonly attributes: Attributes;
  readonly authorizer: Authorizer;
}): Promise<void> {
  const { attributes, authorizer } = input;
  if (attributes.user.groups.includes(privileged)) return;
  const { allowed, reason } = await authorizer(attributes);
  if (!allowed) throw forbiddenRequest({ attributes, reason });
}
