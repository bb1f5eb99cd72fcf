process.exitCode = 1; // stays when the import fails
const { plopfile } = await import("create-crd-project");
export default plopfile;
