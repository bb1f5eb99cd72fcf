import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../../test/process/temporary-folder.js";
import { type Machine, programProblem } from "../../src/envtest/program.js";

const linux: Machine = { platform: "linux", arch: "x64" };
const mac: Machine = { platform: "darwin", arch: "arm64" };
const windows: Machine = { platform: "win32", arch: "x64" };

function file(content: Uint8Array | string, mode = 0o755): string {
  const path = join(temporaryFolder(), "program");
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

/** An ELF header with one segment of so many bytes. */
function elf(input: { readonly machine: number; readonly segment: number; readonly size: number }) {
  const bytes = Buffer.alloc(input.size);
  bytes.write("\u007fELF", "latin1");
  bytes[4] = 2;
  bytes[5] = 1;
  bytes.writeUInt16LE(input.machine, 18);
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(1, 56);
  bytes.writeBigUInt64LE(BigInt(input.segment), 64 + 32);
  return bytes;
}

const elfX64 = elf({ machine: 62, segment: 200, size: 200 });
const machArm64 = Buffer.from("cffaedfe0c000001", "hex");
const machX64 = Buffer.from("cffaedfe07000001", "hex");
const universal = Buffer.from("cafebabe00000002", "hex");

it("says what is wrong with a file that is no program", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "folder"));
  expect(programProblem(join(folder, "nothing"))).toBe("is not there");
  expect(programProblem(join(folder, "folder"))).toBe("is not a file");
  expect(programProblem(file("#!/bin/sh\n", 0o644))).toBe("is not executable");
  expect(programProblem(file(""))).toBe("is empty");
  expect(programProblem(file("<html>not found</html>"), linux)).toBe("is not a program");
});

it.each([
  ["a script", "#!/bin/sh\n", linux, undefined],
  ["ELF of this processor", elfX64, linux, undefined],
  ["ELF of arm64", elf({ machine: 183, segment: 9, size: 200 }), linux, "linux-x64"],
  ["ELF", elfX64, mac, "darwin-arm64"],
  ["ELF", elfX64, windows, "win32-x64"],
  ["Mach-O", machArm64, mac, undefined],
  ["Mach-O of x64", machX64, mac, "darwin-arm64"],
  ["universal Mach-O", universal, mac, undefined],
  ["Mach-O", machArm64, linux, "linux-x64"],
  ["PE", "MZ\u0090", windows, undefined],
  ["PE", "MZ\u0090", linux, "linux-x64"],
] as const)("%s on another machine or its own", (_name, content, machine, foreign) => {
  expect(programProblem(file(content), machine)).toBe(
    foreign === undefined ? undefined : `is a program for another platform than ${foreign}`,
  );
});

it("knows a program that is cut off, at any length", () => {
  expect(programProblem(file(elf({ machine: 62, segment: 201, size: 200 })), linux)).toBe(
    "is cut off",
  );
  for (const size of [5, 63, 64, 80, 119, 199]) {
    expect(programProblem(file(elfX64.subarray(0, size)), linux), `${size}`).toBe("is cut off");
  }
});

it.runIf(process.platform === "linux")("takes Node itself, and not its first half", () => {
  const path = join(temporaryFolder(), "node");
  copyFileSync(process.execPath, path);
  expect(programProblem(path)).toBeUndefined();
  const whole = readFileSync(path);
  expect(programProblem(file(whole.subarray(0, whole.length / 2)))).toBe("is cut off");
});
