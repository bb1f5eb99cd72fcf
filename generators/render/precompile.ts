import { parseTemplate } from "./compile.js";
import { createHandlebars } from "./handlebars.js";

/** A template that is not parsed again. */
export interface PrecompiledTemplate {
  /** What Handlebars makes a template of. */
  readonly specification: TemplateSpecification;
  /** Names of the templates that it prints as partials. */
  readonly partials: readonly string[];
}

/** Where a helper is called or a field read, for messages about templates that the build has seen: made anew each time. */
const place =
  /, ?(?:"loc":)?\{"start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\}/g;

/** A JavaScript expression for the {@link PrecompiledTemplate} of a text. */
export function precompileTemplate(text: string): string {
  const { program, options, partials } = parseTemplate(text);
  const specification = String(createHandlebars().precompile(program, options)).replace(place, "");
  return `{ partials: ${JSON.stringify(partials)}, specification: ${specification} }`;
}
