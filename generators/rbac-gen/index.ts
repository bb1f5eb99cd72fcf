import type { Generator } from "../generator.js";
import { KnownResources } from "../model/known-resources.js";
import { headerComments, headerLine } from "../render/index.js";
import { writeYaml } from "../render/yaml/index.js";
import { ruleProblems } from "./problems.js";
import { rolesOf } from "./roles.js";

const generator = "rbac-gen";

/** Generates a ClusterRole, and Roles where markers name namespaces, in one YAML file as controller-gen writes it. */
export const rbacGen: Generator = {
  name: generator,
  description: "ClusterRoles and Roles from markers (controller-gen rbac)",
  generate: () => ({ files: [], diagnostics: [] }),
  generateShared({ model, options, markers, headers }) {
    const { folder, fileName, roleName, year } = options.rbac;
    const own = markers.filter(({ name }) => name === "kubebuilder:rbac");
    if (own.length === 0) return { files: [], diagnostics: [] };
    const known = new KnownResources(model);
    const path = `${folder}/${fileName}`;
    const documents = rolesOf({ markers: own, roleName }).map((role) => `---\n${writeYaml(role)}`);
    const header = headerComments({ text: headers?.rbac ?? "", year });
    const content = `${headerLine({ path, generator })}\n${header}${documents.join("")}`;
    return {
      files: [{ path, content, owner: "tool" }],
      diagnostics: own.flatMap((tag) => ruleProblems({ tag, known })),
    };
  },
};
