import { accessSync, closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import { errorCode } from "./errors.js";

/** ELF's e_machine by Node's names of processors. */
const elfMachines: Readonly<Record<string, number>> = {
  x64: 62,
  arm64: 183,
  ppc64: 21,
  s390x: 22,
};
/** Mach-O's cputype by Node's names of processors. */
const machCpus: Readonly<Record<string, number>> = { x64: 0x0100_0007, arm64: 0x0100_000c };

/** The machine that a program has to run on, in Node's names. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/**
 * What is wrong with a file as a program for this machine, as the end of a sentence: `is not there`, `is cut off`. Undefined
 * when nothing is. Asking the system would not do: what it cannot execute is handed to a shell.
 */
export function programProblem(
  path: string,
  machine: Machine = { platform: process.platform, arch: process.arch },
): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "is not there";
  if (!stats.isFile()) return "is not a file";
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return "is not executable";
  }
  if (stats.size === 0) return "is empty";
  return headProblem({ path, machine });
}

function headProblem(input: {
  readonly path: string;
  readonly machine: Machine;
}): string | undefined {
  let file: number;
  try {
    file = openSync(input.path, "r");
  } catch (error) {
    // Execute permission alone is enough to run it.
    if (errorCode(error) === "EACCES") return undefined;
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    const head = Buffer.alloc(Math.min(size, 4096));
    readSync(file, head, 0, head.length, 0);
    return formatProblem({ head, size, machine: input.machine });
  } finally {
    closeSync(file);
  }
}

function formatProblem(input: {
  readonly head: Buffer;
  readonly size: number;
  readonly machine: Machine;
}): string | undefined {
  const { head, size, machine } = input;
  const foreign = `is a program for another platform than ${machine.platform}-${machine.arch}`;
  if (head.toString("latin1", 0, 2) === "#!") return undefined;
  const isElf = head.toString("latin1", 0, 4) === "\u007fELF";
  const isMach = head.length >= 8 && [0xfeed_facf, 0xcafe_babe].includes(magicOf(head));
  const isPe = head.toString("latin1", 0, 2) === "MZ";
  if (!isElf && !isMach && !isPe) return "is not a program";
  if (machine.platform === "darwin") {
    if (!isMach) return foreign;
    const isUniversal = head.readUInt32BE(0) === 0xcafe_babe;
    return isUniversal || head.readUInt32LE(4) === machCpus[machine.arch] ? undefined : foreign;
  }
  if (machine.platform === "win32") return isPe ? undefined : foreign;
  return isElf ? elfProblem({ head, size, arch: machine.arch, foreign }) : foreign;
}

function magicOf(head: Buffer): number {
  const big = head.readUInt32BE(0);
  return big === 0xcafe_babe ? big : head.readUInt32LE(0);
}

/** Every segment that the program header table names must lie inside the file. */
function elfProblem(input: {
  readonly head: Buffer;
  readonly size: number;
  readonly arch: string;
  readonly foreign: string;
}): string | undefined {
  const { head, size, arch, foreign } = input;
  if (head.length < 64) return "is cut off";
  const little = head[5] === 1;
  const u16 = (at: number): number => (little ? head.readUInt16LE(at) : head.readUInt16BE(at));
  const u64 = (at: number): number =>
    Number(little ? head.readBigUInt64LE(at) : head.readBigUInt64BE(at));
  const wanted = elfMachines[arch];
  if (head[4] !== 2 || (wanted !== undefined && u16(18) !== wanted)) return foreign;
  const [table, entrySize, count] = [u64(32), u16(54), u16(56)];
  for (let index = 0; index < count; index += 1) {
    const entry = table + index * entrySize;
    if (entry + 40 > head.length) return entry + 40 > size ? "is cut off" : undefined;
    if (u64(entry + 8) + u64(entry + 32) > size) return "is cut off";
  }
  return undefined;
}
