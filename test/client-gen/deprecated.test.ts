import ts from "typescript";
import { expect, it } from "vitest";
import type { Tree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

const folder = "src/apis/example.com/v1";

/** A project of a deprecated kind, one that will be deprecated, and one that is there to stay. */
function project(input: { readonly version: string; readonly comment: string }): Tree {
  const tag = "// +k8s:prerelease-lifecycle-gen:";
  const kind = (name: string, lines: readonly string[]): string =>
    [
      "// +genclient",
      "// +genclient:onlyVerbs=get,list,watch",
      "// +k8s:deepcopy-gen:interfaces=runtime.Object",
      `${tag}introduced=1.1`,
      ...lines,
      `export interface ${name} extends TypeMeta { metadata: ObjectMeta }`,
      "// +k8s:deepcopy-gen:interfaces=runtime.Object",
      `export interface ${name}List extends TypeMeta { metadata: ListMeta; items: ${name}[] }`,
    ].join("\n");
  const place = folder.replace("v1", input.version);
  const replacement = `${tag}replacement=example.com,${input.version},Stable`;
  return new Map([
    [
      `${place}/doc.ts`,
      "// +k8s:prerelease-lifecycle-gen=true\n// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n",
    ],
    [
      `${place}/types.ts`,
      [
        'import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";',
        kind("Old", [`${tag}deprecated=1.2`, `${tag}removed=1.5`, replacement, input.comment]),
        kind("Stable", []),
      ].join("\n"),
    ],
  ]);
}

function nameOf(node: ts.Node): ts.Node | undefined {
  return ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node)
    ? node.name
    : undefined;
}

/** What the compiler takes as deprecated, as `databases: Since 1.2.`, in generated client code. */
async function deprecated(files: Tree): Promise<readonly string[]> {
  const run = await runProject({ project: files });
  expect(run.report).toBe("");
  const found: string[] = [];
  for (const [path, text] of run.files) {
    if (!path.startsWith("src/client/")) continue;
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
    const visit = (node: ts.Node): void => {
      const tag = ts.getJSDocDeprecatedTag(node);
      const name = nameOf(node);
      if (tag !== undefined && name !== undefined) {
        found.push(`${name.getText()}: ${ts.getTextOfJSDocComment(tag.comment) ?? ""}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found.toSorted();
}

const since = "Since 1.2, removed in 1.5. Use example.com/v1 Stable.";

it("marks accessors and interfaces of a deprecated kind, and no other", async () => {
  const found = await deprecated(project({ version: "v1", comment: "" }));
  expect(new Set(found)).toEqual(
    new Set(
      [
        "OldInformer",
        "OldInterface",
        "OldLister",
        "OldNamespaceLister",
        "newOldLister",
        "olds",
      ].map((name) => `${name}: ${since}`),
    ),
  );
  // Client: two overloads, in the class and in the interface; one each in lister and informers.
  expect(found.filter((one) => one.startsWith("olds: "))).toHaveLength(6);
});

it("leaves what is said of deprecation by hand as it is", async () => {
  const comment = "/**\n * Old is old.\n * @deprecated Use Stable.\n */";
  const found = await deprecated(project({ version: "v1", comment }));
  expect(found).toContain("OldInterface: Use Stable.");
  expect(found).not.toContain(`OldInterface: ${since}`);
});

it("does not mark what is only counted for a version below GA", async () => {
  const found = await deprecated(project({ version: "v1beta1", comment: "" }));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((one) => /stable/i.test(one.split(":")[0] ?? ""))).toEqual([]);
});
