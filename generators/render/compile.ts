import Handlebars from "handlebars";
import { helpers } from "./helpers.js";

/** All that a template may call; anything else is a field of the view. */
const helperNames: ReadonlySet<string> = new Set([
  ...Object.keys(helpers),
  "if",
  "unless",
  "partial",
]);

const options: CompileOptions = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...helperNames].map((name) => [name, true])),
};

/** A parsed template, which Handlebars compiles with `options`. */
export interface ParsedTemplate {
  readonly program: hbs.AST.Program;
  readonly options: CompileOptions;
  /** Names of the templates that it prints as partials. */
  readonly partials: readonly string[];
}

/**
 * Parses a template in which every missing field is an error, also as an argument of a helper
 * (Handlebars' strict mode lets `{{#if misspelt}}` pass), and every printed value is a string,
 * number or boolean. A `{{doc text}}` alone on its line takes the line's indentation, and the line
 * goes when the text is empty.
 */
export function parseTemplate(source: string): ParsedTemplate {
  const program = Handlebars.parseWithoutProcessing(source.replaceAll("\r\n", "\n"));
  const strict = new Strict();
  strict.accept(program);
  return { program, options, partials: [...strict.partials] };
}

/** Rewrites a parsed template in place, as `parseTemplate` says. */
class Strict extends Handlebars.Visitor {
  readonly partials = new Set<string>();

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
    if (name !== undefined && mustache.params.length === 0 && !helperNames.has(name)) {
      mustache.params = [mustache.path];
      mustache.path = helperPath({ name: "print", loc: mustache.loc });
    }
    super.MustacheStatement(mustache);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const name = nameOf(partial.name);
    if (name !== undefined) this.partials.add(name);
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
