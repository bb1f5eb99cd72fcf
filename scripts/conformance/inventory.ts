import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const reason = z.string().min(1);

/**
 * One test of client-go, apimachinery or controller-runtime, or a group of them: a `*` stands for any letters. Or
 * `constant: ` and a value that is theirs, or `trap: ` and a mistake that was made there or by others who did the same.
 */
const entry = z.union([
  /** Its behaviour is ours, with the mechanics of TypeScript where it says adapt, or differs for a reason. */
  z.strictObject({
    name: z.string().min(1),
    status: z.enum(["port", "adapt"]),
    deviation: reason.optional(),
    /** Where a constant is, of this repository: a file and a word in it. */
    source: z
      .string()
      .regex(/^\S+ \S+$/)
      .optional(),
  }),
  /** There is nothing here that it could be about. */
  z.strictObject({ name: z.string().min(1), status: z.literal("n/a"), reason }),
]);

export type Entry = z.infer<typeof entry>;

/** The entries of one part of the reference. */
export interface Area {
  readonly name: string;
  readonly entries: readonly Entry[];
}

const folder = new URL("inventory/", import.meta.url);

/** The inventory: a file for each area, which is named after it. */
export function readInventory(): readonly Area[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ""),
      entries: z.array(entry).parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))),
    }));
}
