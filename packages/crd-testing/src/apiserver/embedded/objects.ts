import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { objectsOf } from "../../envtest/crds/definition.js";
import { documentsOf, filesIn } from "../../envtest/crds/documents.js";

/** An object to be created, and where it came from: `config/samples/database.yaml, document 2`. */
export interface ObjectSource {
  readonly object: z.infer<typeof shape>;
  readonly origin: string;
}

/** Objects that cannot be used. The message has a line for each, which names its file and document. */
export class InvalidObjectError extends Error {
  override readonly name = "InvalidObjectError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join("\n"), options);
    this.problems = problems;
  }
}

const shape = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().optional(),
  }),
});

/**
 * Reads objects of files, folders and values; of a folder the `.yaml`, `.yml` and `.json` files.
 *
 * @throws InvalidObjectError with every problem that was found
 */
export function readObjects(input: {
  readonly objects: readonly (string | URL | object)[];
  readonly errorIfPathMissing: boolean;
}): readonly ObjectSource[] {
  const problems: string[] = [];
  const found: ObjectSource[] = [];
  const take = (value: unknown, origin: string): void => {
    for (const each of objectsOf(value)) {
      const { data, error } = shape.safeParse(each);
      const [issue] = error?.issues ?? [];
      if (data !== undefined) found.push({ object: data, origin });
      else problems.push(`${origin}: ${issue?.path.join(".") || "it"}: ${issue?.message}`);
    }
  };
  for (const [index, object] of input.objects.entries()) {
    if (typeof object !== "string" && !(object instanceof URL)) {
      take(object, `objects[${index}]`);
      continue;
    }
    const path = object instanceof URL ? fileURLToPath(object) : object;
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined && input.errorIfPathMissing) {
      problems.push(`${path}: there is no such file or folder`);
    }
    if (stats === undefined) continue;
    for (const file of stats.isDirectory() ? filesIn(path) : [path]) {
      for (const document of documentsOf(file)) {
        if ("problem" in document) problems.push(`${document.origin}: ${document.problem}`);
        else take(document.value, document.origin);
      }
    }
  }
  if (problems.length > 0) throw new InvalidObjectError(problems);
  return found;
}
