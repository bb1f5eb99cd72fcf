import {
  ConfigError,
  CredentialError,
  isConnectionError,
  isForbidden,
  isNotFound,
  isUnauthorized,
} from "crd-runtime";

/** What went wrong, and what to do about it. */
export function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const hint = hintFor(error);
  return hint === undefined ? message : `${message}\n\n${hint}`;
}

function hintFor(error: unknown): string | undefined {
  if (error instanceof ConfigError || (isConnectionError(error) && error.isUnreachable)) {
    return (
      "Start a cluster (kind create cluster), or let KUBECONFIG name the file of one that runs.\n" +
      "Without one: npm start -- --embedded"
    );
  }
  if (error instanceof CredentialError || isUnauthorized(error) || isForbidden(error)) {
    return "Check the user of the current context: kubectl config view --minify";
  }
  // A single object that is missing has a name; a kind that is not served has none.
  if (isNotFound(error) && error.status.details?.name === undefined) {
    return "Install the CRDs first: npm run install-crds";
  }
  return undefined;
}
