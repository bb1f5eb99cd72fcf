import type { GeneratedFile, Generator } from "../generator.js";
import type { ApiModel, ApiType, TypeId } from "../model/index.js";
import { headerLine } from "../render/index.js";
import { writeYaml } from "../render/yaml/index.js";
import { customResourceDefinition, type VersionedKind } from "./crd.js";
import { collectKinds } from "./kinds.js";
import { TypeSchemas } from "./type-schemas.js";

const name = "crd-gen";

function typesOf(model: ApiModel): ReadonlyMap<TypeId, ApiType> {
  const versions = model.groups.flatMap((group) => group.versions);
  return new Map(versions.flatMap((version) => version.types).map((type) => [type.id, type]));
}

/**
 * Generates a CustomResourceDefinition for every kind: one YAML file a kind, all its versions in it, as
 * controller-gen writes it.
 */
export const crdGen: Generator = {
  name,
  description: "CustomResourceDefinitions from the API types (controller-gen crd)",
  generate({ model, options }) {
    const schemas = new TypeSchemas(typesOf(model));
    const collected = model.groups.map(collectKinds);
    const file = (kind: VersionedKind): GeneratedFile => {
      const path = `${options.crds}/${kind.group}_${kind.stored.kind.plural}.yaml`;
      const crd = customResourceDefinition({ kind, schemaOf: (id) => schemas.schemaOf(id) });
      const header = headerLine({ path, generator: name });
      return { path, content: `${header}\n---\n${writeYaml(crd)}`, owner: "tool" };
    };
    const files = collected.flatMap(({ kinds }) => kinds.map(file));
    return {
      files,
      diagnostics: [...collected.flatMap((found) => found.diagnostics), ...schemas.diagnostics],
    };
  },
};
