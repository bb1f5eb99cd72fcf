import Handlebars from "handlebars";

type Instance = typeof Handlebars;
export type CompiledTemplate = Handlebars.TemplateDelegate<object>;

/** What a template needs at hand: the helpers it may call and the sources of its partials. */
export interface Compiler {
  readonly handlebars: Instance;
  /** Helper names; in a template anything else is a field of the view. */
  readonly helpers: readonly string[];
  /** Makes a partial known to the instance before the template that names it runs. */
  readonly requirePartial: (name: string) => void;
}

/**
 * Compiles a template in which every missing field is an error, also as an argument of a helper
 * (Handlebars' strict mode lets `{{#if misspelt}}` pass), and every printed value is a string,
 * number or boolean. A `{{doc text}}` alone on its line takes the line's indentation, and the line
 * goes when the text is empty.
 */
export function compileTemplate(input: {
  readonly compiler: Compiler;
  readonly source: string;
}): CompiledTemplate {
  const { handlebars, helpers, requirePartial } = input.compiler;
  const program = handlebars.parseWithoutProcessing(input.source.replaceAll("\r\n", "\n"));
  const strict = new Strict({ helpers: new Set(helpers), requirePartial });
  strict.accept(program);
  return handlebars.compile<object>(program, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helpers.map((name) => [name, true])),
  });
}

/** Rewrites a parsed template in place, as `compileTemplate` says. */
class Strict extends Handlebars.Visitor {
  readonly #helpers: ReadonlySet<string>;
  readonly #requirePartial: (name: string) => void;

  constructor(input: {
    readonly helpers: ReadonlySet<string>;
    readonly requirePartial: (name: string) => void;
  }) {
    super();
    this.#helpers = input.helpers;
    this.#requirePartial = input.requirePartial;
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    if (nameOf(block.path) === "wrap") keepLine(block.program);
    super.BlockStatement(block);
  }

  override Program(program: hbs.AST.Program): void {
    for (const [at, statement] of program.body.entries()) {
      if (isMustache(statement) && nameOf(statement.path) === "doc") {
        const before = program.body[at - 1];
        const after = program.body[at + 1];
        standalone({ statement, before, after });
      }
    }
    super.Program(program);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const name = nameOf(mustache.path);
    if (name !== undefined && mustache.params.length === 0 && !this.#helpers.has(name)) {
      mustache.params = [mustache.path];
      mustache.path = helperPath({ name: "print", loc: mustache.loc });
    }
    super.MustacheStatement(mustache);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const name = nameOf(partial.name);
    if (name !== undefined) this.#requirePartial(name);
    super.PartialStatement(partial);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }
}

/** Gives a doc block its indentation, and its line to the helper. */
function standalone(input: {
  readonly statement: hbs.AST.MustacheStatement;
  readonly before: hbs.AST.Statement | undefined;
  readonly after: hbs.AST.Statement | undefined;
}): void {
  const { statement, before, after } = input;
  const opens = before === undefined || (isContent(before) && /(^|\n)[ \t]*$/.test(before.value));
  const closes = after !== undefined && isContent(after) && /^[ \t]*\n/.test(after.value);
  if (!opens || !closes) throw new Error("{{doc}} stands alone on its line");
  if (before !== undefined && isContent(before)) before.value = before.value.replace(/[ \t]*$/, "");
  after.value = after.value.replace(/^[ \t]*\n/, "");
  const { loc } = statement;
  const value = loc.start.column;
  const number = { type: "NumberLiteral", value, original: value, loc };
  const pair: hbs.AST.HashPair = { type: "HashPair", key: "indent", value: number, loc };
  statement.hash = { type: "Hash", pairs: [pair], loc };
}

/**
 * Takes the white space off both ends of a list, so that Handlebars does not see tags alone on their lines and
 * drop those with their indentation.
 */
function keepLine(program: hbs.AST.Program): void {
  const first = program.body.at(0);
  const last = program.body.at(-1);
  if (first !== undefined && isContent(first)) setText(first, first.value.trimStart());
  if (last !== undefined && isContent(last)) setText(last, last.value.trimEnd());
}

function setText(content: hbs.AST.ContentStatement, text: string): void {
  Object.assign(content, { value: text, original: text });
}

function helperPath(input: {
  readonly name: string;
  readonly loc: hbs.AST.SourceLocation;
}): hbs.AST.PathExpression {
  const { name, loc } = input;
  return { type: "PathExpression", data: false, depth: 0, parts: [name], original: name, loc };
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === "MustacheStatement";
}

function isContent(node: hbs.AST.Node): node is hbs.AST.ContentStatement {
  return node.type === "ContentStatement";
}

function nameOf(node: hbs.AST.Node): string | undefined {
  return node.type === "PathExpression" && "original" in node && typeof node.original === "string"
    ? node.original
    : undefined;
}
