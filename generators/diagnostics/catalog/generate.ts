import { entries } from "./entry.js";

/** Problems that only a generator sees: what it cannot write for the types as they are. */
export const generate = entries({
  "generate/no-deep-copy": {
    severity: "error",
    message: "{subject} cannot be copied: there is no deep copy function for {type}",
    cause:
      "Deep copies are switched off for that type, or not switched on, so that a copy would share the value with its original.",
    fix: "Switch them on with '+k8s:deepcopy-gen=true', or write the function beside the type.",
  },
  "generate/nothing-to-copy": {
    severity: "warning",
    message: "{type} needs no deep copy function: its values are immutable",
    cause:
      "Strings, numbers and booleans are copied by assignment, so no function is generated, and none that is written by hand is called.",
    fix: "Remove the tag, or the function.",
  },
  "generate/no-discriminant": {
    severity: "error",
    message: "{interface} does not declare the member that tells its types apart",
    cause:
      "Its copy function is given the interface and chooses by a member that is a different string literal in every type whose tag names it.",
    fix: "Declare that member in the interface, for example as 'type: string'.",
  },
  "generate/shared-setter": {
    severity: "warning",
    message:
      "members '{other}' and '{member}' of {type} have one setter, '{setter}', which sets '{member}'",
    cause:
      "The setters of an apply configuration are named after the members, with a capital. As data both can be applied.",
    fix: "Rename one of them.",
  },
  "generate/interface-collision": {
    severity: "error",
    message: "'{function}' would copy the {interface} of '{module}' and another {interface}",
    cause:
      "The copy function of an interface is named after it; an interface from outside the version has it in the file of the version whose types name it.",
    fix: "Rename one of them, or export the interface from its module under another name.",
  },
  "generate/no-copy-for-scheme": {
    severity: "error",
    message: "{type} is tagged as runtime.Object but has no deep copy function",
    cause: "A scheme registers a type by the function that copies its objects.",
    fix: "Switch deep copies on with '+k8s:deepcopy-gen=true', or write one beside the type.",
  },
  "generate/unused-default-function": {
    severity: "warning",
    message:
      "no generated function calls '{function}': {type} neither has one nor is part of a type that has",
    cause:
      "Functions for defaults are called for types that doc.ts asks for with '+k8s:defaulter-gen=', and for what these hold.",
    fix: "Ask for default functions with '+k8s:defaulter-gen=TypeMeta' in doc.ts, use the type, or remove the function.",
  },
  "generate/nothing-to-default": {
    severity: "warning",
    message: "{type} gets no default function: nothing in it has a default",
    cause: "A function is generated where a member has a default, or a function fills one in.",
    fix: "Remove the tag, or add '+default=' to a member.",
  },
  "generate/endless-default": {
    severity: "error",
    message: "the default of '{member}' has no end: what it fills in lacks '{member}' again",
    cause:
      "Defaults are filled into defaults, too, so the generated function would call itself until the stack is full.",
    fix: "Remove the default, write into it what ends it, such as null where the type allows it, or fill the member in by a function 'setDefaults_...'.",
  },
  "generate/no-lifecycle": {
    severity: "warning",
    message: "{version} has no kind whose lifecycle could be generated",
    cause:
      "'+k8s:prerelease-lifecycle-gen=true' in doc.ts is about interfaces that extend TypeMeta, and there are none.",
    fix: "Remove the tag, or add the kinds.",
  },
  "generate/missing-conversion": {
    severity: "error",
    message: "{from} is not converted to {to} without a function: {problems}",
    cause:
      "Members are converted by their names. One that the other version does not have, or has with another type, would be lost, or missing there.",
    fix: "Write the function beside the types of either version, or tag what may be lost with '+k8s:conversion-gen=false'; then regenerate.",
  },
  "generate/unused-conversion-function": {
    severity: "warning",
    message: "no generated function calls '{function}'",
    cause:
      "Functions for conversions are called for types of the same name in versions that '+k8s:conversion-gen=' in doc.ts brings together, and for members of these.",
    fix: "Ask for conversions in the doc.ts of one of the versions, use the types, or remove the function.",
  },
  "generate/unused-validation": {
    severity: "warning",
    message: "no generated function checks '{tag}' of {type}",
    cause:
      "Validation functions are generated for the types that '+k8s:validation-gen=' in doc.ts asks for, and for what these hold. What another generator that is switched on reads is not reported: crd-gen for the schemas of CustomResourceDefinitions, zod-gen and openapi-gen for theirs.",
    fix: "Ask for validation functions with '+k8s:validation-gen=TypesWithField=TypeMeta' in doc.ts, use the type, or remove the tag.",
  },
  "generate/missing-validation": {
    severity: "error",
    message: "there is no function '{function}', which '{tag}' stands for",
    cause:
      "A function beside the types validates what has '+k8s:customValidation'. It is found by its name.",
    fix: "Write the function in a file of the version's folder, or remove the tag; then regenerate.",
  },
  "generate/nothing-to-validate": {
    severity: "warning",
    message: "{type} gets no validation function: there is nothing to check in it",
    cause: "A function is generated where a member must be there, or a tag says what it may be.",
    fix: "Remove the tag, or add rules to the members.",
  },
  "generate/refused-schema": {
    severity: "error",
    message:
      "the API server refuses the schema that values of {type} are checked by: {subject}: {problem}",
    cause:
      "What markers of controller-gen and rules in CEL say is checked by the schema of a CustomResourceDefinition. It was checked as the API server checks it: patterns are RE2, defaults fit, rules compile and their estimated cost is within the budget.",
    fix: "Correct the type or the tag. What a rule costs is bounded by MaxItems, MaxProperties and MaxLength of what it goes through.",
  },
  "generate/schema-collision": {
    severity: "error",
    message: "{type} and {other} would both have the schema '{name}'",
    cause: "Schemas are named after their types, with a small first letter.",
    fix: "Rename one of the types.",
  },
  "generate/hand-written-register": {
    severity: "info",
    message: "no register file is generated for {version}: {file} is written by hand",
    cause: "The hand-written file takes the place of the generated one.",
    fix: "Remove it to have it generated, or leave register-gen out of 'generators' in crd-project.json.",
  },
  "generate/factory-member": {
    severity: "error",
    message:
      "group '{group}' cannot be reached as '{accessor}()': every informer factory has that member",
    cause: "Informers of a group are reached by a method that is named after the group.",
    fix: "Give the group another name in code with '+groupGoName=' in doc.ts.",
  },
  "generate/clientset-member": {
    severity: "error",
    message: "{what} cannot be reached as '{accessor}()' in the clientset: that is {owner}",
    cause:
      "A version is reached by a method named after group and version, and a group with several versions by one named after the group.",
    fix: "Give the group another name in code with '+groupGoName=' in doc.ts.",
  },
  "generate/generator-off": {
    severity: "warning",
    message: "'{tag}' asks for {generators}, which 'generators' in crd-project.json leaves out",
    cause: "The tag is read by generators that do not run, so nothing comes of it.",
    fix: "Add the generator to 'generators', or 'default', which stands for all that code needs; or remove the tag.",
  },
  "generate/unserved-client": {
    severity: "warning",
    message: "{kind} of {version} has a client, and the API server answers it with 404",
    cause:
      "'+kubebuilder:unservedversion' says that the API server does not serve the version of the kind; clients, informers and listers of it find nothing, and informers never sync.",
    fix: "Take +genclient off the kind in this version, and use the clients of a version that is served.",
  },
  "generate/missing-generator": {
    severity: "error",
    message: "{generator} needs {other}, which 'generators' in crd-project.json leaves out",
    cause: "The files of one generator import those of the other, or are made of what it makes.",
    fix: "Add the other one to 'generators', or 'default', which stands for all that code needs.",
  },
});
