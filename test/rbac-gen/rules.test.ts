import { expect, test } from "vitest";
import { madeOf } from "./manifests.js";

async function rulesOf(...lines: readonly string[]): Promise<unknown> {
  const markers = lines.map((line) => `+kubebuilder:rbac:${line}`);
  const { objects } = await madeOf<{ metadata: { name: string }; rules: unknown }>({
    generator: "rbac-gen",
    markers,
  });
  return objects[0]?.rules;
}

test("rules that become alike when their groups are put together keep all their verbs", async () => {
  // controller-gen writes one of the two verbs, now this, now that one.
  const rules = await rulesOf(
    "groups=a,resources=x,verbs=get",
    "groups=b,resources=x,verbs=get",
    "groups=a;b,resources=x,verbs=list",
  );
  expect(rules).toEqual([{ apiGroups: ["a", "b"], resources: ["x"], verbs: ["get", "list"] }]);
});

test("rules that become alike when their URLs are put together do so, too", async () => {
  const rules = await rulesOf("urls=/a,verbs=get", "urls=/b,verbs=get", "urls=/b;/a,verbs=post");
  expect(rules).toEqual([{ nonResourceURLs: ["/a", "/b"], verbs: ["get", "post"] }]);
});

test("blanks around words are none of theirs", async () => {
  const rules = await rulesOf('groups = a ; "b c" , resources = x ,verbs= get ; list ;');
  expect(rules).toEqual([{ apiGroups: ["a", "b c"], resources: ["x"], verbs: ["get", "list"] }]);
});

test("what looks like a number or a boolean stays as it is written", async () => {
  const rules = await rulesOf('groups="",resources=x,resourceNames=01;1.50;true;1e3,verbs={get}');
  expect(rules).toEqual([
    {
      apiGroups: [""],
      resources: ["x"],
      resourceNames: ["01", "1.50", "1e3", "true"],
      verbs: ["get"],
    },
  ]);
});
