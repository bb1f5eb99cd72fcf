import { verbs } from "../types.js";
import { entriesOf } from "./entry.js";

/** Tags of client-gen, which lister-gen and informer-gen read too. */
export const clientGenTags = [
  ...entriesOf({ tool: "client-gen", implemented: true }, [
    {
      name: "groupName",
      targets: ["package"],
      value: { kind: "text", empty: true },
      description: "The API group of the version. Empty is the core group.",
      example: "+groupName=example.com",
    },
    {
      name: "groupGoName",
      targets: ["package"],
      value: { kind: "text" },
      description:
        "The group's name in identifiers, where the first segment of the group would collide or is no identifier.",
      example: "+groupGoName=SecondExample",
    },
    {
      name: "genclient",
      only: "interface",
      description: "Generates a client, lister and informer for the kind.",
      example: "+genclient",
    },
    {
      name: "genclient:nonNamespaced",
      only: "interface",
      description: "The kind is cluster-scoped: its client takes no namespace.",
      example: "+genclient:nonNamespaced",
    },
    {
      name: "genclient:noStatus",
      only: "interface",
      description: "No updateStatus and applyStatus, although the type has a member status.",
      example: "+genclient:noStatus",
    },
    {
      name: "genclient:noVerbs",
      only: "interface",
      description: "A client without methods, to be filled by an expansion.",
      example: "+genclient:noVerbs",
    },
    {
      name: "genclient:onlyVerbs",
      only: "interface",
      value: { kind: "words", oneOf: verbs },
      description: "The client has these verbs and no others.",
      example: "+genclient:onlyVerbs=create,get,list",
    },
    {
      name: "genclient:skipVerbs",
      only: "interface",
      value: { kind: "words", oneOf: verbs },
      description: "The client has all verbs but these.",
      example: "+genclient:skipVerbs=delete,deleteCollection",
    },
    {
      name: "genclient:readonly",
      only: "interface",
      description:
        "The client has get, list and watch, with the verbs of onlyVerbs, and no others.",
      example: "+genclient:readonly",
    },
    {
      name: "genclient:method",
      only: "interface",
      value: { kind: "method" },
      repeatable: true,
      description:
        "A further method: its name and verb, with subresource, input type and result type where they differ.",
      example:
        "+genclient:method=UpdateScale,verb=update,subresource=scale,input=Scale,result=Scale",
    },
    {
      name: "resourceName",
      only: "kind",
      value: { kind: "text" },
      description:
        "The REST resource where it is not the plural of the kind; +kubebuilder:resource:path= says the same.",
      example: "+resourceName=foos",
    },
  ]),
  ...entriesOf({ tool: "client-gen", targets: ["package"], value: { kind: "boolean" } }, [
    {
      name: "k8s:client-gen",
      implemented: true,
      description: "false: no clients for the version, and so no informers.",
      example: "+k8s:client-gen=false",
    },
    {
      name: "k8s:lister-gen",
      tool: "lister-gen",
      implemented: true,
      description: "false: no listers for the version.",
      example: "+k8s:lister-gen=false",
    },
    {
      name: "k8s:informer-gen",
      tool: "informer-gen",
      implemented: true,
      description: "false: no informers for the version.",
      example: "+k8s:informer-gen=false",
    },
    {
      name: "k8s:applyconfiguration-gen",
      tool: "applyconfiguration-gen",
      implemented: true,
      description: "false: no apply configurations for the version.",
      example: "+k8s:applyconfiguration-gen=false",
    },
  ]),
];
