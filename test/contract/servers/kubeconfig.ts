import { parse } from "yaml";
import { z } from "zod";
import type { Address } from "./https-server.js";

const kubeconfig = z.object({
  clusters: z.array(
    z.object({
      cluster: z.object({ server: z.string(), "certificate-authority-data": z.string() }),
    }),
  ),
  users: z.array(
    z.object({
      user: z.object({ "client-certificate-data": z.string(), "client-key-data": z.string() }),
    }),
  ),
});

/** The only cluster and the only user of the text of a kubeconfig, as servers of ours write it. */
export function addressOf(text: string): Address {
  const { clusters, users } = kubeconfig.parse(parse(text));
  const [cluster] = clusters;
  const [user] = users;
  if (cluster === undefined || user === undefined) throw new Error("the kubeconfig is empty");
  const decode = (data: string): string => Buffer.from(data, "base64").toString("utf8");
  return {
    url: cluster.cluster.server,
    ca: decode(cluster.cluster["certificate-authority-data"]),
    cert: decode(user.user["client-certificate-data"]),
    key: decode(user.user["client-key-data"]),
  };
}
