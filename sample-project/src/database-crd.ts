import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { groupName, groupVersion } from "./apis/example.com/v1/zz_generated.register.js";

/** What Kubernetes takes for a quantity, such as 20Gi. */
const quantity =
  "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))" +
  "(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";

/**
 * The CustomResourceDefinition of Database, written in code. `config/crd` holds the generated one, which
 * `npm run install-crds` brings to a cluster; a program that installs its own API needs no file.
 */
export const databaseCrd: CustomResourceDefinition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: `databases.${groupName}` },
  spec: {
    group: groupName,
    names: {
      kind: "Database",
      listKind: "DatabaseList",
      plural: "databases",
      shortNames: ["db"],
      singular: "database",
    },
    scope: "Namespaced",
    versions: [
      {
        name: groupVersion.version,
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            required: ["spec"],
            properties: {
              apiVersion: { type: "string" },
              kind: { type: "string" },
              metadata: { type: "object" },
              spec: {
                type: "object",
                required: ["passwordSecret", "user"],
                properties: {
                  user: { type: "string" },
                  passwordSecret: { type: "string" },
                  encoding: {
                    type: "string",
                    enum: ["UTF8", "LATIN1", "SQL_ASCII"],
                    default: "UTF8",
                  },
                  className: { type: "string" },
                  storage: {
                    anyOf: [{ type: "integer" }, { type: "string" }],
                    pattern: quantity,
                    "x-kubernetes-int-or-string": true,
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
};
