import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../generators/files.js";
import {
  createRender,
  type PrecompiledTemplate,
  precompileTemplate,
} from "../../generators/render/index.js";
import { templatesText, templateTexts } from "../../scripts/bundle/templates.js";

const templates: Readonly<Record<string, string>> = {
  tree: "{{value}}{{#each below}}({{> tree}}){{/each}}\n",
  list: "export const list = [\n  {{#each items}}\n  {{> tree}}\n  {{/each}}\n];\n",
};

/** As `require` reads it. */
function evaluated(text: string): PrecompiledTemplate {
  return new Function(`return ${precompileTemplate(text)};`)();
}

function shown(template: PrecompiledTemplate | undefined): string {
  return JSON.stringify(template, (_, value: unknown) =>
    typeof value === "function" ? String(value) : value,
  );
}

function rendered(precompiled: (text: string) => PrecompiledTemplate | undefined): string {
  const render = createRender({
    importExtension: "js",
    template: (name) => templates[name] ?? "",
    precompiled,
  });
  const items = [{ value: 1, below: [{ value: 2, below: [] }] }];
  return render.module({ template: "list", path: "a.ts", generator: undefined, view: { items } });
}

describe("a precompiled template", () => {
  it("renders as one that is compiled, its partials too", () => {
    const compiled = rendered(() => undefined);
    expect(compiled).toContain("1(2");
    expect(rendered(evaluated)).toBe(compiled);
    expect(rendered((text) => (text === templates["tree"] ? evaluated(text) : undefined))).toBe(
      compiled,
    );
  });

  it("is as strict", () => {
    const render = createRender({
      importExtension: "js",
      template: () => "{{#if misspelt}}x{{/if}}",
      precompiled: evaluated,
    });
    const request = { template: "t", path: "a.ts", generator: undefined, view: {} };
    expect(() => render.module(request)).toThrow("misspelt");
  });

  it("is in the build", () => {
    const text = templatesText();
    const built: Readonly<Record<string, PrecompiledTemplate>> = runInThisContext(`(${text})`);
    for (const one of templateTexts()) {
      expect(shown(built[sha256(one)])).toBe(shown(evaluated(one)));
    }
  });
});
