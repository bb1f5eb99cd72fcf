import { entriesOf } from "./entry.js";

/** controller-gen's markers for the CustomResourceDefinition, RBAC, webhooks and copies. */
export const controllerGenTags = [
  ...entriesOf({ tool: "controller-gen", implemented: true }, [
    {
      name: "kubebuilder:subresource:status",
      only: "kind",
      description: "The kind has the status subresource.",
      example: "+kubebuilder:subresource:status",
    },
    {
      name: "kubebuilder:storageversion",
      only: "kind",
      description: "Objects are stored in this version; needed when the kind has several.",
      example: "+kubebuilder:storageversion",
    },
    {
      name: "kubebuilder:resource",
      only: "kind",
      value: {
        kind: "arguments",
        arguments: {
          path: { type: "string" },
          singular: { type: "string" },
          shortName: { type: "list" },
          categories: { type: "list" },
          scope: { type: "string", oneOf: ["Namespaced", "Cluster"] },
        },
      },
      description: "Plural, singular, short names, categories and scope of the resource.",
      example: "+kubebuilder:resource:path=databases,scope=Cluster,shortName=db;dbs",
    },
    {
      name: "kubebuilder:object:generate",
      targets: ["package", "type"],
      value: { kind: "flag" },
      description: "controller-gen's spelling of +k8s:deepcopy-gen.",
      example: "+kubebuilder:object:generate=true",
    },
    {
      name: "kubebuilder:object:root",
      only: "interface",
      value: { kind: "flag" },
      description:
        "controller-gen's spelling of +k8s:deepcopy-gen:interfaces=runtime.Object; false: the type is no kind.",
      example: "+kubebuilder:object:root=true",
    },
    {
      name: "kubebuilder:skip",
      targets: ["package"],
      description: "No CustomResourceDefinitions for the version.",
      example: "+kubebuilder:skip",
    },
    {
      name: "kubebuilder:subresource:scale",
      only: "kind",
      value: {
        kind: "arguments",
        arguments: {
          specpath: { type: "string", required: true },
          statuspath: { type: "string", required: true },
          selectorpath: { type: "string" },
        },
      },
      description: "The kind has the scale subresource.",
      example:
        "+kubebuilder:subresource:scale:specpath=.spec.replicas,statuspath=.status.replicas,selectorpath=.status.selector",
    },
    {
      name: "kubebuilder:printcolumn",
      only: "kind",
      value: {
        kind: "arguments",
        arguments: {
          name: { type: "string", required: true },
          type: { type: "string", required: true },
          JSONPath: { type: "string", required: true },
          description: { type: "string" },
          format: { type: "string" },
          priority: { type: "integer" },
        },
      },
      repeatable: true,
      description: "A column of kubectl get.",
      example: '+kubebuilder:printcolumn:name="Phase",type=string,JSONPath=".status.phase"',
    },
    {
      name: "kubebuilder:skipversion",
      only: "kind",
      description: "The version is left out of the CustomResourceDefinition.",
      example: "+kubebuilder:skipversion",
    },
    {
      name: "kubebuilder:unservedversion",
      only: "kind",
      description: "The version is not served.",
      example: "+kubebuilder:unservedversion",
    },
    {
      name: "kubebuilder:deprecatedversion",
      only: "kind",
      value: { kind: "arguments", arguments: { warning: { type: "string" } } },
      description: "The version is deprecated, with a warning for its users.",
      example: '+kubebuilder:deprecatedversion:warning="example.com/v1alpha1 is deprecated"',
    },
    {
      name: "kubebuilder:metadata",
      only: "kind",
      value: {
        kind: "arguments",
        arguments: { annotations: { type: "list" }, labels: { type: "list" } },
      },
      repeatable: true,
      description: "Annotations and labels of the CustomResourceDefinition.",
      example: '+kubebuilder:metadata:labels="team=storage"',
    },
    {
      name: "kubebuilder:selectablefield",
      only: "kind",
      value: {
        kind: "arguments",
        arguments: { JSONPath: { type: "string", required: true } },
      },
      repeatable: true,
      description: "A member that field selectors can use.",
      example: "+kubebuilder:selectablefield:JSONPath=.spec.user",
    },
  ]),
  ...entriesOf({ tool: "controller-gen" }, [
    {
      name: "versionName",
      targets: ["package"],
      value: { kind: "text" },
      description: "The API version, where it is not the name of the folder.",
      example: "+versionName=v1",
    },
    {
      name: "kubebuilder:ac:generate",
      targets: ["package", "type"],
      value: { kind: "boolean" },
      description: "Generates apply configurations.",
      example: "+kubebuilder:ac:generate=true",
    },
    {
      name: "kubebuilder:ac:output:package",
      targets: ["package"],
      value: { kind: "text" },
      description: "Folder of the apply configurations.",
      example: "+kubebuilder:ac:output:package=applyconfiguration",
    },
  ]),
  ...entriesOf({ tool: "controller-gen", targets: ["package", "function"], repeatable: true }, [
    {
      name: "kubebuilder:rbac",
      value: {
        kind: "arguments",
        arguments: {
          groups: { type: "list" },
          resources: { type: "list" },
          resourceNames: { type: "list" },
          verbs: { type: "list", required: true },
          urls: { type: "list" },
          namespace: { type: "string" },
          roleName: { type: "string" },
        },
      },
      description: "A rule of the controller's role.",
      example: "+kubebuilder:rbac:groups=example.com,resources=databases,verbs=get;list;watch",
    },
    {
      name: "kubebuilder:webhook",
      value: {
        kind: "arguments",
        arguments: {
          mutating: { type: "boolean", required: true },
          failurePolicy: { type: "string", required: true },
          matchPolicy: { type: "string" },
          sideEffects: { type: "string" },
          timeoutSeconds: { type: "integer" },
          groups: { type: "list", required: true },
          resources: { type: "list", required: true },
          verbs: { type: "list", required: true },
          versions: { type: "list", required: true },
          name: { type: "string", required: true },
          path: { type: "string" },
          url: { type: "string" },
          serviceName: { type: "string" },
          serviceNamespace: { type: "string" },
          servicePort: { type: "integer" },
          webhookVersions: { type: "list" },
          admissionReviewVersions: { type: "list", required: true },
          reinvocationPolicy: { type: "string" },
          patch: { type: "string" },
        },
      },
      description: "An admission webhook.",
      example:
        "+kubebuilder:webhook:mutating=false,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create;update,versions=v1,name=vdatabase.example.com,path=/validate,admissionReviewVersions=v1",
    },
    {
      name: "kubebuilder:webhookconfiguration",
      value: {
        kind: "arguments",
        arguments: {
          mutating: { type: "boolean", required: true },
          name: { type: "string" },
        },
      },
      description: "Name of the webhook configuration.",
      example: "+kubebuilder:webhookconfiguration:mutating=false,name=example-validation",
    },
  ]),
];
