import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { clientKinds, groupVersionName } from "../model/client-files.js";
import { type ApiVersion, type TypesById, typeById } from "../model/index.js";

/** Reports clients of kinds that the API server does not serve in their version. */
export function unservedClients(input: {
  readonly types: TypesById;
  readonly version: ApiVersion;
}): readonly Diagnostic[] {
  const { types, version } = input;
  return clientKinds(version)
    .filter(({ served }) => !served)
    .map(({ kind, type }) => {
      const { tags, span } = typeById(types, type);
      const tag = tags.find(({ name }) => name === "kubebuilder:unservedversion");
      const names = { kind, version: groupVersionName(version) };
      const hint = "leave out '+genclient' in this version";
      return diagnostic("generate/unserved-client", names, { span: tag?.span ?? span, hint });
    });
}
