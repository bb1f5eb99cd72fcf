import { describe, expect, it } from "vitest";
import type { MarkerValue, TagTarget } from "../../generators/model/index.js";
import {
  checkValue,
  plainValue,
  scanArguments,
  scanValue,
  splitTag,
} from "../../generators/model/tags/index.js";

/** A line that is fine: its name, what stands in parentheses, its value. */
type Accepted = readonly [
  line: string,
  parts: {
    readonly name: string;
    readonly arguments?: readonly (readonly [name: string | undefined, value: unknown])[];
    readonly value?: string;
    readonly named?: Readonly<Record<string, MarkerValue>>;
    readonly target?: TagTarget;
  },
];

/** A line that is not: the column of what is wrong, from 1 at the `+`, how long that is, and the message. */
type Rejected = readonly [line: string, column: number, length: number, message: string];

function parse(line: string, target?: TagTarget) {
  const { entry, ...text } = splitTag(line.slice(1));
  if (entry === undefined) throw new Error(`unknown: ${line}`);
  const place = target ?? entry.targets.at(-1) ?? "type";
  const checked = checkValue({ tag: { ...text, entry }, target: place });
  const problems = checked.problems.map(({ at, length, toDiagnostic }) => [
    at === undefined ? 1 : at + 2,
    at === undefined ? line.length : (length ?? line.length),
    toDiagnostic({}).message,
  ]);
  const scanned = text.parentheses === undefined ? undefined : scanArguments(text.parentheses);
  const raw = text.value?.text;
  return {
    problems,
    name: text.name,
    arguments:
      scanned?.ok === true ? scanned.arguments.map(({ name, value }) => [name, value]) : undefined,
    value: raw === undefined ? undefined : plainValue({ entry, text: raw }),
    named: checked.arguments,
  };
}

/** The comment tags of the older generators: split at the first `=`, the rest of the line is the value. */
const commentTags: readonly Accepted[] = [
  ["+genclient", { name: "genclient" }],
  ["+genclient   ", { name: "genclient" }],
  ["+genclient:nonNamespaced", { name: "genclient:nonNamespaced" }],
  ["+genclient:onlyVerbs=get,list", { name: "genclient:onlyVerbs", value: "get,list" }],
  ["+genclient:onlyVerbs= get , list ", { name: "genclient:onlyVerbs", value: "get , list" }],
  ["+resourceName=foos", { name: "resourceName", value: "foos" }],
  ["+groupName=", { name: "groupName", value: "" }],
  ["+groupName=a=b", { name: "groupName", value: "a=b" }],
  ["+groupName=a # b", { name: "groupName", value: "a # b" }],
  ["+listType=map", { name: "listType", value: "map" }],
  [
    "+k8s:deepcopy-gen=package,register",
    { name: "k8s:deepcopy-gen", value: "package,register", target: "package" },
  ],
  ["+k8s:deepcopy-gen=true", { name: "k8s:deepcopy-gen", value: "true" }],
  [
    "+k8s:deepcopy-gen:interfaces=runtime.Object,./a.B",
    { name: "k8s:deepcopy-gen:interfaces", value: "runtime.Object,./a.B" },
  ],
  ["+k8s:conversion-gen=../v1", { name: "k8s:conversion-gen", value: "../v1", target: "package" }],
  ['+default="a # b"', { name: "default", value: '"a # b"' }],
  ['+default={"a": [1, "="]}', { name: "default", value: '{"a": [1, "="]}' }],
  ["+default=ref(Name)", { name: "default", value: "ref(Name)" }],
  ["+default=null", { name: "default", value: "null" }],
  [
    "+k8s:validation:cel[0]:rule=self == 1",
    { name: "k8s:validation:cel[0]:rule", value: "self == 1" },
  ],
  ["+k8s:validation:maxLength=3", { name: "k8s:validation:maxLength", value: "3" }],
  [
    "+protobuf.options.(gogoproto.stringer)=false",
    { name: "protobuf.options.(gogoproto.stringer)", value: "false" },
  ],
  ["+k8s:openapi-gen=x-kubernetes-a:b", { name: "k8s:openapi-gen", value: "x-kubernetes-a:b" }],
];

