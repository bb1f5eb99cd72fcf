/** `apiLifecycle_Database`: the constant that says when a type came and when it goes. */
export function lifecycleName(type: string): string {
  return `apiLifecycle_${type}`;
}
