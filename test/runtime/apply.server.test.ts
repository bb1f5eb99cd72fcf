import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  conditionApplyConfiguration,
  objectMetaApplyConfiguration,
} from "crd-runtime/applyconfigurations";
import { type ApiError, isConflict, isNotFound } from "crd-runtime";
import {
  ApiextensionsV1Client,
} from "crd-runtime/apiextensions/v1";
