import type Handlebars from "handlebars";
import { parseTemplate } from "./compile.js";
import { createHandlebars } from "./handlebars.js";
import { headerLine } from "./header.js";
import { helpers } from "./helpers.js";
import { Imports } from "./imports.js";
import { layOut } from "./layout.js";
import type { PrecompiledTemplate } from "./precompile.js";
import type { Render, RenderRequest } from "./render.js";

/** What the engine needs from outside: it reads no files. */
export interface RenderOptions {
  /**
   * Text of a template, by its name without `.hbs`: `lister-gen/lister.ts`. Asked for once, when first used.
   *
   * @throws when there is no such template
   */
  readonly template: (name: string) => string;
  /** What a build has made of a template with this text. */
  readonly precompiled?: (text: string) => PrecompiledTemplate | undefined;
  /** Extension of relative imports in generated code. */
  readonly importExtension: "js" | "ts";
}

/** Makes the template engine. Templates are compiled once each, so make one engine for a run. */
export function createRender(options: RenderOptions): Render {
  const handlebars = createHandlebars();
  const { if: ifHelper, unless } = handlebars.helpers;
  const call = {
    ...helpers,
    field,
    if: ifHelper,
    unless,
    // `{{> (partial template)}}`: the partial that a field of the view names.
    partial(name: unknown): string {
      if (typeof name !== "string")
        throw new Error("{{> (partial ...)}} takes the name of a template");
      requirePartial(name);
      return name;
    },
  };
  const templates = new Map<string, Handlebars.TemplateDelegate<object>>();
  const partials = new Set<string>();

  function compile(name: string): Handlebars.TemplateDelegate<object> {
    const text = options.template(name);
    const made = options.precompiled?.(text);
    if (made !== undefined) {
      for (const partial of made.partials) requirePartial(partial);
      return handlebars.template<object>(made.specification);
    }
    const parsed = parseTemplate(text);
    for (const partial of parsed.partials) requirePartial(partial);
    return handlebars.compile<object>(parsed.program, parsed.options);
  }

  // Noted before it compiles: a partial may call itself.
  function requirePartial(name: string): void {
    if (partials.has(name)) return;
    partials.add(name);
    handlebars.registerPartial(name, compile(name));
  }

  function run(request: RenderRequest, data: { readonly imports?: Imports }): string {
    const { template: name, view } = request;
    try {
      let template = templates.get(name);
      if (template === undefined) {
        template = compile(name);
        templates.set(name, template);
      }
      return template(view, { data: { ...data, call } });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`template ${name} for ${request.path}: ${reason}`, { cause });
    }
  }

  return {
    module(request) {
      const { path } = request;
      const imports = new Imports({ path, importExtension: options.importExtension });
      const { block, body } = imports.close(run(request, { imports }));
      return [header(request), block, tidy(layOut(body))].filter((part) => part !== "").join("\n");
    },
    text(request) {
      const body = run(request, {});
      return header(request) + body.replace(/\n*$/, "\n");
    },
  };
}

/** A field of a view, or of what is in it. */
function field(object: unknown, name: string): unknown {
  if (!isObject(object) || !(name in object)) {
    throw new Error(`"${name}" not defined in ${String(object)}`);
  }
  return object[name];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function header(request: RenderRequest): string {
  const { generator, path } = request;
  return generator === undefined ? "" : `${headerLine({ path, generator })}\n`;
}

/** One blank line at most, none at the edges of a block, no trailing spaces, one line end at the end. */
function tidy(code: string): string {
  return `${withoutTrailingSpaces(code)
    .replace(/\n{3,}/g, "\n\n")
    .replace(/([{([])\n\n/g, "$1\n")
    .replace(/\n\n( *[})\]])/g, "\n$1")
    .trim()}\n`;
}

/** A loop: few lines have such spaces, and an expression tries each of those that indent. */
function withoutTrailingSpaces(code: string): string {
  let out = "";
  let from = 0;
  let end = code.indexOf("\n");
  while (end !== -1) {
    let last = end;
    while (last > from && isSpace(code.charCodeAt(last - 1))) last--;
    if (last < end) {
      out += code.slice(from, last);
      from = end;
    }
    end = code.indexOf("\n", end + 1);
  }
  return out + code.slice(from);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}
