// The plopfile of this repository: npx plop regenerate in sample-project/ and packages/crd-runtime/.
process.exitCode = 1; // stays when the import fails
const { plopfile } = await import("./dist/plopfile.js");
export default plopfile;
