import { diagnostic, suggest } from "../../diagnostics/index.js";
import { lowerCamel } from "../names/index.js";
import type { FileSyntax, FunctionSyntax, SyntaxSpan } from "../syntax.js";
import { placeOf, type Report } from "./report.js";

/** What an expansion file has to export, and of what. */
export interface ExpansionShape {
  /** `DatabaseExpansion`; the function that makes one has the same name in lower camel case. */
  readonly type: string;
  /** `DatabaseInterface`: what is expanded. */
  readonly of: string;
  /** Name of the function's parameter, for the example. */
  readonly parameter: string;
  /** Members that what is expanded has already. */
  readonly taken: ReadonlySet<string>;
}

/** Reports what an expansion file lacks, and what it cannot add. */
export function checkExpansion(input: {
  readonly file: FileSyntax;
  readonly shape: ExpansionShape;
  readonly report: Report;
}): void {
  const { file, shape } = input;
  // What cannot be read is told by itself.
  if (file.errors.length > 0) return;
  const names = exportedNames(file);
  const make = lowerCamel(shape.type);
  if (names !== "unknown") {
    if (!names.has(shape.type)) {
      const example = `export interface ${shape.type} { ... }`;
      reportMissing({ ...input, name: shape.type, example });
    }
    if (!names.has(make)) {
      const parameter = `${shape.parameter}: Pick<${shape.of}, ...>`;
      const example = `export function ${make}(${parameter}): ${shape.type}`;
      reportMissing({ ...input, name: make, example });
    }
  }
  checkType(input);
  for (const made of file.functions.filter(({ name }) => name === make)) {
    if (!makesExpansion({ made, shape })) {
      const hint = `write 'export function ${make}(${shape.parameter}: Pick<${shape.of}, ...>): ${shape.type}'`;
      reportSignature({ ...input, name: make, span: made.span, hint });
    }
  }
}

/** Where a file names the type or the function of a shape; undefined when it does neither. */
export function exportsHalf(file: FileSyntax, shape: ExpansionShape): SyntaxSpan | undefined {
  const wanted = [shape.type, lowerCamel(shape.type)];
  const names = exportedNames(file);
  if (names === "unknown") return [0, 1];
  return wanted.flatMap((name) => names.get(name) ?? []).length === 0
    ? undefined
    : wanted.map((name) => names.get(name)).find((span) => span !== undefined);
}

/** The names that a file exports, with their places; unknown when it hands on all of another module. */
function exportedNames(file: FileSyntax): ReadonlyMap<string, SyntaxSpan> | "unknown" {
  if (file.exports.some(({ names }) => names === undefined)) return "unknown";
  return new Map([
    ...file.exports.flatMap(({ names, span }) =>
      (names ?? []).map(({ name }) => [name, span] as const),
    ),
    ...[...file.declarations, ...file.functions, ...file.constants]
      .filter(({ exported }) => exported)
      .map(({ name, span }) => [name, span] as const),
  ]);
}

function reportMissing(input: {
  readonly file: FileSyntax;
  readonly shape: ExpansionShape;
  readonly report: Report;
  readonly name: string;
  readonly example: string;
}): void {
  const { file, report, name, example } = input;
  const own = [...file.declarations, ...file.functions, ...file.constants];
  const hidden = own.find((one) => one.name === name);
  const near = suggest({
    word: name,
    candidates: own
      .filter((one) => one.exported && sameCase(one.name, name))
      .map((one) => one.name),
  });
  const meant = own.find((one) => one.name === near);
  const span = hidden?.span ?? meant?.span ?? ([0, 1] as const);
  const hint =
    hidden !== undefined
      ? `write 'export' in front of '${name}'`
      : near !== undefined
        ? `did you mean '${name}'?`
        : `write '${example}'`;
  report(diagnostic("model/expansion-export", { name }, { span: placeOf(file, span), hint }));
}

/** A type is never meant to be a function. */
function sameCase(left: string, right: string): boolean {
  return /^[A-Z]/.test(left) === /^[A-Z]/.test(right);
}

/** The type is one without parameters, and adds only what is not there. */
function checkType(input: {
  readonly file: FileSyntax;
  readonly shape: ExpansionShape;
  readonly report: Report;
}): void {
  const { file, shape, report } = input;
  for (const type of file.declarations.filter(({ name }) => name === shape.type)) {
    const parameters = "typeParameters" in type ? type.typeParameters : undefined;
    if (parameters !== undefined || type.kind === "enum" || type.kind === "namespace") {
      const hint = `write 'export interface ${shape.type} { ... }'`;
      reportSignature({ ...input, name: shape.type, span: type.span, hint });
    }
    if (type.kind !== "interface") continue;
    for (const { name, span } of [...type.body.members, ...type.body.methods]) {
      if (shape.taken.has(name)) {
        const names = { member: name, type: shape.type, of: shape.of };
        const place = { span: placeOf(file, span), hint: "give it another name" };
        report(diagnostic("model/expansion-member", names, place));
      }
    }
  }
}

function makesExpansion(input: {
  readonly made: FunctionSyntax;
  readonly shape: ExpansionShape;
}): boolean {
  const { made, shape } = input;
  const { async, generator, parameters, result } = made;
  const [expanded, ...others] = parameters;
  return (
    // The whole of it has the methods of the expansion, which are not made yet.
    expanded !== undefined &&
    expanded.type !== shape.of &&
    !async &&
    !generator &&
    others.every(({ required }) => !required) &&
    (result === undefined || result === shape.type)
  );
}

function reportSignature(input: {
  readonly file: FileSyntax;
  readonly report: Report;
  readonly name: string;
  readonly span: SyntaxSpan;
  readonly hint: string;
}): void {
  const { file, report, name, span, hint } = input;
  report(diagnostic("model/expansion-signature", { name }, { span: placeOf(file, span), hint }));
}
