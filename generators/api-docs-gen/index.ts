import type { Generator } from "../generator.js";
import { Pages } from "./pages.js";
import { pageView } from "./view.js";

const name = "api-docs-gen";

/** Reference pages in Markdown: one for each version, with its kinds and all that they are made of. */
export const apiDocsGen: Generator = {
  name,
  description: "Reference pages of the API types in Markdown; runs where crd-project.json names it",
  generate({ model, options, render }) {
    const pages = new Pages({ model, folder: options.docs });
    const files = pages.all.map((page) => {
      const template = `${name}/version.md`;
      const view = pageView({ pages, page });
      const content = render.text({ template, path: page.path, generator: name, view });
      return { path: page.path, content, owner: "tool" as const };
    });
    return { files, diagnostics: [] };
  },
};
