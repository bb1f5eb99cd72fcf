import { verbs } from "../types.js";
import { entriesOf } from "./entry.js";

/** Tags of client-gen, which lister-gen and informer-gen read too. */
export const clientGenTags = [
  ...entriesOf({ tool: "client-gen" }, [
    {
      name: "groupName",
      since: "Kubernetes 1.17",
      readBy: ["model"],
      targets: ["package"],
      value: { kind: "text", empty: true },
      description: "The API group of the version. Empty is the core group.",
      example: "+groupName=example.com",
    },
    {
      name: "groupGoName",
      since: "Kubernetes 1.17",
      readBy: ["model"],
      targets: ["package"],
      value: { kind: "text" },
      description:
        "The group's name in identifiers, where the first segment of the group would collide or is no identifier.",
      example: "+groupGoName=SecondExample",
    },
    {
      name: "genclient",
      since: "Kubernetes 1.17",
      readBy: ["client-gen", "lister-gen", "informer-gen"],
      asks: true,
      formerly: {
        "genclient=true": "write '+genclient' alone",
        "genclient=false": "remove the line: without '+genclient' there is no client",
      },
      conflicts: [
        { with: "kubebuilder:object:root", other: "off", hint: "what is no kind has no client" },
      ],
      only: "interface",
      description: "Generates a client, lister and informer for the kind.",
      example: "+genclient",
    },
    {
      name: "genclient:nonNamespaced",
      since: "Kubernetes 1.17",
      readBy: ["client-gen", "lister-gen", "informer-gen", "crd-gen"],
      formerly: {
        nonNamespaced: "write '+genclient:nonNamespaced'",
        "nonNamespaced=true": "write '+genclient:nonNamespaced'",
      },
      only: "interface",
      description: "The kind is cluster-scoped: its client takes no namespace.",
      example: "+genclient:nonNamespaced",
    },
    {
      name: "genclient:noStatus",
      since: "Kubernetes 1.17",
      readBy: ["client-gen"],
      formerly: {
        genclientstatus: "the member status decides; '+genclient:noStatus' takes updateStatus away",
        "genclientstatus=false": "write '+genclient:noStatus'",
        "genclientstatus=true": "remove the line: a member status is enough",
      },
      only: "interface",
      description: "No updateStatus and applyStatus, although the type has a member status.",
      example: "+genclient:noStatus",
    },
    {
      name: "genclient:noVerbs",
      since: "Kubernetes 1.17",
      readBy: ["client-gen", "lister-gen", "informer-gen"],
      formerly: {
        noMethods: "write '+genclient:noVerbs'",
        "noMethods=true": "write '+genclient:noVerbs'",
      },
      conflicts: [
        { with: "genclient:onlyVerbs" },
        { with: "genclient:skipVerbs" },
        { with: "genclient:readonly" },
        {
          with: "genclient:method",
          hint: "noVerbs drops methods, too; name the verbs in '+genclient:skipVerbs='",
        },
      ],
      only: "interface",
      description: "A client without methods, to be filled by an expansion.",
      example: "+genclient:noVerbs",
    },
    {
      name: "genclient:onlyVerbs",
      conflicts: [{ with: "genclient:noStatus", when: "a verb is about the status" }],
      since: "Kubernetes 1.17",
      readBy: ["client-gen", "lister-gen", "informer-gen"],
      only: "interface",
      value: { kind: "words", oneOf: verbs, areVerbs: true },
      description: "The client has these verbs and no others.",
      example: "+genclient:onlyVerbs=create,get,list",
    },
    {
      name: "genclient:skipVerbs",
      since: "Kubernetes 1.17",
      readBy: ["client-gen", "lister-gen", "informer-gen"],
      conflicts: [{ with: "genclient:onlyVerbs" }, { with: "genclient:readonly" }],
      only: "interface",
      value: { kind: "words", oneOf: verbs, areVerbs: true },
      description: "The client has all verbs but these.",
      example: "+genclient:skipVerbs=delete,deleteCollection",
    },
    {
      name: "genclient:readonly",
      since: "Kubernetes 1.17",
      readBy: ["client-gen", "lister-gen", "informer-gen"],
      formerly: {
        readonly: "write '+genclient:readonly'",
        "readonly=true": "write '+genclient:readonly'",
      },
      only: "interface",
      description:
        "The client has get, list and watch, with the verbs of onlyVerbs, and no others.",
      example: "+genclient:readonly",
    },
    {
      name: "genclient:method",
      since: "Kubernetes 1.17",
      readBy: ["client-gen", "applyconfiguration-gen"],
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
      since: "Kubernetes 1.17",
      readBy: ["client-gen", "lister-gen", "informer-gen", "crd-gen"],
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
      since: "Kubernetes 1.37",
      readBy: ["client-gen", "informer-gen"],
      description: "false: no clients for the version, and so no informers.",
      example: "+k8s:client-gen=false",
    },
    {
      name: "k8s:lister-gen",
      since: "Kubernetes 1.37",
      readBy: ["lister-gen"],
      tool: "lister-gen",
      description: "false: no listers for the version.",
      example: "+k8s:lister-gen=false",
    },
    {
      name: "k8s:informer-gen",
      since: "Kubernetes 1.37",
      readBy: ["informer-gen"],
      tool: "informer-gen",
      description: "false: no informers for the version.",
      example: "+k8s:informer-gen=false",
    },
    {
      name: "k8s:applyconfiguration-gen",
      since: "Kubernetes 1.37",
      readBy: ["applyconfiguration-gen"],
      tool: "applyconfiguration-gen",
      description: "false: no apply configurations for the version.",
      example: "+k8s:applyconfiguration-gen=false",
    },
  ]),
];