/** The tags of validation-gen: values in parentheses, one scalar or another tag behind `=`, a remark behind `#`. */
const codeTags: readonly Accepted[] = [
  ["+k8s:required", { name: "k8s:required" }],
  ["+k8s:required # why", { name: "k8s:required" }],
  ["+k8s:required#why", { name: "k8s:required" }],
  ["+k8s:minLength=3", { name: "k8s:minLength", value: "3" }],
  ["+k8s:minLength=+3", { name: "k8s:minLength", value: "3" }],
  ["+k8s:minimum=-3", { name: "k8s:minimum", value: "-3" }],
  ["+k8s:minimum=-0", { name: "k8s:minimum", value: "0" }],
  ["+k8s:minLength=0x1F", { name: "k8s:minLength", value: "31" }],
  ["+k8s:minLength=0o17", { name: "k8s:minLength", value: "15" }],
  ["+k8s:minLength=017", { name: "k8s:minLength", value: "15" }],
  ["+k8s:minLength=0b101", { name: "k8s:minLength", value: "5" }],
  ["+k8s:minimum=-0x10", { name: "k8s:minimum", value: "-16" }],
  ["+k8s:minLength=3 # at least", { name: "k8s:minLength", value: "3" }],
  ["+k8s:minLength=3#at least", { name: "k8s:minLength", value: "3" }],
  ["+k8s:format=k8s-short-name", { name: "k8s:format", value: "k8s-short-name" }],
  ['+k8s:format="k8s-short-name"', { name: "k8s:format", value: '"k8s-short-name"' }],
  ["+k8s:format=`k8s-short-name`", { name: "k8s:format", value: "`k8s-short-name`" }],
  ['+k8s:neq="a # b"', { name: "k8s:neq", value: '"a # b"' }],
  ['+k8s:neq="a \\" \\\\ b"', { name: "k8s:neq", value: '"a \\" \\\\ b"' }],
  ["+k8s:neq=true", { name: "k8s:neq", value: "true" }],
  ["+k8s:neq=-7", { name: "k8s:neq", value: "-7" }],
  ["+k8s:neq=größe_1", { name: "k8s:neq", value: "größe_1" }],
  ['+k8s:listType="map"', { name: "k8s:listType", value: "map" }],
  ["+k8s:update=`NoUnset` # once", { name: "k8s:update", value: "NoUnset" }],
  ['+k8s:unionMember(union: "a")', { name: "k8s:unionMember", arguments: [["union", "a"]] }],
  [
    "+k8s:unionMember(union: `a`, memberName: b)",
    {
      name: "k8s:unionMember",
      arguments: [
        ["union", "a"],
        ["memberName", "b"],
      ],
    },
  ],
  [
    "+k8s:unionMember(union:a,memberName:b)",
    {
      name: "k8s:unionMember",
      arguments: [
        ["union", "a"],
        ["memberName", "b"],
      ],
    },
  ],
  ["+k8s:unionMember()", { name: "k8s:unionMember", arguments: [] }],
  ['+k8s:unionMember(union: ")") # it', { name: "k8s:unionMember", arguments: [["union", ")"]] }],
  [
    '+k8s:dependentRequired("other")',
    { name: "k8s:dependentRequired", arguments: [[undefined, "other"]] },
  ],
  [
    "+k8s:dependentRequired(other)",
    { name: "k8s:dependentRequired", arguments: [[undefined, "other"]] },
  ],
  [
    "+k8s:dependentRequired(other.one-two)",
    { name: "k8s:dependentRequired", arguments: [[undefined, "other.one-two"]] },
  ],
  [
    "+k8s:item(a: 1, b: true, c: -0x10)=+k8s:required",
    {
      name: "k8s:item",
      arguments: [
        ["a", 1],
        ["b", true],
        ["c", -16],
      ],
      value: "+k8s:required",
    },
  ],
  ["+k8s:eachVal=+k8s:minLength=1", { name: "k8s:eachVal", value: "+k8s:minLength=1" }],
  ["+k8s:eachVal=+k8s:minLength=1 # each", { name: "k8s:eachVal", value: "+k8s:minLength=1" }],
  [
    "+k8s:eachVal=+k8s:eachKey=+k8s:format=k8s-uuid",
    { name: "k8s:eachVal", value: "+k8s:eachKey=+k8s:format=k8s-uuid" },
  ],
  [
    "+k8s:subfield(name)=+k8s:required",
    { name: "k8s:subfield", arguments: [[undefined, "name"]], value: "+k8s:required" },
  ],
  [
    "+k8s:subfield(a)=+k8s:subfield(b)=+k8s:maxLength=0x10",
    {
      name: "k8s:subfield",
      arguments: [[undefined, "a"]],
      value: "+k8s:subfield(b)=+k8s:maxLength=0x10",
    },
  ],
  [
    '+k8s:eachVal=+k8s:neq="+k8s:required"',
    { name: "k8s:eachVal", value: '+k8s:neq="+k8s:required"' },
  ],
];

