import type { Item, Queue, QueueSpec } from "./types.js";
import { setDefaults_Item } from "../../../shared.js";

export { setDefaults_Item };
export { setDefaults_Item as setDefaults_Item_again } from "../../../shared.js";

function copyOf(input: Item): Item {
  return { ...input };
}
export { copyOf as deepCopyItem, few as setDefaults_QueueSpec };

function few(object: QueueSpec): void {
  object.items = object.items.slice(0, 1);
}

export default function setDefaults_Queue(object: Queue): void {
  few(object.spec);
}
