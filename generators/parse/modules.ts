import type { ts } from "ts-morph";
import type { ExportSyntax, ImportSyntax } from "../model/index.js";
import { type FileContext, spanOf } from "./context.js";

/** Reads an import declaration; undefined for any other statement. */
export function readImport(
  context: FileContext,
  statement: ts.Statement,
): ImportSyntax | undefined {
  const { ts } = context;
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
    return undefined;
  }
  const clause = statement.importClause;
  const bindings = clause?.namedBindings;
  return {
    module: statement.moduleSpecifier.text,
    span: spanOf(context, statement.moduleSpecifier),
    names:
      bindings !== undefined && ts.isNamedImports(bindings)
        ? bindings.elements.map(({ name, propertyName }) => ({
            name: (propertyName ?? name).text,
            local: name.text,
          }))
        : [],
    namespace:
      bindings !== undefined && ts.isNamespaceImport(bindings) ? bindings.name.text : undefined,
    defaultName: clause?.name?.text,
  };
}

/** Reads `export { ... }`, `export * from` and `export default`; undefined for any other statement. */
export function readExport(
  context: FileContext,
  statement: ts.Statement,
): ExportSyntax | undefined {
  const { ts } = context;
  if (ts.isExportAssignment(statement)) {
    return ts.isIdentifier(statement.expression)
      ? {
          module: undefined,
          span: spanOf(context, statement),
          names: [{ name: "default", local: statement.expression.text }],
        }
      : undefined;
  }
  if (!ts.isExportDeclaration(statement)) {
    return undefined;
  }
  const { moduleSpecifier, exportClause } = statement;
  const module =
    moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier)
      ? moduleSpecifier.text
      : undefined;
  const span = spanOf(context, statement);
  if (exportClause === undefined) {
    return { module, span, names: undefined };
  }
  // `export * as name` offers no type by its own name.
  const elements = ts.isNamedExports(exportClause) ? exportClause.elements : [];
  return {
    module,
    span,
    names: elements.map(({ name, propertyName }) => ({
      name: name.text,
      local: (propertyName ?? name).text,
    })),
  };
}
