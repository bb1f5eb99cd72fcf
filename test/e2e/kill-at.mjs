// Loaded before a program: ends it by SIGKILL at one call of node:fs. KILL_AT is `rename:3`, before the third rename, or
// `write:3`, in the middle of the third write.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [step, number] = (process.env.KILL_AT ?? "").split(":");
const { renameSync, writeFileSync } = fs;
let left = Number(number);

function isDue(name) {
  if (name !== step) return false;
  left -= 1;
  return left === 0;
}

function die() {
  process.kill(process.pid, "SIGKILL");
}

fs.renameSync = (...args) => {
  if (isDue("rename")) die();
  return renameSync(...args);
};
fs.writeFileSync = (file, data, ...rest) => {
  if (isDue("write")) {
    writeFileSync(file, data.slice(0, data.length / 2), ...rest);
    die();
  }
  return writeFileSync(file, data, ...rest);
};
syncBuiltinESMExports();
