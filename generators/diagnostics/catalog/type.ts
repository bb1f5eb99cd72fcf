import { entries } from "./entry.js";

/** Declarations and types in a version folder: what is outside the subset. */
export const type = entries({
  "type/syntax": {
    severity: "error",
    message: "{problem}",
    cause: "The file is not TypeScript, so it cannot be read.",
    fix: "Correct the syntax. Other problems of the file are reported when it can be read.",
  },
  "type/unknown-name": {
    severity: "error",
    message: "cannot find the type '{name}'",
    cause: "The name is neither declared nor imported in this file.",
    fix: "Import it, declare it, or correct the spelling.",
  },
  "type/unknown-import": {
    severity: "error",
    message: "'{module}' has no API type '{name}'",
    cause: "The module does not export a type of this name that API types can be made of.",
    fix: "Correct the name, or export the type there.",
  },
  "type/import-outside": {
    severity: "error",
    message: "'{name}' comes from '{module}', where no API types are",
    cause:
      "API types are read from the version folders of this project and from crd-runtime; a schema for types of other modules cannot be made.",
    fix: "Declare the type in a version folder and import it from there.",
  },
  "type/default-import": {
    severity: "error",
    message: "'{name}' is a default import",
    cause: "API types have one name everywhere; a default export has none.",
    fix: "Import the type by its name.",
  },
  "type/not-exported": {
    severity: "error",
    message: "'{name}' is used by an exported type and not exported itself",
    cause: "Generated code is in other files and imports the type.",
    fix: "Write 'export' in front of it.",
  },
  "type/default-export": {
    severity: "error",
    message: "'{name}' is a default export",
    cause: "Generated code imports types by name, and a default export has none.",
    fix: "Write 'export' without 'default'.",
  },
  "type/duplicate": {
    severity: "error",
    message: "'{name}' is declared twice in this version",
    cause: "A version has one type of each name, in whichever file it stands.",
    fix: "Rename or remove one of them.",
  },
  "type/duplicate-member": {
    severity: "error",
    message: "member '{name}' is declared twice",
    cause: "A JSON object has one value of each name.",
    fix: "Remove one of them.",
  },
  "type/enum": {
    severity: "error",
    message: "enum '{name}' cannot be an API type",
    cause:
      "An enum is JavaScript code beside the data; its values would not be the strings in the JSON.",
    fix: 'Declare a union of literals: type Phase = "Pending" | "Running".',
  },
  "type/class": {
    severity: "error",
    message: "class '{name}' cannot be an API type",
    cause: "Objects of an API are plain JSON data without behaviour.",
    fix: "Declare an interface; functions that work on it stand beside it.",
  },
  "type/namespace": {
    severity: "error",
    message: "namespace '{name}' cannot hold API types",
    cause: "A version has one level of names.",
    fix: "Declare the types in the file itself.",
  },
  "type/generic": {
    severity: "error",
    message: "'{name}' has type parameters",
    cause: "A schema describes one shape; a type with parameters has none until it is used.",
    fix: "Write one type for each use.",
  },
  "type/utility": {
    severity: "error",
    message: "'{name}' computes a type",
    cause: "Utility types are computed by the compiler, and have no members of their own to read.",
    fix: "Write the resulting members out.",
  },
  "type/not-json": {
    severity: "error",
    message: "'{name}' is no JSON data",
    cause: "What an API server sends is strings, numbers, booleans, lists and objects.",
    fix: "Write the type that its JSON has.",
  },
  "type/any": {
    severity: "error",
    message: "'{name}' describes nothing",
    cause: "A schema, a deep copy and a client need to know the shape of the value.",
    fix: "Write the shape; for any JSON value import JSON from crd-runtime, for any object RawExtension.",
  },
  "type/undefined": {
    severity: "error",
    message: "'{name}' is no JSON value",
    cause: "JSON has no undefined: a member is present or absent.",
    fix: "Make the member optional ('name?: T'), or allow null ('T | null').",
  },
  "type/bigint": {
    severity: "error",
    message: "'{name}' is no JSON value",
    cause: "JSON numbers are read as number; a bigint cannot be written as JSON.",
    fix: "Import int64 from crd-runtime, or use a string.",
  },
  "type/tuple": {
    severity: "error",
    message: "tuple '{name}' has no fixed length",
    cause:
      "A tuple with optional or rest items, or with none, is read as no list and no tuple of a schema.",
    fix: "Write T[], all items without '?' and '...', or an object with named members.",
  },
  "type/intersection": {
    severity: "error",
    message: "intersection '{name}' cannot be read",
    cause: "The members of an intersection are computed by the compiler.",
    fix: "Declare an interface that extends both.",
  },
  "type/function": {
    severity: "error",
    message: "function '{name}' is no data",
    cause: "Objects of an API are plain JSON data without behaviour.",
    fix: "Remove it, or export a function beside the type.",
  },
  "type/computed": {
    severity: "error",
    message: "'{name}' is computed by the compiler",
    cause:
      "Conditional, mapped, indexed, keyof, typeof and template literal types have no text of their own to read.",
    fix: "Write the resulting type out.",
  },
  "type/import-type": {
    severity: "error",
    message: "'{name}' imports inside a type",
    cause: "Generated code lists its imports at the head of the file.",
    fix: "Write an import declaration and use the name.",
  },
  "type/member-name": {
    severity: "error",
    message: "member name '{name}' is neither an identifier nor text in quotes",
    cause: "The name in the JSON, which is text, must stand in the declaration.",
    fix: "Write the name, in quotes where it is no identifier.",
  },
  "type/union": {
    severity: "error",
    message: "'{name}' is no union that a schema can describe",
    cause:
      "Structural schemas know unions of literals, T | null, T | T[], T | boolean, and unions of interfaces told apart by a literal member.",
    fix: "Write one of these, or JSON of crd-runtime where anything is allowed.",
  },
  "type/mixed-enum": {
    severity: "error",
    message: "the values of '{name}' are of different types",
    cause: "A schema has one type; an enum lists values of it.",
    fix: "Write strings only, or numbers only.",
  },
  "type/map-key": {
    severity: "error",
    message: "a map cannot have keys of type '{name}'",
    cause: "Keys of JSON objects are strings, and a schema describes the values of all keys alike.",
    fix: "Write Record<string, T>, or an object with named members.",
  },
  "type/index-signature": {
    severity: "error",
    message: "an index signature beside other members",
    cause: "A structural schema has either named members or values for all names.",
    fix: "Put the map into a member of its own: labels: Record<string, string>.",
  },
  "type/extends": {
    severity: "error",
    message: "an interface cannot extend '{name}'",
    cause: "Only interfaces and object types give members to inherit.",
    fix: "Extend an interface of the API or TypeMeta.",
  },
  "type/cycle": {
    severity: "error",
    message: "'{name}' is defined by itself",
    cause: "Following the declarations leads back to the name without any data in between.",
    fix: "Remove it from its own definition; recursion through members is fine.",
  },
  "type/number": {
    severity: "warning",
    message: "plain number says neither integer nor float",
    cause:
      "The schema becomes 'type: number' without a format, which also accepts 1.5 for a count of replicas.",
    fix: "Import int32, int64, integer, float or double from crd-runtime, or write '// +crd-project:plainNumber' above it.",
  },
});
