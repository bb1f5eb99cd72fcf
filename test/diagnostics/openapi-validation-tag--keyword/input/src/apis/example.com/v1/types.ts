export interface Settings {
  // +k8s:validation:maxLenght=3
  name?: string;
  // +k8s:validation:cel[0]:mesage="no"
  size?: string;
  // +k8s:validation:items:patern="a"
  words?: string[];
  // +k8s:validation:somethingElse=1
  other?: string;
}