/** controller-gen's markers: nothing, a value, or arguments with names. */
const markers: readonly Accepted[] = [
  ["+kubebuilder:subresource:status", { name: "kubebuilder:subresource:status" }],
  ["+kubebuilder:object:root", { name: "kubebuilder:object:root" }],
  ["+kubebuilder:object:root=false", { name: "kubebuilder:object:root", value: "false" }],
  ["+kubebuilder:default=3", { name: "kubebuilder:default", value: "3" }],
  ["+kubebuilder:default:=3", { name: "kubebuilder:default", value: "3" }],
  ["+kubebuilder:default:={a: 1}", { name: "kubebuilder:default", value: "{a: 1}" }],
  ["+kubebuilder:validation:Enum:=a;b", { name: "kubebuilder:validation:Enum", value: "a;b" }],
  [
    "+kubebuilder:validation:items:MaxLength:= 7",
    { name: "kubebuilder:validation:items:MaxLength", value: "7" },
  ],
  ["+kubebuilder:default=a:b", { name: "kubebuilder:default", value: "a:b" }],
  ["+kubebuilder:default={}", { name: "kubebuilder:default", value: "{}" }],
  [
    "+kubebuilder:validation:Pattern=`^[a-z]=#,;}$`",
    { name: "kubebuilder:validation:Pattern", value: "`^[a-z]=#,;}$`" },
  ],
  [
    '+kubebuilder:validation:Pattern="\\\\d"',
    { name: "kubebuilder:validation:Pattern", value: '"\\\\d"' },
  ],
  ["+kubebuilder:validation:Enum={a,b}", { name: "kubebuilder:validation:Enum", value: "{a,b}" }],
  [
    "+kubebuilder:validation:Maximum=-1.5e3",
    { name: "kubebuilder:validation:Maximum", value: "-1.5e3" },
  ],
  ["+kubebuilder:resource", { name: "kubebuilder:resource", named: {} }],
  [
    "+kubebuilder:resource:path=dbs",
    { name: "kubebuilder:resource", value: "path=dbs", named: { path: "dbs" } },
  ],
  [
    "+kubebuilder:resource:path=dbs, scope = Cluster",
    {
      name: "kubebuilder:resource",
      value: "path=dbs, scope = Cluster",
      named: { path: "dbs", scope: "Cluster" },
    },
  ],
  [
    "+kubebuilder:resource:shortName=a;b,categories={all,dbs}",
    {
      name: "kubebuilder:resource",
      value: "shortName=a;b,categories={all,dbs}",
      named: { shortName: ["a", "b"], categories: ["all", "dbs"] },
    },
  ],
  [
    '+kubebuilder:validation:XValidation:rule="self.a == \\",\\"",message="a, b"',
    {
      name: "kubebuilder:validation:XValidation",
      value: 'rule="self.a == \\",\\"",message="a, b"',
      named: { rule: 'self.a == ","', message: "a, b" },
    },
  ],
  [
    "+kubebuilder:validation:XValidation:rule=`self = 1`,optionalOldSelf=true",
    {
      name: "kubebuilder:validation:XValidation",
      value: "rule=`self = 1`,optionalOldSelf=true",
      named: { rule: "self = 1", optionalOldSelf: true },
    },
  ],
  [
    "+kubebuilder:subresource:scale:specpath=.spec.n,statuspath=.status.n",
    {
      name: "kubebuilder:subresource:scale",
      value: "specpath=.spec.n,statuspath=.status.n",
      named: { specpath: ".spec.n", statuspath: ".status.n" },
    },
  ],
  [
    "+kubebuilder:printcolumn:JSONPath=.a,name=A,type=string,priority=1",
    {
      name: "kubebuilder:printcolumn",
      value: "JSONPath=.a,name=A,type=string,priority=1",
      named: { JSONPath: ".a", name: "A", type: "string", priority: 1 },
    },
  ],
];

