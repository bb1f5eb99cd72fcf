import type { ts } from "ts-morph";
import { lineStarts } from "../diagnostics/lines.js";
import type { FileSyntax } from "../model/index.js";
import { readLeading } from "./comments.js";
import { readConstants } from "./constants.js";
import type { FileContext } from "./context.js";
import { readDeclaration, readFunctions } from "./declarations.js";
import { looseTags, unsignedTags } from "./loose.js";
import { readExport, readImport } from "./modules.js";
import { loadTypeScript } from "./typescript.js";

/**
 * Reads one file of a version folder: its syntax only, no other file and no type checker. The first call
 * loads the compiler. Byte order marks, any line ends and tabs are fine; offsets count them.
 *
 * Wrong TypeScript is no exception: it is listed in `errors`, with whatever could still be read.
 */
export function parseFile(file: SourceText): FileSyntax {
  try {
    return read(file);
  } catch (error) {
    if (error instanceof RangeError) {
      return tooDeep(file);
    }
    throw error;
  }
}

interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** The compiler's parser calls itself for types in types, and the stack is finite. */
function tooDeep({ path, text }: SourceText): FileSyntax {
  return {
    path,
    lineStarts: lineStarts(text),
    errors: [{ message: "types are nested too deeply to be read", span: [0, 1] }],
    description: "",
    imports: [],
    exports: [],
    declarations: [],
    functions: [],
    constants: [],
    loose: [],
  };
}

function read(file: SourceText): FileSyntax {
  const ts = loadTypeScript();
  const source = ts.createSourceFile(file.path, file.text, {
    languageVersion: ts.ScriptTarget.ESNext,
    // Comments are read here, so that tags and texts have offsets.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  const context: FileContext = { ts, source, text: file.text, attached: new Set() };
  const statements = [...source.statements];
  const declarations = statements.flatMap((one) => readDeclaration(context, one) ?? []);
  const functions = statements.flatMap((one) => readFunctions(context, one));
  const unsigned = unsignedTags(context);
  return {
    path: file.path,
    lineStarts: lineStarts(file.text),
    errors: syntaxErrors(source),
    description: readHead({ ...context, attached: new Set() }),
    imports: statements.flatMap((one) => readImport(context, one) ?? []),
    exports: statements.flatMap((one) => readExport(context, one) ?? []),
    declarations,
    functions,
    constants: statements.flatMap((one) => readConstants(context, one)),
    loose: looseTags(context),
    ...(unsigned.length > 0 && { unsigned }),
  };
}

/** The comment before the first statement, unless that is a declaration with a description of its own. */
function readHead(context: FileContext): string {
  const first = context.source.statements[0];
  const owned = first !== undefined && readDeclaration(context, first) !== undefined;
  return owned ? "" : readLeading(context, first ?? context.source.endOfFileToken).description;
}

/** What the scanner and the parser complained about; the compiler keeps it in a property it does not declare. */
function syntaxErrors(source: ts.SourceFile): FileSyntax["errors"] {
  if (!("parseDiagnostics" in source) || !Array.isArray(source.parseDiagnostics)) {
    throw new Error(
      "this TypeScript keeps its syntax errors elsewhere: SourceFile.parseDiagnostics is missing",
    );
  }
  const found: readonly ts.DiagnosticWithLocation[] = source.parseDiagnostics;
  return found.map(({ messageText, start, length }) => ({
    message: typeof messageText === "string" ? messageText : messageText.messageText,
    span: [start, length],
  }));
}
