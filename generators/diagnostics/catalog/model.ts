import { entries } from "./entry.js";

/** Groups, versions, kinds and their names. */
export const model = entries({
  "model/missing-doc": {
    severity: "error",
    message: "'{directory}' has no doc.ts",
    cause: "doc.ts holds the tags of the whole version; without it the folder has no API group.",
    fix: "Add a doc.ts with the lines '// +k8s:deepcopy-gen=package', '// +groupName=...' and 'export {};'.",
  },
  "model/missing-group-name": {
    severity: "error",
    message: "the version has no API group",
    cause: "Nothing in doc.ts names the group, and the folder's name is not taken for it.",
    fix: "Add '// +groupName=<group>' to doc.ts.",
  },
  "model/group-name": {
    severity: "error",
    message: "'{group}' is no API group",
    cause:
      "A group is a DNS subdomain: lower-case letters, digits, '-' and '.', at most 253 characters.",
    fix: "Write a domain that you own, such as example.com.",
  },
  "model/group-go-name": {
    severity: "error",
    message: "'{name}' cannot begin an identifier",
    cause: "Names such as ExampleV1Client begin with the group's first segment or +groupGoName=.",
    fix: "Add '// +groupGoName=Name' to doc.ts, in upper camel case.",
  },
  "model/group-go-name-differs": {
    severity: "error",
    message: "group '{group}' is '{other}' in another version",
    cause: "A group has one name in identifiers for all of its versions.",
    fix: "Write the same +groupGoName= in every version, or in one of them.",
  },
  "model/group-collision": {
    severity: "error",
    message: "groups '{group}' and '{other}' are both '{name}' in identifiers",
    cause: "Both would be the same accessor of the clientset and the informer factory.",
    fix: "Add '// +groupGoName=Name' to the doc.ts of one of them.",
  },
  "model/version-name": {
    severity: "error",
    message: "'{version}' is no API version",
    cause: "A version is a DNS label: lower-case letters, digits and '-', at most 63 characters.",
    fix: "Name the folder v1, v1beta1, v2alpha1 ..., or say the version with +versionName= in doc.ts.",
  },
  "model/version-style": {
    severity: "warning",
    message: "version '{version}' is not in the style of v1, v1beta1 or v2alpha1",
    cause: "Kubernetes ranks such versions below all others, by the alphabet.",
    fix: "Rename the folder unless the API is served under this name already.",
  },
  "model/version-collision": {
    severity: "error",
    message: "'{version}' of group '{group}' is also in '{other}'",
    cause: "Two folders would generate the same files; code-generator lets the last one win.",
    fix: "Correct +groupName= or +versionName= in one of them, or move the types together.",
  },
  "model/kind-name": {
    severity: "error",
    message: "'{name}' is no name for a kind",
    cause: "A kind is upper camel case, of letters and digits, at most 63 characters.",
    fix: "Rename the type.",
  },
  "model/kind-case": {
    severity: "warning",
    message: "the kind '{name}' does not begin with a capital letter",
    cause: "The API server takes it, and readers take kinds for upper camel case.",
    fix: 'Rename the type; where objects of the kind exist, turn the warning off: "severities" in crd-project.json.',
  },
  "model/missing-type-meta": {
    severity: "error",
    message: "'{name}' {what} and does not extend TypeMeta",
    cause: "What a client reads and writes, and what a scheme knows, has apiVersion and kind.",
    fix: "Write 'extends TypeMeta'.",
  },
  "model/missing-metadata": {
    severity: "error",
    message: "'{name}' has a client and no 'metadata: ObjectMeta'",
    cause: "Objects of a resource are addressed by their metadata.",
    fix: "Add the member 'metadata: ObjectMeta'.",
  },
  "model/client-on-list": {
    severity: "error",
    message: "'{name}' is a list and has no client of its own",
    cause: "Lists are what the client of the kind returns; they are no resource.",
    fix: "Move the tag to the kind.",
  },
  "model/missing-list": {
    severity: "error",
    message: "'{kind}' has the verb list and no type '{kind}List'",
    cause: "The client's list returns this type.",
    fix: "Add the type, or take the verb away with '+genclient:skipVerbs=list'.",
  },
  "model/list-shape": {
    severity: "error",
    message: "'{list}' is no list of '{kind}'",
    cause:
      "A list extends TypeMeta and has 'metadata: ListMeta' and 'items', an array of the kind.",
    fix: "Correct its members, or rename the type if it is no list.",
  },
  "model/missing-runtime-object": {
    severity: "warning",
    message: "'{name}' extends TypeMeta and is no runtime.Object",
    cause:
      "It is left out of the scheme, so it can be neither copied nor recognised by its apiVersion and kind.",
    fix: "Add '// +k8s:deepcopy-gen:interfaces=runtime.Object'; '// +kubebuilder:object:root=false' says that it is no kind.",
  },
  "model/deepcopy-signature": {
    severity: "error",
    message: "'{name}' is no deep copy of '{type}'",
    cause:
      "A hand-written copy is found by its name among what the folder exports, and called by the generated ones, with one value, to give back a value of the type. 'deepCopyIntoDatabase' takes an empty one besides, and fills it.",
    fix: "Write 'export function deepCopyDatabase(input: DeepReadonly<Database>): Database', or 'export function deepCopyIntoDatabase(input: DeepReadonly<Database>, output: Database): void'.",
  },
  "model/default-value": {
    severity: "error",
    message: "the default of '{name}' does not fit its type: {problem}",
    cause: "The API server refuses such a default, and code that sets it does not compile.",
    fix: "Write a value of the type, as JSON behind '+default=', or in marker grammar behind '+kubebuilder:default='.",
  },
  "model/default-constant": {
    severity: "error",
    message: "'{name}' names no exported constant",
    cause:
      "'+default=ref(...)' takes a constant of this version, '<group>/<version>.Name' of this project, or 'module.Name' of a TypeScript module.",
    fix: "Correct the name, or export the constant.",
  },
  "model/default-function": {
    severity: "error",
    message: "'{name}' is no function for defaults: {problem}",
    cause:
      "Such functions are found by their names and called by generated ones: setDefaults_X, setDefaults_X_more and setObjectDefaults_X, where X is the type of their parameter.",
    fix: "Correct the name, or give a function that is meant for something else another one.",
  },
  "model/default-signature": {
    severity: "error",
    message: "'{name}' cannot fill in the defaults of '{type}'",
    cause:
      "A function for defaults is called with one object or list of its type, and changes it in place.",
    fix: "Write 'export function setDefaults_Database(object: Database): void'.",
  },
  "model/default-roots": {
    severity: "warning",
    message: "no type of the version has '{name}'",
    cause:
      "'+k8s:defaulter-gen=' names the member, or the meta type, of the types that get a default function.",
    fix: "Write TypeMeta, or a member as the types spell it.",
  },
  "model/validation-function": {
    severity: "error",
    message: "'{name}' validates nothing: {problem}",
    cause:
      "Such functions are found by their names and called where the tag is: validateCustom_X for the type X with '+k8s:customValidation', validateCustom_X_member for its member with the tag.",
    fix: "Correct the name or add the tag, or give a function that is meant for something else another name.",
  },
  "model/validation-signature": {
    severity: "error",
    message: "'{name}' is not called as the generated code calls it",
    cause:
      "A function for '+k8s:customValidation' takes the value with what it was, and gives back what is wrong with it.",
    fix: "Write 'export function validateCustom_Database(input: ValidationInput<DeepReadonly<Database>>): FieldError[]'.",
  },
  "model/validation-roots": {
    severity: "warning",
    message: "no type of the version is one of '{value}'",
    cause:
      "'+k8s:validation-gen=' names the member, the meta type, or the end of the name, of the types that get a validation function.",
    fix: "Write 'TypesWithField=TypeMeta', a member as the types spell it, or '*' for every type.",
  },
  "model/conversion-peer": {
    severity: "error",
    message: "there are no conversions to '{peer}': {problem}",
    cause:
      "'+k8s:conversion-gen=' in doc.ts names another version of this project; the functions for both directions stand beside the types of the version whose doc.ts names the other one.",
    fix: "Write the folder of the other version, as doc.ts would import it: '+k8s:conversion-gen=../v1'.",
  },
  "model/conversion-function": {
    severity: "error",
    message: "'{name}' is no conversion: {problem}",
    cause:
      "Conversions written by hand are found by their names and called by generated ones: convert_v1beta1_Database_To_v1_Database, with the version and the name of both types.",
    fix: "Correct the name, or give a function that is meant for something else another one.",
  },
  "model/conversion-signature": {
    severity: "error",
    message: "'{name}' does not convert a type of one version to one of another",
    cause:
      "A conversion is called with one value of the type in its name, must not change it, and gives back a new one; both types stand in its signature.",
    fix: "Write 'export function convert_v1beta1_Database_To_v1_Database(input: DeepReadonly<v1beta1.Database>): v1.Database'.",
  },
  "model/missing-introduced": {
    severity: "error",
    message: "'{name}' does not say in which release it came",
    cause:
      "'+k8s:prerelease-lifecycle-gen=true' in doc.ts asks for the lifecycle of all its kinds, and when one is deprecated and removed may be counted from there.",
    fix: "Add '// +k8s:prerelease-lifecycle-gen:introduced=1.0', with the release of your project that serves it first.",
  },
  "model/lifecycle-order": {
    severity: "error",
    message: "'{name}' is {event} in {release}, but {earlier} in {other}",
    cause:
      "A kind is introduced, then deprecated, then removed, and it is there in one release at least. Below GA, '+k8s:prerelease-lifecycle-gen:deprecated=' and ':removed=' are three minor releases later where there is no tag.",
    fix: "Correct the releases, or add the tag that is missing.",
  },
  "model/lifecycle-replacement": {
    severity: "error",
    message: "'{replacement}' does not take the place of '{name}': {problem}",
    cause:
      "Who uses a deprecated kind is told what to use instead, as '<group>,<version>,<Kind>'. The group is one of this project.",
    fix: "Name another kind, as its doc.ts and types spell it.",
  },
  "model/lifecycle-foreign": {
    severity: "warning",
    message: "the group of '{replacement}' is not of this project, so it is not checked",
    cause: "Kinds of other projects are not known here: a mistake in the name would stay.",
    fix: "Make sure that it is right, and set this code to off in 'severities' of crd-project.json; or name a kind of this project.",
  },
  "model/lifecycle-constant": {
    severity: "warning",
    message: "nothing reads '{name}': {problem}",
    cause:
      "A constant 'apiLifecycle_X' beside the types takes the place of the generated one of the type X, in a version whose doc.ts has '+k8s:prerelease-lifecycle-gen=true'.",
    fix: "Export it under the name of a kind of the version, or give it another name.",
  },
  "model/no-discriminant": {
    severity: "error",
    message: "'{name}' cannot be told apart from the other types of '{interface}'",
    cause:
      "The copy function of the interface finds the type of a value by a member whose type is a string literal, required in all of them and different in each.",
    fix: "Add such a member, for example 'type: \"circle\"'.",
  },
  "model/resource-path": {
    severity: "error",
    message: "'{name}' is no name for a resource",
    cause: "Plurals, singulars and short names are DNS labels: lower-case letters, digits and '-'.",
    fix: "Write it in lower case.",
  },
  "model/resource-name": {
    severity: "error",
    message: "+resourceName says '{name}', +kubebuilder:resource:path says '{path}'",
    cause: "The client would ask for another resource than the CustomResourceDefinition defines.",
    fix: "Keep +kubebuilder:resource:path and remove +resourceName.",
  },
  "model/plural-differs": {
    severity: "warning",
    message:
      "the plural of '{kind}' is '{plural}' for controller-gen and '{other}' for code-generator",
    cause:
      "The two tools pluralise by different rules; here one plural holds for clients and CRDs, controller-gen's.",
    fix: "Say which one is meant: '// +kubebuilder:resource:path=...'.",
  },
  "model/plural-collision": {
    severity: "error",
    message: "'{kind}' and '{other}' are both the resource '{plural}'",
    cause: "A resource belongs to one kind of a group.",
    fix: "Give one of them another plural with '// +kubebuilder:resource:path=...'.",
  },
  "model/name-collision": {
    severity: "error",
    message: "'{kind}' and '{other}' are both called '{name}'",
    cause:
      "Plurals, singulars and short names of a group share one space of names, kinds and list kinds another; the API server never establishes the second CustomResourceDefinition.",
    fix: "Give one of them another name with '// +kubebuilder:resource:path=,singular=,shortName=', or rename the type.",
  },
  "model/accessor-collision": {
    severity: "error",
    message: "'{kind}' and '{other}' both have the accessor '{accessor}'",
    cause: "The client of the version has one method for each kind.",
    fix: "Rename one of the kinds, or give it another plural with '// +kubebuilder:resource:path=...'.",
  },
  "model/method-collision": {
    severity: "error",
    message: "the client of '{kind}' already has a method '{method}'",
    cause:
      "A client has one method of each name. Some are its own: 'invoke' and 'rest' send the requests, 'then' would make it a promise.",
    fix: "Give the extension method another name.",
  },
  "model/scope-mismatch": {
    severity: "error",
    message:
      "'{kind}' is cluster-scoped by +genclient:nonNamespaced and namespaced by +kubebuilder:resource:scope",
    cause: "The client would ask for paths that the CustomResourceDefinition does not serve.",
    fix: "Write 'scope=Cluster', or remove '+genclient:nonNamespaced'.",
  },
  "model/kind-differs": {
    severity: "error",
    message: "'{kind}' has another {what} in version '{version}'",
    cause:
      "One CustomResourceDefinition holds all versions of a kind, with one set of names and one scope.",
    fix: "Say the same in every version, or say it in one of them.",
  },
  "model/missing-storage-version": {
    severity: "error",
    message: "no version of '{kind}' is the storage version",
    cause: "With several versions the API server must know in which one objects are stored.",
    fix: "Add '// +kubebuilder:storageversion' to the type in one version.",
  },
  "model/storage-versions": {
    severity: "error",
    message: "'{kind}' is stored in version '{other}' already",
    cause: "Objects are stored in one version.",
    fix: "Keep '// +kubebuilder:storageversion' in one version.",
  },
  "model/missing-status": {
    severity: "warning",
    message: "'{kind}' has no member 'status', so {what}",
    cause: "The tag speaks of a member that is not there.",
    fix: "Add the member 'status', or take the tag away.",
  },
  "model/missing-status-subresource": {
    severity: "warning",
    message: "the client of '{kind}' has {verb}, and the kind has no status subresource",
    cause: "The API server answers updateStatus and applyStatus with 404.",
    fix: "Add '// +kubebuilder:subresource:status', or '// +genclient:noStatus'.",
  },
  "model/unused-expansion": {
    severity: "warning",
    message: "no client is expanded by this file",
    cause:
      "An expansion is named <version>_<kind>_expansion.ts, in lower case, beside the generated file of its group.",
    fix: "Correct its name, or remove it.",
  },
  "model/expansion-export": {
    severity: "error",
    message: "the expansion does not export '{name}'",
    cause:
      "Generated code imports an interface with the methods that are added, and the function that makes them of what they are added to.",
    fix: "Export both from the file, under these names.",
  },
  "model/expansion-signature": {
    severity: "error",
    message: "'{name}' has not the form of an expansion",
    cause:
      "The interface has no type parameters; the function is called with what it expands, which has not the methods of the expansion yet, and returns that interface at once.",
    fix: "Declare it as the hint says.",
  },
  "model/expansion-member": {
    severity: "error",
    message: "'{type}' adds '{member}', which '{of}' has already",
    cause:
      "The method would take the place of the generated one, also for code that does not know.",
    fix: "Give the method another name, or leave out the generated one with '+genclient:skipVerbs='.",
  },
});
