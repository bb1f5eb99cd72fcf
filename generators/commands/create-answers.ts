import { type Diagnostic, hasErrors } from "../diagnostics/index.js";
import type { ProjectAnswers } from "../options/answers.js";
import type { Flags } from "../options/flags.js";
import { type Environment, packageManagerOf } from "../options/npm.js";
import { options } from "../options/table.js";
import { checkGroup, checkVersion } from "../options/validate.js";
import { Answering, type AnswerMode } from "./answering.js";
import { askKinds, checkApiFlags } from "./api-answers.js";
import type { Asker } from "./asker.js";
import { checkDirectory, type OpenFiles, packageNameOf } from "./directory.js";

/** Everything that `create-crd-project` asks for. */
export interface CreateAnswers extends ProjectAnswers {
  /** As given, relative to the current directory. */
  readonly directory: string;
  readonly git: boolean;
  readonly install: boolean;
}

export interface CreateAnswersOutcome {
  readonly answers: CreateAnswers | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gets the answers for a new project. They are undefined when one is wrong or missing. */
export async function createAnswers(input: {
  readonly flags: Flags;
  readonly mode: AnswerMode;
  readonly asker: Asker | undefined;
  readonly cwd: string;
  readonly env: Environment;
  readonly openFiles: OpenFiles;
}): Promise<CreateAnswersOutcome> {
  const { flags, mode, asker, cwd, env, openFiles } = input;
  const check = (directory: string) => checkDirectory({ directory, cwd, openFiles });
  const given = flags.text("directory");
  const early = [...(given === undefined ? [] : check(given)), ...checkApiFlags(flags)];
  if (hasErrors(early)) {
    return { answers: undefined, diagnostics: early };
  }
  const answering = new Answering({ flags, mode, asker });
  const directory = await answering.text({
    key: "directory",
    default: options.directory.default,
    check,
    required: true,
  });
  const group = await answering.text({
    key: "group",
    default: options.group.default,
    check: checkGroup,
    required: true,
  });
  const version = await answering.text({
    key: "apiVersion",
    default: options.apiVersion.default,
    check: checkVersion,
  });
  const kinds = await askKinds({ answering, flags, default: options.kind.default });
  const description = await answering.text({
    key: "description",
    default: options.description.default,
    check: () => [],
  });
  const git = await answering.confirm("git");
  const install = await answering.confirm("install");
  const diagnostics = answering.problems({ withYes: mode === "strict" });
  if (hasErrors(diagnostics)) {
    return { answers: undefined, diagnostics };
  }
  const chosen = options.packageManager.choices.find((one) => one === flags.text("packageManager"));
  const answers = {
    directory,
    name: packageNameOf({ directory, cwd }),
    group,
    version,
    kinds,
    description,
    packageManager: chosen ?? packageManagerOf(env),
    fake: flags.switch("fakeClientset") ?? options.fakeClientset.default,
    git,
    install,
  };
  return { answers, diagnostics };
}
