/** The file that marks the root of a project. */
export const configFile = "crd-project.json";
