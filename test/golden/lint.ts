import { relative } from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

/**
 * Rules of typescript-eslint's strictest sets that generated code does not follow, and why. All others hold for every generated
 * file, and none of these is turned off in a file: users who lint what is generated turn off the same ones.
 */
export const notFollowed = {
  "@typescript-eslint/no-unnecessary-condition":
    "an object off the wire may lack a required member, or have null there: what reads it asks first",
  "@typescript-eslint/no-unnecessary-type-assertion":
    "every copy begins as `{ ...input } as T`, also of the few types that need no assertion since they have no lists",
  "@typescript-eslint/prefer-nullish-coalescing":
    "a default is for a member that is not set: `??=` would replace null, too",
  "@typescript-eslint/prefer-optional-chain":
    "conversion keeps null: `items?.map()` would turn it into undefined",
  "@typescript-eslint/no-deprecated":
    "code of a kind or version that is deprecated names its own types and clients",
  "@typescript-eslint/no-generated-empty-object-type":
    "the user's type has no members, or conversion by hand covers them all",
  "@typescript-eslint/no-empty-function":
    "a version in which there is nothing to register has the register function all the same",
  "@typescript-eslint/no-unused-vars":
    "there, _scheme is not used; and a conversion by hand leaves out members by taking them off the rest",
} as const;

export interface Finding {
  readonly rule: string;
  /** `path:line message`. */
  readonly place: string;
}

/** Lints files of a folder by all rules of typescript-eslint's strictest sets. */
export async function lint(input: {
  readonly folder: string;
  readonly files: readonly string[];
  /** Path of the tsconfig. */
  readonly project: string;
}): Promise<readonly Finding[]> {
  const { folder, files, project } = input;
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
      { languageOptions: { parserOptions: { project, tsconfigRootDir: folder } } },
      { linterOptions: { reportUnusedDisableDirectives: "error" } },
    ],
  });
  const results = await eslint.lintFiles([...files]);
  return results.flatMap(({ filePath, messages }) => {
    const path = relative(folder, filePath).replaceAll("\\", "/");
    return messages.map(({ ruleId, line, message }) => ({
      rule: ruleId ?? "",
      place: `${path}:${line} ${message}`,
    }));
  });
}
