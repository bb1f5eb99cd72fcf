import { join, posix } from "node:path";
import ts from "typescript";
import { root } from "./sources.js";

/** A TypeScript block of a page. */
export interface DocBlock {
  readonly page: string;
  /** Line of the fence that opens it, from 1. */
  readonly line: number;
  readonly code: string;
  /** The file that it is compiled as, from the root; nothing is written there. */
  readonly file: string;
}

/** Where a block stands that does not say so: beside the programs of the sample project. */
const home = "sample-project/src";
const block =
  /(?:^<!-- ts ?(?<file>\S*)\n(?<prelude>(?:(?!-->).*\n)*)-->\n+)?^```ts\n(?<code>(?:(?!```).*\n)*)^```$/gm;

/**
 * The ```ts blocks of a page. A comment right before a block names the file that it stands for, and holds code that its
 * readers need not see; both may be left out:
 *
 *     <!-- ts sample-project/src/apis/example.com/v1/queue.ts
 *     import type { ObjectMeta, TypeMeta } from "crd-runtime";
 *     -->
 */
export function blocksOf(input: {
  readonly page: string;
  readonly text: string;
}): readonly DocBlock[] {
  const { page, text } = input;
  return [...text.matchAll(block)].map((match, index) => {
    const { file, prelude = "", code = "" } = match.groups ?? {};
    const fence = text.indexOf("```ts\n", match.index);
    return {
      page,
      line: text.slice(0, fence).split("\n").length,
      file: file || posix.join(home, `${page.replaceAll(/\W+/g, "-")}-${index + 1}.ts`),
      // What is hidden goes on the fence's line, so that lines of the block are lines of the page.
      code: `${prelude.replaceAll("\n", " ")}\n${code}export {};\n`,
    };
  });
}

/** Compiles blocks as a user's strict project would, against the sources of the runtime; says `page:line message` for each error. */
export function compile(blocks: readonly DocBlock[]): readonly string[] {
  const options = compilerOptions();
  const byPath = new Map(blocks.map((each) => [join(root, each.file), each]));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => byPath.has(path) || disk.fileExists(path),
    readFile: (path) => byPath.get(path)?.code ?? disk.readFile(path),
    getSourceFile: (path, ...rest) => {
      const code = byPath.get(path)?.code;
      if (code === undefined) return disk.getSourceFile(path, ...rest);
      return ts.createSourceFile(path, code, rest[0]);
    },
  };
  const program = ts.createProgram([...byPath.keys()], options, host);
  return [...byPath].flatMap(([path, { page, line }]) => {
    const source = program.getSourceFile(path);
    if (source === undefined) throw new Error(`${path} is not in the program`);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map((each) => {
      const at = source.getLineAndCharacterOfPosition(each.start ?? 0).line;
      return `${page}:${line + at} ${ts.flattenDiagnosticMessageText(each.messageText, "\n")}`;
    });
  });
}

function compilerOptions(): ts.CompilerOptions {
  const file = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, root);
  return {
    ...options,
    noEmit: true,
    declaration: false,
    // An example names what it shows, whether it goes on to use it or not.
    noUnusedLocals: false,
    noUnusedParameters: false,
    paths: {
      "crd-runtime": ["./packages/crd-runtime/src/index.ts"],
      "crd-runtime/*": ["./packages/crd-runtime/src/*.ts"],
      "crd-testing": ["./packages/crd-testing/src/index.ts"],
      "crd-testing/envtest": ["./packages/crd-testing/src/envtest/index.ts"],
      "create-crd-project": ["./plopfile.ts"],
      "create-crd-project/generators": ["./generators/index.ts"],
    },
  };
}
