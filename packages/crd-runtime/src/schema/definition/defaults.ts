import type {
  CustomResourceConversion,
  CustomResourceDefinition,
  CustomResourceDefinitionNames,
} from "../../apis/apiextensions.k8s.io/v1/types.js";
import { isObject } from "../json.js";
import { text } from "../openapi/props.js";
import { versionsOf } from "./lifted.js";

const defaultPort = 443;

/**
 * A definition with the defaults of the server: `singular` and `listKind` of its names, conversion strategy None, port 443 of
 * a conversion webhook's service, and the storage version in `status.storedVersions`. The given definition is not changed.
 *
 * Follows SetDefaults_CustomResourceDefinition of apiextensions-apiserver.
 */
export function defaultCustomResourceDefinition(
  definition: CustomResourceDefinition,
): CustomResourceDefinition {
  const { spec, status } = definition;
  const storage = versionsOf(spec).find((version) => version.storage === true);
  const stored = status?.storedVersions ?? [];
  const storedVersions = stored.length === 0 && storage !== undefined ? [storage.name] : undefined;
  return {
    ...definition,
    spec: {
      ...spec,
      names: defaultNames(spec.names),
      conversion: defaultConversion(spec.conversion),
    },
    ...(storedVersions === undefined ? {} : { status: { ...status, storedVersions } }),
  };
}

function defaultNames(names: CustomResourceDefinitionNames): CustomResourceDefinitionNames {
  const kind = text(names?.kind);
  const singular = text(names?.singular);
  return {
    ...names,
    singular: singular === "" ? kind.toLowerCase() : singular,
    ...(text(names?.listKind) === "" && kind !== "" ? { listKind: `${kind}List` } : {}),
  };
}

function defaultConversion(
  conversion: CustomResourceConversion | null | undefined,
): CustomResourceConversion {
  if (!isObject(conversion)) return { strategy: "None" };
  const { webhook } = conversion;
  const service = webhook?.clientConfig?.service;
  if (webhook === undefined || !isObject(service)) return conversion;
  if ((service.port ?? null) !== null) return conversion;
  const clientConfig = { ...webhook.clientConfig, service: { ...service, port: defaultPort } };
  return { ...conversion, webhook: { ...webhook, clientConfig } };
}
