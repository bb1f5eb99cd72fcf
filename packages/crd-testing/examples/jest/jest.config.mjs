export default {
  testEnvironment: "node",
  testMatch: ["**/*.test.mjs"],
  // The sources are ECMAScript modules: run Jest with NODE_OPTIONS=--experimental-vm-modules.
  transform: {},
  testTimeout: 60_000,
};
