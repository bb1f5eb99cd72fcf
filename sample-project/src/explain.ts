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
  if (error instanceof AggregateError) {
    const hints = error.errors.map((one: unknown) => hintFor(one));
    return hints.find((hint) => hint !== undefined);
  }
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
  if (error instanceof Error && error.name === "InvalidCrdError") {
    return "Generate the CRDs: npx plop regenerate";
  }
  if (error instanceof Error && error.name === "InvalidObjectError") {
    return "Correct the samples in config/samples, or remove them.";
  }
  if (isArgumentError(error)) {
    return (
      "Without options, the server is that of the kubeconfig. There is one option:\n" +
      "npm start -- --embedded  for a server of the program's own"
    );
  }
  return undefined;
}

/** Whether parseArgs refused the command line. */
function isArgumentError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && /^ERR_PARSE_ARGS_/.test(`${error.code}`);
}
