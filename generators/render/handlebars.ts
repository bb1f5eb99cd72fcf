import Handlebars from "handlebars";

/** What a compiler of Handlebars lets others change; its types leave it out. */
interface Compiler {
  nameLookup(parent: unknown, name: string, type: string): unknown;
  aliasable(name: string): unknown;
  compiler: unknown;
}

type WithCompiler = typeof Handlebars & {
  JavaScriptCompiler: { new (): Compiler; readonly prototype: Compiler };
};

/**
 * A Handlebars of our own, whose templates call helpers, and read fields that have to be there, as `data.call` has them. Its own
 * ways hand each call through two functions and a copy of its options, and each field through three functions: a twentieth of a run.
 */
export function createHandlebars(): typeof Handlebars {
  const handlebars = Handlebars.create();
  if (!hasCompiler(handlebars)) throw new Error("this Handlebars cannot compile");
  class DirectCompiler extends handlebars.JavaScriptCompiler {
    override nameLookup(parent: unknown, name: string, type: string): unknown {
      return type === "helper" ? `data.call.${name}` : super.nameLookup(parent, name, type);
    }

    override aliasable(name: string): unknown {
      return super.aliasable(name === "container.strict" ? "data.call.field" : name);
    }
  }
  // Which compiles the blocks of a template.
  DirectCompiler.prototype.compiler = DirectCompiler;
  handlebars.JavaScriptCompiler = DirectCompiler;
  return handlebars;
}

function hasCompiler(handlebars: typeof Handlebars): handlebars is WithCompiler {
  return "JavaScriptCompiler" in handlebars;
}
