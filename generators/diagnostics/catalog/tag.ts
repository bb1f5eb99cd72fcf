import { entries } from "./entry.js";

/** Tags in doc.ts and types.ts. */
export const tag = entries({
  "tag/unknown": {
    severity: "error",
    skippable: true,
    message: "unknown tag '{tag}'",
    cause: "No generator reads this tag, so it would have no effect.",
    fix: "Correct the spelling, or remove the line. Names are case-sensitive.",
  },
  "tag/foreign": {
    severity: "warning",
    message: "'{tag}' is a tag of neither code-generator nor controller-gen",
    cause:
      "Nothing here reads it. It may belong to another tool, or be a misspelling of another name.",
    fix: "Correct the spelling, or name the tag in acceptedTags of crd-project.json.",
  },
  "tag/legacy": {
    severity: "error",
    skippable: true,
    message: "'{tag}' is a tag of an older release",
    cause: "Kubernetes renamed the tag; the old name has no effect today.",
    fix: "Write the tag that took its place.",
  },
  "tag/malformed": {
    severity: "error",
    message: "'{tag}' is malformed: {problem}",
    cause:
      "The text behind the tag's name is not in the tag's grammar, so part of it would be lost.",
    fix: "Write the tag as the tags reference shows it; a remark belongs on a line of its own.",
  },
  "tag/misplaced": {
    severity: "error",
    skippable: true,
    message: "'{tag}' has no meaning {place}",
    cause:
      "Each tag is read in certain places only: in doc.ts, on a type, on a member, on a function.",
    fix: "Move the tag to a place where it is read, or remove it.",
  },
  "tag/outside-doc": {
    severity: "error",
    skippable: true,
    message: "'{tag}' belongs in doc.ts",
    cause: "It speaks for the whole API version, and only doc.ts is read for such tags.",
    fix: "Move the line to the doc.ts of the version's folder.",
  },
  "tag/no-sign": {
    severity: "warning",
    message: "'{tag}' is no tag here: it has no '+'",
    cause:
      "Without the '+' in front a line of a comment is text, which code-generator and controller-gen pass over in silence, too.",
    fix: "Write '+' in front of the name, or say it in a sentence if it is meant as text.",
  },
  "tag/unattached": {
    severity: "error",
    skippable: true,
    message: "'{tag}' stands above no declaration",
    cause:
      "A tag speaks for the interface, type or member that follows its comment. Here another statement, the end of a body or the end of the file follows.",
    fix: "Move the comment directly above the declaration it is meant for.",
  },
  "tag/trailing": {
    severity: "error",
    skippable: true,
    message: "'{tag}' stands behind code",
    cause:
      "A comment at the end of a line belongs to neither the code before it nor the declaration after it, so the tag would be lost.",
    fix: "Put the tag on a line of its own above the declaration it is meant for.",
  },
  "tag/not-exported": {
    severity: "error",
    skippable: true,
    message: "'{tag}' stands on '{name}', which is not exported",
    cause: "Only exported types are part of the API; tags on others have no effect.",
    fix: "Export the type, or remove the tag.",
  },
  "tag/value-missing": {
    severity: "error",
    message: "'{tag}' needs a value",
    cause: "Without a value the tag says nothing.",
    fix: "Write '=' and the value behind the name.",
  },
  "tag/value-unexpected": {
    severity: "error",
    message: "'{tag}' takes no value",
    cause: "The tag is on by standing there; a value would be ignored.",
    fix: "Remove '=' and what follows. To turn the tag off, remove the line.",
  },
  "tag/value": {
    severity: "error",
    message: "wrong value for '{tag}': {problem}",
    cause: "The value is not one that the tag knows.",
    fix: "Write one of the values in the tags reference.",
  },
  "tag/type": {
    severity: "error",
    message: "'{tag}' is about {wanted}, and this is {type}",
    cause: "The rule would never find anything; code-generator refuses it, too.",
    fix: "Put the tag where such a value is, or take one that is about the type.",
  },
  "tag/verb": {
    severity: "error",
    message: "'{verb}' is no verb",
    cause:
      "code-generator ignores verbs it does not know, and the client gets other methods than meant.",
    fix: "Write create, update, updateStatus, delete, deleteCollection, get, list, watch, patch, apply or applyStatus.",
  },
  "tag/argument": {
    severity: "error",
    message: "'{tag}' has no argument '{argument}'",
    cause: "An argument that no generator reads would have no effect.",
    fix: "Correct the spelling, or remove the argument. Names are case-sensitive.",
  },
  "tag/argument-missing": {
    severity: "error",
    message: "'{tag}' needs the argument '{argument}'",
    cause: "Without the argument the tag says nothing.",
    fix: "Add the argument.",
  },
  "tag/repeated": {
    severity: "error",
    message: "'{tag}' is repeated",
    cause: "The tag can be given once only; which of the two is meant cannot be known.",
    fix: "Keep one of the lines.",
  },
  "tag/conflict": {
    severity: "error",
    message: "'{tag}' contradicts '{other}'",
    cause: "Both tags cannot hold, and code-generator would silently drop one of them.",
    fix: "Keep the one that is meant.",
  },
  "tag/needs": {
    severity: "error",
    skippable: true,
    message: "'{tag}' has no effect without '{other}'",
    cause: "The tag only changes what the other tag asks for.",
    fix: "Add the other tag, or remove this one.",
  },
  "tag/needs-kind": {
    severity: "error",
    message: "'{tag}' needs a kind, and '{name}' is none",
    cause:
      "The tag describes a resource. A kind is an interface that extends TypeMeta and has 'metadata: ObjectMeta'.",
    fix: "Move the tag to the kind, or make the type a kind.",
  },
  "tag/no-counterpart": {
    severity: "error",
    message: "'{tag}' has no counterpart in TypeScript",
    cause: "The tag speaks of how Go packages are laid out, and nothing here would follow it.",
    fix: "Remove the tag, and do what the hint says.",
  },
  "tag/not-implemented": {
    severity: "warning",
    message: "'{tag}' has no effect here",
    cause: "The tag is about protobuf, or about what Go has and TypeScript has not.",
    fix: "Remove it.",
  },
  "tag/method": {
    severity: "error",
    message: "wrong method: {problem}",
    cause:
      "An extension method has a name and a verb, and may have a subresource, an input type and a result type.",
    fix: "Write '+genclient:method=UpdateScale,verb=update,subresource=scale,input=Scale,result=Scale'.",
  },
  "tag/type-name": {
    severity: "error",
    message: "'{name}' names no type",
    cause:
      "A name in a tag is a type of this version, '<group>/<version>.Name' of this project, 'runtime.Object', 'metav1.Name', or 'module.Name' of a TypeScript module.",
    fix: "Correct the name, or export the type.",
  },
});
