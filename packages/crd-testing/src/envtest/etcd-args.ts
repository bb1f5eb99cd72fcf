import { join } from "node:path";

/** The command line of an etcd that has no passwords: it listens on sockets in a folder of ours and on no port. */
export function etcdArgs(folder: string): readonly string[] {
  const client = `unix://${join(folder, "etcd.sock")}`;
  const peer = `unix://${join(folder, "peer.sock")}`;
  return [
    `--data-dir=${join(folder, "etcd")}`,
    "--unsafe-no-fsync",
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
  ];
}
