#!/usr/bin/env node
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`crd-project needs Node.js 20.19 or newer, and this is ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  const { crdProject } = await import("../dist/generators/cli.js");
  await crdProject();
}
