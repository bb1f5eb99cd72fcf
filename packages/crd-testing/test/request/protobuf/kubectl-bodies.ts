import {
  selfSubjectAccessReview,
  selfSubjectReview,
  selfSubjectRulesReview,
} from "../../../src/apiserver/builtin/types/authorization.js";
import {
  configMap,
  namespace,
  secret,
  serviceAccount,
} from "../../../src/apiserver/builtin/types/core.js";
import type { GoStruct } from "../../../src/apiserver/builtin/types/go-type.js";
import {
  clusterRole,
  clusterRoleBinding,
  role,
  roleBinding,
} from "../../../src/apiserver/builtin/types/rbac.js";
import type { JsonObject } from "../../../src/apiserver/object.js";

/** What kubectl 1.37 sends, as it was recorded, and the object that it means. */
export interface KubectlBody {
  readonly command: string;
  readonly path: string;
  readonly hex: string;
  readonly type: GoStruct;
  readonly object: JsonObject;
}

const rbac = "rbac.authorization.k8s.io/v1";
const authorization = "authorization.k8s.io/v1";

export const kubectlBodies: readonly KubectlBody[] = [
  {
    command: "create namespace demo",
    path: "/api/v1/namespaces",
    hex: "6b3873000a0f0a02763112094e616d657370616365121c0a140a0464656d6f12001a0022002a0032003800420012001a020a001a002200",
    type: namespace,
    object: { apiVersion: "v1", kind: "Namespace", metadata: { name: "demo" } },
  },
  {
    command: "create configmap c --from-literal=a=b --from-literal=c=d",
    path: "/api/v1/namespaces/demo/configmaps",
    hex: "6b3873000a0f0a0276311209436f6e6669674d617012270a150a016312001a0464656d6f22002a0032003800420012060a016112016212060a01631201641a002200",
    type: configMap,
    object: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "c", namespace: "demo" },
      data: { a: "b", c: "d" },
    },
  },
  {
    command: "create secret generic s --from-literal=p=geheim --type=example.com/x",
    path: "/api/v1/namespaces/demo/secrets",
    hex: "6b3873000a0c0a027631120653656372657412330a150a017312001a0464656d6f22002a00320038004200120b0a0170120667656865696d1a0d6578616d706c652e636f6d2f781a002200",
    type: secret,
    object: {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s", namespace: "demo" },
      data: { p: "Z2VoZWlt" },
      type: "example.com/x",
    },
  },
  {
    command: "create serviceaccount sa",
    path: "/api/v1/namespaces/demo/serviceaccounts",
    hex: "6b3873000a140a027631120e536572766963654163636f756e7412180a160a02736112001a0464656d6f22002a003200380042001a002200",
    type: serviceAccount,
    object: {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name: "sa", namespace: "demo" },
    },
  },
  {
    command: "create role r --verb=get,list --resource=configmaps,secrets --resource-name=a",
    path: "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/roles",
    hex: "6b3873000a240a1c726261632e617574686f72697a6174696f6e2e6b38732e696f2f76311204526f6c65123e0a150a017212001a0464656d6f22002a0032003800420012250a036765740a046c69737412001a0a636f6e6669676d6170731a07736563726574732201611a002200",
    type: role,
    object: {
      apiVersion: rbac,
      kind: "Role",
      metadata: { name: "r", namespace: "demo" },
      rules: [
        {
          verbs: ["get", "list"],
          apiGroups: [""],
          resources: ["configmaps", "secrets"],
          resourceNames: ["a"],
        },
      ],
    },
  },
  {
    command: "create clusterrole cr --verb=get --non-resource-url=/x",
    path: "/apis/rbac.authorization.k8s.io/v1/clusterroles",
    hex: "6b3873000a2b0a1c726261632e617574686f72697a6174696f6e2e6b38732e696f2f7631120b436c7573746572526f6c65121f0a120a02637212001a0022002a0032003800420012090a036765742a022f781a002200",
    type: clusterRole,
    object: {
      apiVersion: rbac,
      kind: "ClusterRole",
      metadata: { name: "cr" },
      rules: [{ verbs: ["get"], nonResourceURLs: ["/x"] }],
    },
  },
  {
    command: "create clusterrole agg --aggregation-rule=a=b",
    path: "/apis/rbac.authorization.k8s.io/v1/clusterroles",
    hex: "6b3873000a2b0a1c726261632e617574686f72697a6174696f6e2e6b38732e696f2f7631120b436c7573746572526f6c6512210a130a0361676712001a0022002a003200380042001a0a0a080a060a01611201621a002200",
    type: clusterRole,
    object: {
      apiVersion: rbac,
      kind: "ClusterRole",
      metadata: { name: "agg" },
      rules: null,
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: "b" } }] },
    },
  },
  {
    command: "create rolebinding rb --role=r --user=alice --serviceaccount=demo:sa",
    path: "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/rolebindings",
    hex: "6b3873000a2b0a1c726261632e617574686f72697a6174696f6e2e6b38732e696f2f7631120b526f6c6542696e64696e671288010a160a02726212001a0464656d6f22002a00320038004200122a0a04557365721219726261632e617574686f72697a6174696f6e2e6b38732e696f1a05616c6963652200121c0a0e536572766963654163636f756e7412001a027361220464656d6f1a240a19726261632e617574686f72697a6174696f6e2e6b38732e696f1204526f6c651a01721a002200",
    type: roleBinding,
    object: {
      apiVersion: rbac,
      kind: "RoleBinding",
      metadata: { name: "rb", namespace: "demo" },
      subjects: [
        { kind: "User", apiGroup: "rbac.authorization.k8s.io", name: "alice" },
        { kind: "ServiceAccount", name: "sa", namespace: "demo" },
      ],
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "r" },
    },
  },
  {
    command: "create clusterrolebinding crb --clusterrole=cr --group=g",
    path: "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
    hex: "6b3873000a320a1c726261632e617574686f72697a6174696f6e2e6b38732e696f2f76311212436c7573746572526f6c6542696e64696e67126c0a130a0363726212001a0022002a0032003800420012270a0547726f75701219726261632e617574686f72697a6174696f6e2e6b38732e696f1a016722001a2c0a19726261632e617574686f72697a6174696f6e2e6b38732e696f120b436c7573746572526f6c651a0263721a002200",
    type: clusterRoleBinding,
    object: {
      apiVersion: rbac,
      kind: "ClusterRoleBinding",
      metadata: { name: "crb" },
      subjects: [{ kind: "Group", apiGroup: "rbac.authorization.k8s.io", name: "g" }],
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cr" },
    },
  },
  {
    command: "auth can-i get configmaps",
    path: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
    hex: "6b3873000a320a17617574686f72697a6174696f6e2e6b38732e696f2f7631121753656c665375626a65637441636365737352657669657712420a100a0012001a0022002a0032003800420012240a220a0764656661756c7412036765741a0022002a0a636f6e6669676d61707332003a001a08080012001a0020001a002200",
    type: selfSubjectAccessReview,
    object: {
      apiVersion: authorization,
      kind: "SelfSubjectAccessReview",
      metadata: {},
      spec: { resourceAttributes: { namespace: "default", verb: "get", resource: "configmaps" } },
      status: { allowed: false },
    },
  },
  {
    command: "auth can-i get /x",
    path: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
    hex: "6b3873000a320a17617574686f72697a6174696f6e2e6b38732e696f2f7631121753656c665375626a65637441636365737352657669657712290a100a0012001a0022002a00320038004200120b12090a022f7812036765741a08080012001a0020001a002200",
    type: selfSubjectAccessReview,
    object: {
      apiVersion: authorization,
      kind: "SelfSubjectAccessReview",
      metadata: {},
      spec: { nonResourceAttributes: { path: "/x", verb: "get" } },
      status: { allowed: false },
    },
  },
  {
    command: "auth can-i --list",
    path: "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
    hex: "6b3873000a310a17617574686f72697a6174696f6e2e6b38732e696f2f7631121653656c665375626a65637452756c657352657669657712200a100a0012001a0022002a0032003800420012060a0464656d6f1a04180022001a002200",
    type: selfSubjectRulesReview,
    object: {
      apiVersion: authorization,
      kind: "SelfSubjectRulesReview",
      metadata: {},
      spec: { namespace: "demo" },
      status: { resourceRules: null, nonResourceRules: null, incomplete: false },
    },
  },
  {
    command: "auth whoami",
    path: "/apis/authentication.k8s.io/v1/selfsubjectreviews",
    hex: "6b3873000a2d0a1861757468656e7469636174696f6e2e6b38732e696f2f7631121153656c665375626a656374526576696577121a0a100a0012001a0022002a0032003800420012060a040a0012001a002200",
    type: selfSubjectReview,
    object: {
      apiVersion: "authentication.k8s.io/v1",
      kind: "SelfSubjectReview",
      metadata: {},
      status: { userInfo: {} },
    },
  },
];
