export interface Settings {
  lists?: string[][];
}
