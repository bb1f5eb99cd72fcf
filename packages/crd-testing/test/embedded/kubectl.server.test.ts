import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import { run } from "../../../../test/process/run.js";
import { temporaryFolder } from "../../../../test/process/temporary-folder.js";
import { findAssets } from "../../src/envtest/assets.js";
import { EmbeddedApiServer } from "../../src/index.js";

const asAlice = "--as=kubectl-alice --as-group=kubectl-dev";

/** Commands that send protobuf, and some that show what became of them. Cluster-scoped objects are `kubectl-embedded-*`. */
const commands = [
  "create namespace kubectl-embedded",
  "create namespace kubectl-embedded",
  "create namespace Not_A_Name",
  "create configmap c --from-literal=a=b --from-literal=c=d",
  "create configmap c",
  "create configmap dry --from-literal=a=b --dry-run=server -o yaml",
  "create configmap nowhere -n kubectl-embedded-missing",
  "get configmap c -o jsonpath={.data}{.metadata.managedFields[*].manager}",
  "create secret generic s --from-literal=p=geheim --type=example.com/x",
  "create secret docker-registry r --docker-server=x --docker-username=u --docker-password=p",
  "get secrets",
  "get secret s -o jsonpath={.data}{.type}",
  "create serviceaccount sa",
  "get serviceaccount sa -o name",
  "create role reader --verb=get,list --resource=configmaps,secrets --resource-name=a --resource-name=b",
  "describe role reader",
  "create rolebinding readers --role=reader --user=kubectl-alice --serviceaccount=kubectl-embedded:sa",
  "describe rolebinding readers",
  "create clusterrole kubectl-embedded-paths --verb=get --non-resource-url=/x,/y/*",
  "create clusterrole kubectl-embedded-all --aggregation-rule=a=b",
  "describe clusterrole kubectl-embedded-paths",
  "create clusterrolebinding kubectl-embedded-paths --clusterrole=kubectl-embedded-paths --group=kubectl-dev",
  "get clusterrolebinding kubectl-embedded-paths -o wide",
  "create clusterrole kubectl-embedded-bad --verb=fly --resource=unicorns",
  `auth can-i get configmaps/a ${asAlice}`,
  `auth can-i get configmaps/z ${asAlice}`,
  `auth can-i delete configmaps ${asAlice}`,
  `auth can-i get /y/z ${asAlice}`,
  "auth can-i list secrets",
  `auth can-i --list ${asAlice}`,
  `auth can-i --list --no-headers ${asAlice}`,
  "auth can-i list secrets/a --as=system:serviceaccount:kubectl-embedded:sa",
  `auth whoami ${asAlice}`,
  `auth whoami -o json ${asAlice}`,
  "label configmap c x=y",
  "annotate configmap c x=y",
  'patch configmap c -p {"data":{"e":"f"}}',
  "set subject rolebinding readers --user=kubectl-bob",
  "get configmap c -o jsonpath={.metadata.labels}{.metadata.annotations}{.data}",
  "delete configmap c",
  "delete configmap c",
  "delete clusterrole kubectl-embedded-paths kubectl-embedded-all",
  "delete clusterrolebinding kubectl-embedded-paths",
];

const namespace = "kubectl-embedded";

/** What of an output is another one each time. */
function settled(output: string): string {
  return output
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<uid>")
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, "<time>")
    .replaceAll(/(?<=resourceVersion: ")\d+/g, "<version>")
    .replaceAll(/(?<=\sAGE) +/g, " ")
    .replaceAll(/(?<=\s)\d+s(?= |$) */gm, "<age> ");
}

describeOnServer("kubectl on the embedded server", (shared) => {
  it("does and prints what it does on the real one", async ({ skip }) => {
    const { kubectl } = await findAssets({ env: process.env, log: () => undefined });
    if (kubectl === undefined) return skip("there is no kubectl");
    const folder = temporaryFolder();
    const embedded = await EmbeddedApiServer.start();
    onTestFinished(() => embedded.stop());
    const { kubeconfig } = await embedded.listen();
    const kubeconfigPath = join(folder, "kubeconfig");
    writeFileSync(kubeconfigPath, kubeconfig, { mode: 0o600 });
    const outputOf = async (config: string, command: string): Promise<string> => {
      const given = ["--kubeconfig", config, "--cache-dir", join(folder, "cache"), "-n", namespace];
      const args = [...given, ...command.split(" ")];
      const { code, stdout, stderr } = await run({
        program: kubectl,
        args,
        cwd: folder,
        env: { HOME: folder },
      });
      return settled(`$ kubectl ${command}\n${stdout}${stderr}exit code ${code}`);
    };
    for (const command of commands) {
      const output = await outputOf(kubeconfigPath, command);
      const onRealServer = (): Promise<string> => outputOf(shared.kubeconfigPath, command);
      // The real server learns of bindings by a watch of its own.
      if (command.startsWith("auth ")) await expect.poll(onRealServer).toBe(output);
      else expect(output).toBe(await onRealServer());
    }
  });
});
