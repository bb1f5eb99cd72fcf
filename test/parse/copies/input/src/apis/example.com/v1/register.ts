export function addToScheme(): void {}
