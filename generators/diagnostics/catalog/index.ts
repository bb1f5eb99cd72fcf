import { crd } from "./crd.js";
import { diff } from "./diff.js";
import { envtest } from "./envtest.js";
import { file } from "./file.js";
import { generate } from "./generate.js";
import { importing } from "./import.js";
import { model } from "./model.js";
import { openapi } from "./openapi.js";
import { project } from "./project.js";
import { rbac } from "./rbac.js";
import { sample } from "./sample.js";
import { schemapatch } from "./schemapatch.js";
import { tag } from "./tag.js";
import { type } from "./type.js";
import { webhook } from "./webhook.js";

export type { Entry, Severity } from "./entry.js";

/** Every diagnostic there is, by code. */
export const catalog = {
  ...tag,
  ...type,
  ...model,
  ...generate,
  ...crd,
  ...schemapatch,
  ...rbac,
  ...webhook,
  ...sample,
  ...openapi,
  ...diff,
  ...file,
  ...project,
  ...envtest,
  ...importing,
};

export type Code = keyof typeof catalog;
