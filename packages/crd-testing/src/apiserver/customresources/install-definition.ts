import {
  birth,
  completed,
  decoded,
  type Installation,
  type Installer,
  storeLazily,
} from "../lifecycle/install.js";
import type { ApiObject } from "../object.js";
import { timeOf } from "../time.js";
import { withApproval } from "./api-approval.js";
import type { StoredDefinition } from "./definition.js";
import { withEstablished } from "./establishing.js";
import { withAcceptedNames } from "./naming.js";
import type { StoredDefinitions } from "./stored-definitions.js";

/**
 * Creates a definition that is established at once, in one write: what a server begins with costs no events. Conflicts of
 * names are told in its status, as ever. Returns the definition without managedFields, which are made when somebody reads it.
 *
 * @throws StatusError 400, 409, 422
 */
export function installDefinition(
  installer: Installer,
  installation: Installation & { readonly definitions: StoredDefinitions },
): StoredDefinition {
  const { resource, definitions, manager } = installation;
  const { managers } = installer;
  const born = birth(installer);
  const { time } = born;
  const created = decoded(installation, born);
  const written = { ...created, metadata: { ...created.metadata } };
  completed(resource, created);
  // Decoded and completed by its strategy.
  const definition = established({
    definition: created as unknown as StoredDefinition,
    definitions,
    now: timeOf(time),
  });
  definitions.expect(definition);
  storeLazily({
    installer,
    resource,
    metadata: created.metadata,
    make() {
      const fields = managers.of(resource);
      const first = { live: undefined, object: written, manager, subresource: "", time };
      const { managedFields = [] } = fields.update(first).metadata;
      const live = { ...created, metadata: { ...created.metadata, managedFields } };
      const object = definition as unknown as ApiObject;
      return fields.update({ live, object, manager, subresource: "status", time });
    },
  });
  return definition;
}

function established(input: {
  readonly definition: StoredDefinition;
  readonly definitions: StoredDefinitions;
  readonly now: string;
}): StoredDefinition {
  const { definition, definitions, now } = input;
  const all = (): readonly StoredDefinition[] => [...definitions.list(), definition];
  const named = withAcceptedNames({ definition, all, now }) ?? definition;
  const approved = withApproval({ definition: named, now }) ?? named;
  return withEstablished({ definition: approved, now }) ?? approved;
}
