import type { Topic } from "../harness/topic.js";
import { authentication, rbac } from "./access.js";
import { errors, limits, negotiation, tables } from "./answers.js";
import { apply } from "./apply.js";
import { configmaps, discovery, events, leases, namespaces, openapi, secrets } from "./around.js";
import { conversionByWebhook, conversionNone } from "./conversions.js";
import { create } from "./create.js";
import { crdLifecycle, crdNames, crdValidation } from "./definitions.js";
import { deleteCollection, deletion, dryRun, fieldValidation, finalizers } from "./delete.js";
import { fieldSelectors, listOptions, paging, selectors } from "./lists.js";
import { managedFields } from "./managed-fields.js";
import { patchJson, patchMerge, patchStrategic } from "./patch.js";
import {
  cel,
  defaulting,
  embeddedResources,
  intOrString,
  listTypes,
  pruning,
  ratcheting,
  validation,
} from "./schemas.js";
import { scale, status } from "./subresources.js";
import { update } from "./update.js";
import { watch, watchList } from "./watches.js";

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
  listOptions,
  paging,
  selectors,
  fieldSelectors,
  watch,
  watchList,
  tables,
  negotiation,
  errors,
  limits,
  crdLifecycle,
  crdNames,
  crdValidation,
  validation,
  listTypes,
  defaulting,
  pruning,
  embeddedResources,
  intOrString,
  cel,
  ratcheting,
  conversionNone,
  conversionByWebhook,
  discovery,
  openapi,
  namespaces,
  leases,
  events,
  configmaps,
  secrets,
  rbac,
  authentication,
];