const rejected: readonly Rejected[] = [
  // Older comment tags.
  ["+genclient=true", 11, 5, "'+genclient' takes no value"],
  ["+genclient=", 11, 1, "'+genclient' takes no value"],
  ["+genclient remark", 12, 6, "'+genclient' is malformed: text behind the name"],
  ["+genclient # remark", 12, 8, "'+genclient' is malformed: text behind the name"],
  ["+genclient:onlyVerbs=get,lst", 26, 3, "'lst' is no verb"],
  ["+genclient:onlyVerbs=get,,list", 26, 1, "'' is no verb"],
  ["+genclient:onlyVerbs", 1, 20, "'+genclient:onlyVerbs' needs a value"],
  ["+genclient:onlyVerbs=", 1, 21, "'+genclient:onlyVerbs' needs a value"],
  ["+groupName(a)=b", 11, 3, "'+groupName' is malformed: it takes nothing in parentheses"],
  [
    "+k8s:deepcopy-gen(a)=package",
    18,
    3,
    "'+k8s:deepcopy-gen' is malformed: it takes nothing in parentheses",
  ],
  ["+k8s:deepcopy-gen=maybe", 19, 5, "wrong value for '+k8s:deepcopy-gen': 'maybe'"],
  ["+listType:=map", 10, 5, "'+listType' is malformed: text behind the name"],
  ["+listType = map", 11, 5, "'+listType' is malformed: text behind the name"],
  ["+default=nothing", 10, 7, "wrong value for '+default': 'nothing' is no JSON"],
  ["+default=ref()", 10, 5, "wrong value for '+default': 'ref()' names no constant"],
  // Tags of validation-gen.
  ["+k8s:minLength=", 1, 15, "'+k8s:minLength' needs a value"],
  ["+k8s:minLength", 1, 14, "'+k8s:minLength' needs a value"],
  ["+k8s:minLength =3", 16, 2, "'+k8s:minLength' is malformed: text behind the name"],
  ["+k8s:minLength= 3", 16, 1, "'+k8s:minLength' is malformed: a blank behind '='"],
  ["+k8s:minLength= \t3 # at least", 16, 2, "'+k8s:minLength' is malformed: a blank behind '='"],
  ["+k8s:eachVal= +k8s:minLength=3", 14, 1, "'+k8s:eachVal' is malformed: a blank behind '='"],
  ["+k8s:eachVal=+k8s:minLength= 3", 29, 1, "'+k8s:minLength' is malformed: a blank behind '='"],
  ["+k8s:minLength=three", 16, 5, "wrong value for '+k8s:minLength': 'three' is not an integer"],
  ['+k8s:minLength="3"', 16, 3, `wrong value for '+k8s:minLength': '"3"' is not an integer`],
  ["+k8s:minLength=3.5", 17, 2, "'+k8s:minLength' is malformed: text behind the value"],
  ["+k8s:minLength=0x", 16, 2, "'+k8s:minLength' is malformed: '0x' is no integer"],
  ["+k8s:minLength=09", 16, 2, "'+k8s:minLength' is malformed: '09' is no integer"],
  ["+k8s:minLength=0b12", 16, 4, "'+k8s:minLength' is malformed: '0b12' is no integer"],
  ["+k8s:minLength=-", 16, 1, "'+k8s:minLength' is malformed: '-' is no integer"],
  [
    "+k8s:minLength=9007199254740993",
    16,
    16,
    "'+k8s:minLength' is malformed: 9007199254740993 is beyond 2^53, where numbers of JavaScript are not exact",
  ],
  ["+k8s:minLength=3 4", 18, 1, "'+k8s:minLength' is malformed: text behind the value"],
  ['+k8s:neq="open', 10, 5, "'+k8s:neq' is malformed: the string that begins with \" does not end"],
  ["+k8s:neq=`open", 10, 5, "'+k8s:neq' is malformed: the string that begins with ` does not end"],
  [
    '+k8s:neq="a\\n"',
    12,
    2,
    "'+k8s:neq' is malformed: '\\n' is no escape: only the quote and '\\' can be escaped",
  ],
  ["+k8s:neq=/a", 10, 1, "'+k8s:neq' is malformed: '/' is not expected here"],
  ["+k8s:neq=😀", 10, 2, "'+k8s:neq' is malformed: '😀' is not expected here"],
  ["+k8s:listMapKey=true", 17, 4, "wrong value for '+k8s:listMapKey': true is no string"],
  ["+k8s:listType=maps", 15, 4, "wrong value for '+k8s:listType': 'maps'"],
  ["+k8s:required(a)", 14, 3, "'+k8s:required' is malformed: it takes nothing in parentheses"],
  ["+k8s:required=a", 14, 2, "'+k8s:required' takes no value"],
  ['+k8s:unionMember("a")', 18, 3, "'+k8s:unionMember' is malformed: its arguments need names"],
  [
    '+k8s:unionMember(union: "a", "b")',
    30,
    3,
    "'+k8s:unionMember' is malformed: arguments with and without names cannot be mixed",
  ],
  [
    '+k8s:unionMember("a", union: "b")',
    23,
    10,
    "'+k8s:unionMember' is malformed: arguments with and without names cannot be mixed",
  ],
  [
    "+k8s:dependentRequired(a, b)",
    27,
    1,
    "'+k8s:dependentRequired' is malformed: several arguments need names: 'name: value'",
  ],
  [
    "+k8s:dependentRequired",
    1,
    22,
    "'+k8s:dependentRequired' is malformed: its argument is missing",
  ],
  [
    "+k8s:dependentRequired()",
    23,
    2,
    "'+k8s:dependentRequired' is malformed: its argument is missing",
  ],
  [
    "+k8s:dependentRequired( a)",
    24,
    1,
    "'+k8s:dependentRequired' is malformed: ' ' is not expected here",
  ],
  [
    "+k8s:dependentRequired(a )",
    25,
    1,
    "'+k8s:dependentRequired' is malformed: ' ' is not expected here",
  ],
  [
    "+k8s:dependentRequired(a",
    23,
    2,
    "'+k8s:dependentRequired' is malformed: the parenthesis does not close",
  ],
  [
    "+k8s:dependentRequired (a)",
    24,
    3,
    "'+k8s:dependentRequired' is malformed: the parenthesis does not close",
  ],
  ["+k8s:unionMember(union: )", 25, 1, "'+k8s:unionMember' is malformed: a value is missing"],
  [
    "+k8s:unionMember(union: a,)",
    26,
    1,
    "'+k8s:unionMember' is malformed: ',' is not expected here",
  ],
  [
    "+k8s:unionMember(union : a)",
    23,
    1,
    "'+k8s:unionMember' is malformed: ' ' is not expected here",
  ],
  ["+k8s:unionMember(unoin: a)", 18, 5, "'+k8s:unionMember' has no argument 'unoin'"],
  ["+k8s:unionMember(union: a, union: b)", 28, 5, "'+k8s:unionMember(union)' is repeated"],
  ["+k8s:eachVal=", 1, 13, "'+k8s:eachVal' needs a value"],
  ["+k8s:eachVal=k8s:required", 14, 12, "wrong value for '+k8s:eachVal': 'k8s:required' is no tag"],
  ["+k8s:eachVal=+k8s:requird", 14, 12, "unknown tag '+k8s:requird'"],
  ["+k8s:eachVal=+genclient", 14, 10, "'+genclient' has no meaning behind another tag"],
  [
    "+k8s:eachVal=+k8s:minLength=x",
    29,
    1,
    "wrong value for '+k8s:minLength': 'x' is not an integer",
  ],
  [
    "+k8s:eachVal=+k8s:eachKey=+k8s:format=a b",
    41,
    1,
    "'+k8s:format' is malformed: text behind the value",
  ],
  // Markers of controller-gen.
  [
    "+kubebuilder:subresource:status=true",
    32,
    5,
    "'+kubebuilder:subresource:status' takes no value",
  ],
  ["+kubebuilder:default:", 21, 1, "'+kubebuilder:default' is malformed: text behind the name"],
  ["+kubebuilder:default:=", 1, 22, "'+kubebuilder:default' needs a value"],
  ["+kubebuilder:default={a", 22, 2, "wrong value for '+kubebuilder:default': the list lacks '}'"],
  ["+kubebuilder:default=3,4", 23, 2, "'+kubebuilder:default' is malformed: text behind the value"],
  [
    "+kubebuilder:validation:MaxLength=many",
    35,
    4,
    "wrong value for '+kubebuilder:validation:MaxLength': 'many' is not an integer",
  ],
  ["+kubebuilder:resource:pth=dbs", 23, 3, "'+kubebuilder:resource' has no argument 'pth'"],
  ["+kubebuilder:resource:path=a,path=b", 30, 4, "'+kubebuilder:resource:path' is repeated"],
  [
    "+kubebuilder:resource:path=a b c,scope=cluster",
    40,
    7,
    "wrong value for '+kubebuilder:resource:scope': 'cluster'",
  ],
  [
    '+kubebuilder:resource:path="a" b',
    32,
    1,
    "'+kubebuilder:resource' is malformed: text behind the value of 'path'",
  ],
  [
    '+kubebuilder:resource:path="a',
    28,
    2,
    "'+kubebuilder:resource' is malformed: the string that begins with \" does not end",
  ],
  [
    "+kubebuilder:resource:path",
    23,
    4,
    "'+kubebuilder:resource' is malformed: 'path' is not name=value",
  ],
  [
    "+kubebuilder:printcolumn:name=A,type=string",
    1,
    43,
    "'+kubebuilder:printcolumn' needs the argument 'JSONPath'",
  ],
  [
    "+kubebuilder:printcolumn:name=A,type=string,JSONPath=.a,priority=high",
    66,
    4,
    "'+kubebuilder:printcolumn' is malformed: 'high' is not an integer",
  ],
];

