import { entriesOf } from "./entry.js";

/** Tags of deepcopy-gen and register-gen. */
export const deepcopyGenTags = [
  ...entriesOf({ tool: "deepcopy-gen", implemented: true }, [
    {
      name: "k8s:deepcopy-gen",
      targets: ["package", "type"],
      value: { kind: "deepcopy" },
      description:
        "In doc.ts `package` (a copy function for every type) or `false`; on a type `true` or `false`.",
      example: "+k8s:deepcopy-gen=package",
    },
    {
      name: "k8s:deepcopy-gen:interfaces",
      only: "interface",
      value: { kind: "typeNames" },
      repeatable: true,
      description:
        "Interfaces that the type counts as when copied; `runtime.Object` adds it to the scheme.",
      example: "+k8s:deepcopy-gen:interfaces=runtime.Object",
    },
    {
      name: "k8s:deepcopy-gen:nonpointer-interfaces",
      value: { kind: "boolean" },
      implemented: false,
      description: "Go's copies by value instead of by pointer; TypeScript has no such difference.",
      example: "+k8s:deepcopy-gen:nonpointer-interfaces=true",
    },
  ]),
  ...entriesOf({ tool: "register-gen" }, [
    {
      name: "k8s:register-gen",
      targets: ["package"],
      value: { kind: "text" },
      description:
        "Asks for zz_generated.register.ts, which +groupName= already does; false: none.",
      example: "+k8s:register-gen=false",
    },
  ]),
];
