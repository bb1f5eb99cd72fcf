import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Check, formatFieldError, type ValidationSettings } from "crd-runtime/validation";
import { expectedOf, type GoldenCase, goldenCases, inputOf, writeTree } from "../golden/case.js";

/** A generated function; what a test gives it may be no value of its type. */
export type Validate = (
  input: { readonly object: unknown; readonly oldObject?: unknown } & ValidationSettings,
) => readonly string[];

/** The functions of a golden case as they are checked in, by name; they give back what is printed of the errors. */
export async function loadValidations(name: string): Promise<(type: string) => Validate> {
  const golden = goldenCase(name);
  const folder = mkdtempSync(join(tmpdir(), "validations-"));
  const module = await imported({ golden, folder }).finally(() =>
    rmSync(folder, { recursive: true, force: true }),
  );
  return (type) => {
    const check = module[`validate_${type}`];
    if (!isCheck(check)) throw new Error(`there is no function for ${type}`);
    return (input) => check(input as never).map(formatFieldError);
  };
}

async function imported(input: {
  readonly golden: GoldenCase;
  readonly folder: string;
}): Promise<Record<string, unknown>> {
  const { golden, folder } = input;
  writeTree({ folder, tree: new Map([...inputOf(golden), ...expectedOf(golden)]) });
  const file = "src/apis/example.com/v1/zz_generated.validations.ts";
  return await import(/* @vite-ignore */ join(folder, file));
}

function goldenCase(name: string): GoldenCase {
  const found = goldenCases().find(
    (golden) => golden.generator === "validation-gen" && golden.name === name,
  );
  if (found === undefined) throw new Error(`there is no golden case ${name}`);
  return found;
}

function isCheck(value: unknown): value is Check<never> {
  return typeof value === "function";
}
