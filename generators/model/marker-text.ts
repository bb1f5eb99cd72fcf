const marker = /\+\s*kubebuilder:/;
const typeScript = /\.[cm]?tsx?$/;
const notRead = /(?:^|\/)zz_generated\.|\.(?:test|spec)\.[cm]?tsx?$|\.d\.[cm]?ts$/;

/** Whether a file is read for the markers of the project: TypeScript that is neither generated nor a test, as for API types. */
export function isMarkerSource(path: string): boolean {
  return typeScript.test(path) && !notRead.test(path);
}

/** Whether a text may have markers: hardly a file has, and the others need not be parsed. */
export function mayHaveMarkers(text: string): boolean {
  return text.includes("kubebuilder:") && marker.test(text);
}
