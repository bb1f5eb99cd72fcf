export function setDefaults_Item(object: { size?: number }): void {
  object.size ??= 1;
}
