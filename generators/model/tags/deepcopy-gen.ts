import { entriesOf } from "./entry.js";

/** Tags of deepcopy-gen and register-gen. */
export const deepcopyGenTags = [
  ...entriesOf({ tool: "deepcopy-gen" }, [
    {
      name: "k8s:deepcopy-gen",
      since: "Kubernetes 1.17",
      readBy: ["deepcopy-gen"],
      asks: true,
      targets: ["package", "type"],
      value: { kind: "deepcopy" },
      description:
        "In doc.ts `package` (a copy function for every type) or `false`; on a type `true` or `false`.",
      example: "+k8s:deepcopy-gen=package",
    },
    {
      name: "k8s:deepcopy-gen:interfaces",
      since: "Kubernetes 1.17",
      readBy: ["deepcopy-gen", "register-gen"],
      asks: true,
      conflicts: [
        {
          with: "k8s:deepcopy-gen",
          other: "off",
          hint: "what is not copied has no interface of its copy",
        },
        {
          with: "kubebuilder:object:generate",
          other: "off",
          hint: "what is not copied has no interface of its copy",
        },
      ],
      only: "interface",
      value: { kind: "typeNames" },
      repeatable: true,
      description:
        "Interfaces that the type counts as when copied; `runtime.Object` adds it to the scheme.",
      example: "+k8s:deepcopy-gen:interfaces=runtime.Object",
    },
    {
      name: "k8s:deepcopy-gen:nonpointer-interfaces",
      since: "Kubernetes 1.17",
      value: { kind: "boolean" },
      description: "Go's copies by value instead of by pointer; TypeScript has no such difference.",
      example: "+k8s:deepcopy-gen:nonpointer-interfaces=true",
    },
  ]),
  ...entriesOf({ tool: "register-gen" }, [
    {
      name: "k8s:register-gen",
      since: "Kubernetes 1.37",
      readBy: ["register-gen"],
      asks: true,
      targets: ["package"],
      value: { kind: "word", oneOf: ["package", "true", "false"] },
      description:
        "false: no zz_generated.register.ts for the version. `package` and `true` ask for it, as +groupName= already does.",
      example: "+k8s:register-gen=false",
    },
  ]),
];
