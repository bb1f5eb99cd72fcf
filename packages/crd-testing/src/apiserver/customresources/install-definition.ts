import { type Installer, installObject } from "../lifecycle/install.js";
import type { ApiObject, JsonObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import { timeOf } from "../time.js";
import { withApproval } from "./api-approval.js";
import type { StoredDefinition } from "./definition.js";
import { withEstablished } from "./establishing.js";
import { withAcceptedNames } from "./naming.js";
import type { DefinitionStorage } from "./ports.js";

const manager = "kube-apiserver";

/**
 * Creates a definition that is established at once, in one write: what a server begins with costs no events. Conflicts of
 * names are told in its status, as ever.
 *
 * @throws StatusError 400, 409, 422
 */
export function installDefinition(
  installer: Installer,
  input: {
    /** The resource of definitions. */
    readonly resource: ApiResource;
    readonly definitions: DefinitionStorage;
    /** Changed in place. */
    readonly object: JsonObject;
    /** Manager of its fields. */
    readonly manager: string;
  },
): void {
  const { resource, definitions, object } = input;
  const now = timeOf(installer.clock.now());
  const complete = (created: ApiObject): ApiObject => {
    // Decoded and completed by its strategy.
    const definition = created as unknown as StoredDefinition;
    const all = (): readonly StoredDefinition[] => [...definitions.list(), definition];
    const named = withAcceptedNames({ definition, all, now }) ?? definition;
    const approved = withApproval({ definition: named, now }) ?? named;
    const established = withEstablished({ definition: approved, now }) ?? approved;
    return installer.managers.of(resource).update({
      live: created,
      object: established as unknown as ApiObject,
      manager,
      subresource: "status",
    });
  };
  installObject(installer, { resource, object, manager: input.manager, complete });
}
