import { apiDocsGen } from "./api-docs-gen/index.js";
import { applyConfigurationGen } from "./applyconfiguration-gen/index.js";
import { clientGen } from "./client-gen/index.js";
import { conversionGen } from "./conversion-gen/index.js";
import { crdGen } from "./crd-gen/index.js";
import { deepCopyGen } from "./deepcopy-gen/index.js";
import { defaulterGen } from "./defaulter-gen/index.js";
import type { Generator } from "./generator.js";
import { informerGen } from "./informer-gen/index.js";
import { listerGen } from "./lister-gen/index.js";
import { openapiGen } from "./openapi-gen/index.js";
import { prereleaseLifecycleGen } from "./prerelease-lifecycle-gen/index.js";
import { rbacGen } from "./rbac-gen/index.js";
import { registerGen } from "./register-gen/index.js";
import { samplesGen } from "./samples-gen/index.js";
import { validationGen } from "./validation-gen/index.js";
import { webhookGen } from "./webhook-gen/index.js";
import { zodGen } from "./zod-gen/index.js";

/** All generators, in the order in which they run. */
export const registry: readonly Generator[] = [
  deepCopyGen,
  defaulterGen,
  conversionGen,
  prereleaseLifecycleGen,
  validationGen,
  zodGen,
  registerGen,
  applyConfigurationGen,
  clientGen,
  listerGen,
  informerGen,
  crdGen,
  rbacGen,
  webhookGen,
  samplesGen,
  openapiGen,
  apiDocsGen,
];
