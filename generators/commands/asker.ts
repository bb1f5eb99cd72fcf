/** Asks on a terminal. A test answers in its place. */
export interface Asker {
  /** One line; asked again while `check` gives a problem. */
  text(question: {
    readonly message: string;
    readonly default: string | undefined;
    readonly check: (answer: string) => string | undefined;
  }): Promise<string>;
  confirm(question: { readonly message: string; readonly default: boolean }): Promise<boolean>;
  select(question: {
    readonly message: string;
    readonly choices: readonly string[];
    readonly default: string | undefined;
  }): Promise<string>;
}

/** The part of inquirer that is used: of its own package, or as plop hands it out. */
export interface Inquirer {
  prompt(questions: readonly InquirerQuestion[]): Promise<Readonly<Record<string, unknown>>>;
}

export interface InquirerQuestion {
  readonly type: "input" | "confirm" | "list";
  readonly name: string;
  readonly message: string;
  readonly default?: string | boolean;
  readonly choices?: readonly string[];
  readonly validate?: (answer: string) => true | string;
}

/** Asks through inquirer. Ctrl-C ends the process with SIGINT, which is inquirer's way. */
export function createAsker(inquirer: Inquirer): Asker {
  const ask = async (question: Omit<InquirerQuestion, "name">): Promise<unknown> => {
    const answers = await inquirer.prompt([{ ...question, name: "answer" }]);
    return answers["answer"];
  };
  return {
    text: async ({ message, default: value, check }) => {
      const validate = (answer: string) => check(answer.trim()) ?? true;
      const fallback = value === undefined ? {} : { default: value };
      return String(await ask({ type: "input", message, validate, ...fallback })).trim();
    },
    confirm: async (question) => (await ask({ type: "confirm", ...question })) === true,
    select: async ({ message, choices, default: value }) => {
      const fallback = value === undefined ? {} : { default: value };
      return String(await ask({ type: "list", message, choices, ...fallback }));
    },
  };
}
