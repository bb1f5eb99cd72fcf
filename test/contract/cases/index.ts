import type { Topic } from "../harness/topic.js";
import { apply } from "./apply.js";
import { create } from "./create.js";
import { deleteCollection, deletion, dryRun, fieldValidation, finalizers } from "./delete.js";
import { managedFields } from "./managed-fields.js";
import { patchJson, patchMerge, patchStrategic } from "./patch.js";
import { scale, status } from "./subresources.js";
import { update } from "./update.js";

/** All topics. */
export const topics: readonly Topic[] = [
  create,
  update,
  patchJson,
  patchMerge,
  patchStrategic,
  apply,
  managedFields,
  status,
  scale,
  deletion,
  finalizers,
  deleteCollection,
  dryRun,
  fieldValidation,
];
