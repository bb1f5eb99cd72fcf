import type { Level, Queue as Waiting } from "./types.js";

// +k8s:defaulter-gen=covers
export const setDefaults_Queue_z = function (object: Waiting): void {
  object.text ??= "z";
};

const setDefaults_Queue = (object: Waiting, note = "") => {
  object.text ??= note;
};
export { setDefaults_Queue };

export function setObjectDefaults_Level(object: Level): void {
  object.level ??= 1;
}
