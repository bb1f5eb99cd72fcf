import type { Topic } from "../harness/topic.js";
import { apply } from "./apply.js";
import { authentication } from "./authentication.js";
import { cel } from "./cel.js";
import { configmaps } from "./configmaps.js";
import { conversionNone } from "./conversion-none.js";
import { conversionByWebhook } from "./conversion-webhook.js";
import { crdLifecycle } from "./crd-lifecycle.js";
import { crdNames } from "./crd-names.js";
import { crdValidation } from "./crd-validation.js";
import { create } from "./create.js";
import { defaulting } from "./defaulting.js";
import { deletion } from "./delete.js";
import { deleteCollection } from "./delete-collection.js";
import { discovery } from "./discovery.js";
import { dryRun } from "./dry-run.js";
import { embeddedResources } from "./embedded-resources.js";
import { errors } from "./errors.js";
import { events } from "./events.js";
import { fieldSelectors } from "./field-selectors.js";
import { fieldValidation } from "./field-validation.js";
import { finalizers } from "./finalizers.js";
import { intOrString } from "./int-or-string.js";
import { leases } from "./leases.js";
import { limits } from "./limits.js";
import { listOptions } from "./list-options.js";
import { listTypes } from "./list-types.js";
import { managedFields } from "./managed-fields.js";
import { namespaces } from "./namespaces.js";
import { negotiation } from "./negotiation.js";
import { noOps } from "./no-ops.js";
import { openapi } from "./openapi.js";
import { paging } from "./paging.js";
import { patchJson } from "./patch-json.js";
import { patchMerge } from "./patch-merge.js";
import { patchStrategic } from "./patch-strategic.js";
import { protobuf } from "./protobuf.js";
import { pruning } from "./pruning.js";
import { ratcheting } from "./ratcheting.js";
import { rbac } from "./rbac.js";
import { scale } from "./scale.js";
import { secrets } from "./secrets.js";
import { selectors } from "./selectors.js";
import { status } from "./status.js";
import { tables } from "./tables.js";
import { update } from "./update.js";
import { validation } from "./validation.js";
import { watch } from "./watch.js";
import { watchList } from "./watch-list.js";

/** All topics. */
export const topics: readonly Topic[] = [
  create,
  update,
  patchJson,
  patchMerge,
  patchStrategic,
  apply,
  managedFields,
  noOps,
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
  protobuf,
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
