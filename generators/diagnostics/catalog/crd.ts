import { entries } from "./entry.js";

/** CustomResourceDefinitions that are made of types. */
export const crd = entries({
  "crd/recursive-type": {
    severity: "warning",
    message: "{subject} leads back to type {type}, which a CustomResourceDefinition cannot express",
    cause:
      "Structural schemas have no references, so the schema ends here: what is nested deeper is stored, but neither checked nor pruned.",
    fix: "Flatten the type, for example to a list whose items name their parent, or accept that deeper levels are not checked.",
  },
  "crd/union-not-checked": {
    severity: "warning",
    message: "{subject} is {form}, which a CustomResourceDefinition cannot express",
    cause:
      "A structural schema has one type, so the API server accepts any value here and neither checks nor prunes it.",
    fix: "Use one of the two types alone, or two members, to have the value checked.",
  },
  "crd/tuple-not-checked": {
    severity: "warning",
    message:
      "{subject} is a tuple of several types, which a CustomResourceDefinition cannot express",
    cause:
      "A structural schema has one schema for all items of a list, so the API server checks how many there are and neither checks nor prunes them.",
    fix: "Write an object with a member for each item to have the values checked.",
  },
  "crd/union-members-differ": {
    severity: "warning",
    message: "{subject}: the members of the union declare '{property}' with different types",
    cause:
      "A structural schema has one type per property, so the API server accepts any value of this one.",
    fix: "Give the properties different names, or the same type.",
  },
  "crd/rules-in-union": {
    severity: "warning",
    message: "{subject}: the API server does not run the rules of '{property}'",
    cause:
      "The members of the union differ in the rules of the property, and a structural schema has one list of properties, with one list of rules each, for all members.",
    fix: "Put the rules on the interfaces of the union's members, where 'self' is the whole member: they hold for that member only.",
  },
  "crd/default-in-union": {
    severity: "warning",
    message: "{subject}: the API server does not set the default of '{property}'",
    cause:
      "A structural schema has one list of properties for all members of a union, so the default would be set in objects that are another member. Generated functions set it.",
    fix: "Set the default by the generated function, or move the member out of the union.",
  },
  "crd/default-not-known": {
    severity: "warning",
    message:
      "the API server does not set the default of '{name}': the value of '{constant}' is not known",
    cause:
      "Generators read the constants of the version folders, and of those the ones that are written out as JSON; nothing is computed.",
    fix: "Write the value out, or give the API server's default with '+kubebuilder:default='.",
  },
  "crd/default-incomplete": {
    severity: "warning",
    message: "the API server does not set the default of '{name}': it lacks the member '{missing}'",
    cause:
      "The member is required and gets its value from a function or from the default of its type, which the API server does not know.",
    fix: "Add the member to the default, or give it one of its own with '+default='.",
  },
  "crd/merge-tag": {
    severity: "error",
    behind: "tag",
    message: "wrong {tag}: {problem}",
    cause:
      "listType and listMapKey are for lists, mapType and structType for maps and objects. The API server takes lists of type map whose keys are scalars that every item has, and sets of scalars.",
    fix: "Correct the tag, or the type that it stands on.",
  },
  "crd/marker": {
    severity: "error",
    behind: "tag",
    message: "wrong {tag}: {problem}",
    cause:
      "A marker for the schema fits the type of the value, says what a schema can say, and agrees with the others of its place.",
    fix: "Correct the tag, or the type that it stands on.",
  },
  "crd/marker-unused": {
    severity: "warning",
    message: "{tag} has no effect: {problem}",
    cause:
      "controller-gen leaves such a tag out without a word, and so does crd-gen; the API server does the same with keys of a schema that it does not know.",
    fix: "Take it away; what the type should say belongs on the type.",
  },
  "crd/not-served": {
    severity: "warning",
    message: "no version of {kind} is served",
    cause:
      "'+kubebuilder:unservedversion' stands on each version that the definition has, so the API server answers all requests with 404. controller-gen refuses such a definition.",
    fix: "Take the tag away from one version.",
  },
  "crd/refused": {
    severity: "error",
    message: "the API server refuses the definition of {kind}: {subject}: {problem}",
    cause:
      "The definition was checked as the API server checks it: the schema is structural, patterns are RE2, defaults fit their schema, rules compile and their estimated cost is within the budget.",
    fix: "Correct the type or the tag. What a rule costs is bounded by MaxItems, MaxProperties and MaxLength of what it goes through.",
  },
  "crd/patch": {
    severity: "error",
    message: "the patch does not apply to the definition of {kind}: {problem}",
    cause:
      "'+crd-project:patch=' holds a JSON patch (RFC 6902) for the finished CustomResourceDefinition; it applies whole or not at all.",
    fix: "Correct the operation. The definition without the patch is what crd-gen writes when the tag is gone.",
  },
  "crd/nested-metadata": {
    severity: "warning",
    message: "{subject}: the API server keeps nothing of an ObjectMeta within an object",
    cause:
      "As controller-gen does, the schema says 'type: object' and no more, and what a schema does not name is pruned.",
    fix: "Declare the members that you need, such as labels and annotations, in an interface of your own, or keep a whole object as RawExtension.",
  },
  "crd/too-large": {
    severity: "error",
    message: "the schema of kind {kind} would have {nodes} nodes; the limit is {limit}",
    cause:
      "Structural schemas have no references, so a type is written out wherever it is used. The API server takes definitions of 1.5 MB at most.",
    fix: "Use large types in fewer places, or make the member that needs least checking a RawExtension.",
  },
  "crd/too-many-bytes": {
    severity: "warning",
    message: "the definition of kind {kind} has {bytes} bytes; the API server can store {limit}",
    cause:
      "etcd takes requests of 1.5 MiB unless its --max-request-bytes says otherwise, and a type is written out, with its doc comments, wherever it is used.",
    fix: "Use large types in fewer places, shorten their doc comments, or make the member that needs least checking a RawExtension.",
  },
  "crd/too-deep": {
    severity: "error",
    message: "the types of kind {kind} are nested more than {limit} levels deep",
    cause: "The API server cannot work with schemas of that depth.",
    fix: "Flatten the types.",
  },
  "crd/name": {
    severity: "error",
    message: "'{name}' ({what} of {kind}) is no name that the API server takes",
    cause:
      "In a CustomResourceDefinition plural, singular, short names and categories begin with a lower-case letter, and they and both kinds have at most 63 characters; '<plural>.<group>' has at most 253.",
    fix: "Give other names with '// +kubebuilder:resource:path=...,singular=...,shortName=...', or rename the type.",
  },
  "crd/group-without-dot": {
    severity: "warning",
    message: "no CustomResourceDefinitions for group '{group}', which has no dot",
    cause:
      "The API server keeps such groups for its own kinds and refuses CustomResourceDefinitions in them.",
    fix: "Use a group below a domain that you own. For the types of built-in kinds leave crd-gen out of the generators in crd-project.json.",
  },
  "crd/protected-group": {
    severity: "warning",
    message: "group '{group}' is protected",
    cause:
      "The API server takes CustomResourceDefinitions of groups below k8s.io and kubernetes.io only with the annotation api-approved.kubernetes.io.",
    fix: "Use a group below a domain that you own. When the API is approved, add '// +kubebuilder:metadata:annotations=\"api-approved.kubernetes.io=https://...\"' to its kinds.",
  },
});