describe("grammar of tags", () => {
  it("has as many rows as the tests of the original, and each once", () => {
    const lines = [...commentTags, ...codeTags, ...markers, ...rejected].map(([line]) => line);
    expect(lines.length).toBeGreaterThanOrEqual(85);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it.each([...commentTags, ...codeTags, ...markers])("%s", (line, parts) => {
    const { problems, ...read } = parse(line, parts.target);
    expect(problems).toEqual([]);
    const { target, ...wanted } = parts;
    expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(wanted)));
  });

  it.each(rejected)("%s is wrong at %i", (line, column, length, message) => {
    expect(parse(line).problems).toEqual([[column, length, message]]);
  });
});

describe("values of markers", () => {
  it.each<readonly [string, MarkerValue]>([
    ['"a \\"b\\" \\n\\t\\u00e9\\x41\\101"', 'a "b" \n\té\x41A'],
    ["`a\\d`", "a\\d"],
    ["a b", "a b"],
    ["{a: {b: [}}", { a: { b: "[" } }],
    ['{`a`: 1, "b": {1, 2}}', { a: 1, b: [1, 2] }],
    ["{{1,2},{3}}", [[1, 2], [3]]],
    ["1e3", 1000],
    ["100Mi", "100Mi"],
    ["087bdd", "087bdd"],
    ["123/config", "123/config"],
  ])("%s", (text, value) => {
    expect(scanValue({ text, at: 0 }, "any")).toEqual({ ok: true, value, end: text.length });
  });
});
