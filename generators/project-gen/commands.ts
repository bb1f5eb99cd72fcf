import type { PackageManager } from "../options/answers.js";

/** How a package manager is called. */
export interface PackageManagerCommands {
  readonly name: PackageManager;
  /** `npm install`. */
  readonly install: string;
  /** Installs exactly what the lockfile says: `npm ci`. */
  readonly ci: string;
  /** Runs a script: `npm run`. */
  readonly run: string;
  /** Runs the program: `npm start`. */
  readonly start: string;
  /** Runs the program with an API server in its own process. */
  readonly embedded: string;
  /** Runs a program of a dependency: `npx`. */
  readonly exec: string;
  /** Steps that make it known to a GitHub runner that has Node. */
  readonly setup: readonly string[];
}

const commands: Readonly<Record<PackageManager, Omit<PackageManagerCommands, "name">>> = {
  npm: {
    install: "npm install",
    ci: "npm ci",
    run: "npm run",
    start: "npm start",
    embedded: "npm start -- --embedded",
    exec: "npx",
    setup: [],
  },
  pnpm: {
    install: "pnpm install",
    ci: "pnpm install --frozen-lockfile",
    run: "pnpm run",
    start: "pnpm start",
    embedded: "pnpm start --embedded",
    exec: "pnpm exec",
    setup: ["run: npm install --global pnpm"],
  },
  yarn: {
    install: "yarn install",
    ci: "yarn install --frozen-lockfile",
    run: "yarn run",
    start: "yarn start",
    embedded: "yarn start --embedded",
    exec: "yarn",
    setup: ["run: npm install --global yarn"],
  },
  bun: {
    install: "bun install",
    ci: "bun install --frozen-lockfile",
    run: "bun run",
    start: "bun start",
    embedded: "bun start --embedded",
    exec: "bunx",
    setup: ["uses: oven-sh/setup-bun@v2"],
  },
};

export function packageManagerCommands(name: PackageManager): PackageManagerCommands {
  return { name, ...commands[name] };
}
