import type { ApiType, ApiVersion } from "../model/index.js";
import type { ImportSymbol } from "./render.js";

/** Package that generated code stands on. */
export const runtimePackage = "crd-runtime";

/** A type of crd-runtime: `runtimeType("ObjectMeta")`. */
export function runtimeType(name: string): ImportSymbol {
  return { name, module: runtimePackage, moduleKind: "package", typeOnly: true };
}

/** A class, function or constant of crd-runtime: `runtimeValue("Lister")`. */
export function runtimeValue(name: string): ImportSymbol {
  return { name, module: runtimePackage, moduleKind: "package", typeOnly: false };
}

/** Part of the runtime that only apply configurations stand on. */
const applyPackage = `${runtimePackage}/applyconfigurations`;

/** A function of crd-runtime/applyconfigurations. */
export function applyValue(name: string): ImportSymbol {
  return { name, module: applyPackage, moduleKind: "package", typeOnly: false };
}

/** A type of crd-runtime/applyconfigurations. */
export function applyType(name: string): ImportSymbol {
  return { ...applyValue(name), typeOnly: true };
}

/** Part of the runtime that has CustomResourceDefinitions. */
const apiextensionsPackage = `${runtimePackage}/apiextensions/v1`;

/** A function of crd-runtime/apiextensions/v1. */
export function apiextensionsValue(name: string): ImportSymbol {
  return { name, module: apiextensionsPackage, moduleKind: "package", typeOnly: false };
}

/** A type of crd-runtime/apiextensions/v1. */
export function apiextensionsType(name: string): ImportSymbol {
  return { ...apiextensionsValue(name), typeOnly: true };
}

/** Part of the runtime that only validation functions stand on. */
const validationPackage = `${runtimePackage}/validation`;

/** A function of crd-runtime/validation. */
export function validationValue(name: string): ImportSymbol {
  return { name, module: validationPackage, moduleKind: "package", typeOnly: false };
}

/** A type of crd-runtime/validation. */
export function validationType(name: string): ImportSymbol {
  return { ...validationValue(name), typeOnly: true };
}

/** A function of crd-runtime/schema: only validation by schemas stands on it. */
export function schemaValue(name: string): ImportSymbol {
  return {
    name,
    module: `${runtimePackage}/schema`,
    moduleKind: "package",
    typeOnly: false,
  };
}

/** Part of the runtime that only zod schemas stand on. */
const zodPackage = `${runtimePackage}/zod`;

/** A schema or function of crd-runtime/zod. */
export function zodValue(name: string): ImportSymbol {
  return { name, module: zodPackage, moduleKind: "package", typeOnly: false };
}

/** A type of crd-runtime/zod. */
export function zodType(name: string): ImportSymbol {
  return { ...zodValue(name), typeOnly: true };
}

/** A class of crd-testing: only fakes, which no program imports, stand on it. */
export function testingValue(name: string): ImportSymbol {
  return { name, module: "crd-testing", moduleKind: "package", typeOnly: false };
}

/** A type of crd-testing. */
export function testingType(name: string): ImportSymbol {
  return { ...testingValue(name), typeOnly: true };
}

/** A declared type, from the file that declares it or the package that exports it. */
export function typeSymbol(type: Pick<ApiType, "name" | "file">): ImportSymbol {
  return moduleType({ name: type.name, module: type.file });
}

/** A type that a file of the project exports; `path` is posix, from the root. */
export function fileType(input: { readonly name: string; readonly path: string }): ImportSymbol {
  return { name: input.name, module: input.path, moduleKind: "file", typeOnly: true };
}

/** A type that a tag names: of a project file, by its path with `.ts`, or of a package. */
export function moduleType(input: {
  readonly name: string;
  readonly module: string;
}): ImportSymbol {
  const { name, module } = input;
  return module.endsWith(".ts")
    ? fileType({ name, path: module })
    : { name, module, moduleKind: "package", typeOnly: true };
}

/** A class, function or constant that a file of the project exports; `path` is posix, from the root. */
export function fileValue(input: { readonly name: string; readonly path: string }): ImportSymbol {
  return { name: input.name, module: input.path, moduleKind: "file", typeOnly: false };
}

/** A value of a project file, by its path with `.ts`, or of a package. */
export function moduleValue(input: {
  readonly name: string;
  readonly module: string;
}): ImportSymbol {
  return { ...moduleType(input), typeOnly: false };
}

/** The file of deepcopy-gen for a version. */
export function deepCopyFile(version: Pick<ApiVersion, "directory">): string {
  return `${version.directory}/zz_generated.deepcopy.ts`;
}

/** The file of defaulter-gen for a version. */
export function defaultsFile(version: Pick<ApiVersion, "directory">): string {
  return `${version.directory}/zz_generated.defaults.ts`;
}

/** The file of conversion-gen for a version. */
export function conversionFile(version: Pick<ApiVersion, "directory">): string {
  return `${version.directory}/zz_generated.conversion.ts`;
}

/** The file of prerelease-lifecycle-gen for a version. */
export function lifecycleFile(version: Pick<ApiVersion, "directory">): string {
  return `${version.directory}/zz_generated.prerelease-lifecycle.ts`;
}

/** The file of validation-gen for a version. */
export function validationsFile(version: Pick<ApiVersion, "directory">): string {
  return `${version.directory}/zz_generated.validations.ts`;
}

/** The file of zod-gen for a version. */
export function schemasFile(version: Pick<ApiVersion, "directory">): string {
  return `${version.directory}/zz_generated.schemas.ts`;
}

/** The file of crd-gen for a group, in the folder above its versions. */
export function crdFile(group: {
  readonly versions: readonly Pick<ApiVersion, "directory">[];
}): string {
  const [folder = ""] = group.versions
    .map(({ directory }) => directory.slice(0, directory.lastIndexOf("/")))
    .sort();
  return `${folder}/zz_generated.crd.ts`;
}

/** The file of crd-gen for all groups. */
export function crdIndexFile(options: { readonly apis: string }): string {
  return `${options.apis}/zz_generated.crd.ts`;
}

/** The deep copy function of a type: hand-written or generated; undefined when there is neither. */
export function deepCopySymbol(input: {
  readonly version: Pick<ApiVersion, "directory" | "exports">;
  readonly type: Pick<ApiType, "deepCopy" | "deepCopyName">;
}): ImportSymbol | undefined {
  const { type, version } = input;
  const { handWritten, generate } = type.deepCopy;
  if (handWritten !== undefined) {
    return fileValue({ name: handWritten.name, path: handWritten.module });
  }
  return generate
    ? moduleValue({
        name: type.deepCopyName,
        module: version.exports?.deepCopy ?? deepCopyFile(version),
      })
    : undefined;
}
