import { entriesOf } from "./entry.js";

/** Tags of defaulter-gen, conversion-gen, prerelease-lifecycle-gen and go-to-protobuf. */
export const codeGeneratorTags = [
  ...entriesOf({ tool: "defaulter-gen" }, [
    {
      name: "k8s:defaulter-gen",
      since: "Kubernetes 1.17",
      readBy: ["defaulter-gen"],
      asks: true,
      conflicts: [{ with: "k8s:defaulter-gen", own: "on", other: "off" }],
      targets: ["package", "type", "function"],
      value: { kind: "defaulter" },
      repeatable: true,
      description:
        "In doc.ts `TypeMeta`, or the member that marks types with a default function; on a type `true` or `false`; on a function `covers`: what is below is its work, too.",
      example: "+k8s:defaulter-gen=TypeMeta",
    },
    {
      name: "k8s:defaulter-gen-input",
      since: "Kubernetes 1.17",
      targets: ["package"],
      value: { kind: "text" },
      refused: "ask for them in the doc.ts of the version that declares the types",
      description:
        "The package whose types are defaulted, when it is another one: an error, types and default functions share a folder here.",
      example: "+k8s:defaulter-gen-input=../../example.com/v1",
    },
    {
      name: "default",
      since: "Kubernetes 1.17",
      readBy: ["defaulter-gen", "crd-gen"],
      targets: ["type", "member"],
      value: { kind: "default" },
      description:
        "The default as JSON, or `ref(Name)` of a constant: set where the member is absent. On a type, of the members that have it.",
      example: '+default="standard"',
    },
  ]),
  ...entriesOf({ tool: "conversion-gen" }, [
    {
      name: "k8s:conversion-gen",
      since: "Kubernetes 1.17",
      readBy: ["conversion-gen"],
      asks: true,
      conflicts: [{ with: "k8s:conversion-gen", own: "on", other: "off" }],
      targets: ["package", "type", "member"],
      value: { kind: "conversion" },
      repeatable: true,
      description:
        "In doc.ts the folder of the version to and from which types of the same name are converted, or `false`: only functions written by hand are registered. `false` on a type or member leaves it out.",
      example: "+k8s:conversion-gen=../v1",
    },
    {
      name: "k8s:conversion-gen-external-types",
      since: "Kubernetes 1.17",
      targets: ["package"],
      value: { kind: "text" },
      refused: "write '+k8s:conversion-gen=' in the doc.ts of the version that declares the types",
      description:
        "The package whose types are converted, when it is another one: an error, types and conversions share a folder here.",
      example: "+k8s:conversion-gen-external-types=example.com/v1",
    },
    {
      name: "k8s:conversion-gen:explicit-from",
      since: "Kubernetes 1.17",
      value: { kind: "text" },
      repeatable: true,
      refused: "read query parameters with URLSearchParams and a zod schema",
      description:
        "Conversion from query parameters (net/url.Values): an error, custom resources have none.",
      example: "+k8s:conversion-gen:explicit-from=net/url.Values",
    },
    {
      name: "k8s:conversion-fn",
      since: "Kubernetes 1.17",
      readBy: ["conversion-gen"],
      targets: ["function"],
      value: { kind: "word", oneOf: ["drop", "copy-only"] },
      description:
        "On a function `convert_X_To_Y`: `drop` leaves out members that it would convert, `copy-only` says that it only copies, so that values that keep their type are copied without it.",
      example: "+k8s:conversion-fn=drop",
    },
  ]),
  ...entriesOf({ tool: "prerelease-lifecycle-gen" }, [
    {
      name: "k8s:prerelease-lifecycle-gen",
      since: "Kubernetes 1.19",
      readBy: ["prerelease-lifecycle-gen"],
      asks: true,
      targets: ["package"],
      value: { kind: "boolean" },
      description:
        "`true` generates in which releases the kinds of the version came, are deprecated and go.",
      example: "+k8s:prerelease-lifecycle-gen=true",
    },
    {
      name: "k8s:prerelease-lifecycle-gen:introduced",
      since: "Kubernetes 1.19",
      readBy: ["prerelease-lifecycle-gen"],
      value: { kind: "release" },
      description:
        "Release in which the kind came. Every kind needs it; a list without it is as old as its kind.",
      example: "+k8s:prerelease-lifecycle-gen:introduced=1.37",
    },
    {
      name: "k8s:prerelease-lifecycle-gen:deprecated",
      since: "Kubernetes 1.19",
      readBy: ["prerelease-lifecycle-gen", "client-gen", "lister-gen", "informer-gen"],
      value: { kind: "release" },
      description:
        "Release in which the kind is deprecated; without it three minor releases after it came, or never where the version is GA.",
      example: "+k8s:prerelease-lifecycle-gen:deprecated=1.40",
    },
    {
      name: "k8s:prerelease-lifecycle-gen:removed",
      since: "Kubernetes 1.19",
      readBy: ["prerelease-lifecycle-gen"],
      value: { kind: "release" },
      description:
        "Release in which the kind is gone; without it three minor releases after it is deprecated, or never where the version is GA.",
      example: "+k8s:prerelease-lifecycle-gen:removed=1.43",
    },
    {
      name: "k8s:prerelease-lifecycle-gen:replacement",
      since: "Kubernetes 1.19",
      readBy: ["prerelease-lifecycle-gen", "client-gen", "lister-gen", "informer-gen"],
      value: { kind: "groupVersionKind" },
      description: "Group, version and kind that take its place; the core group has no name.",
      example: "+k8s:prerelease-lifecycle-gen:replacement=example.com,v2,Database",
    },
  ]),
  ...entriesOf({ tool: "go-to-protobuf", value: { kind: "text" } }, [
    {
      name: "k8s:protobuf-gen",
      since: "Kubernetes 1.37",
      targets: ["package"],
      value: { kind: "word", oneOf: ["package", "false"] },
      description: "Protocol buffers for the version; custom resources are served as JSON only.",
      example: "+k8s:protobuf-gen=package",
    },
    {
      name: "protobuf",
      since: "Kubernetes 1.17",
      value: { kind: "boolean" },
      description: "Whether the type has a protocol buffer message.",
      example: "+protobuf=false",
    },
    {
      name: "protobuf.nullable",
      since: "Kubernetes 1.17",
      targets: ["type", "member"],
      value: { kind: "boolean" },
      description: "Null is told apart from empty in protocol buffers.",
      example: "+protobuf.nullable=true",
    },
    {
      name: "protobuf.as",
      since: "Kubernetes 1.17",
      description: "Name of the type whose message is used instead.",
      example: "+protobuf.as=Timestamp",
    },
    {
      name: "protobuf.embed",
      since: "Kubernetes 1.17",
      description: "Member whose message is used instead.",
      example: "+protobuf.embed=string",
    },
    {
      name: "protobuf.options.*",
      since: "Kubernetes 1.17",
      targets: ["type", "member"],
      repeatable: true,
      description: "An option in the .proto file.",
      example: "+protobuf.options.marshal=false",
    },
  ]),
];
