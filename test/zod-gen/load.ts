import { join } from "node:path";
import { z } from "zod";
import type { ApiModel } from "../../generators/model/index.js";
import { schemaNames } from "../../generators/model/index.js";
import { type Tree, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

/** Both schemas of a type. */
export interface Schemas {
  readonly strict: z.ZodType;
  readonly passthrough: z.ZodType;
}

/** The generated schemas of a project, imported from a folder. */
export interface Loaded {
  readonly model: ApiModel;
  readonly schemas: (type: string, version?: string) => Schemas;
}

export async function loadSchemas(input: {
  readonly project: Tree;
  /** Where files are written to be imported. */
  readonly folder: string;
}): Promise<Loaded> {
  const { project, folder } = input;
  const { files, model, report } = await runProject({ project, generator: "zod-gen" });
  if (files.size === 0) throw new Error(report);
  writeTree({ folder, tree: new Map([...project, ...files]) });
  const modules = new Map<string, Record<string, unknown>>();
  for (const path of files.keys()) {
    modules.set(path, await import(/* @vite-ignore */ join(folder, path)));
  }
  return {
    model,
    schemas: (type, version = "src/apis/example.com/v1") => {
      const names = schemaNames(type);
      const module = modules.get(`${version}/zz_generated.schemas.ts`);
      const found = (name: string): z.ZodType => {
        const schema = module?.[name];
        if (!(schema instanceof z.ZodType)) throw new Error(`there is no ${name} in ${version}`);
        return schema;
      };
      return { strict: found(names.strict), passthrough: found(names.passthrough) };
    },
  };
}

/** What a schema says of a value, a problem a line: `spec.replicas: Too small ...`. */
export function problemsOf(schema: z.ZodType, value: unknown): readonly string[] {
  const result = schema.safeParse(value);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
