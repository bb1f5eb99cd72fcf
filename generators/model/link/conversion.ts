import { posix } from "node:path";
import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import type { PackageInfo } from "./package.js";
import type { Report } from "./report.js";

/**
 * The versions that doc.ts names by `+k8s:conversion-gen=`, by directory; undefined where it has no such tag. `false` asks for
 * no version: functions written by hand are registered.
 */
export function linkPeers(input: {
  readonly info: PackageInfo;
  readonly packages: readonly PackageInfo[];
  readonly report: Report;
}): readonly string[] | undefined {
  const { info, packages, report } = input;
  const tags = info.tags.filter(({ name }) => name === "k8s:conversion-gen");
  if (tags.length === 0) {
    return undefined;
  }
  const named = tags.filter(({ value }) => value !== "false");
  const peers = named.flatMap((tag) => {
    const peer = packages.find((one) => isNamed({ tag, info, one }));
    const problem = peer === undefined ? "there is no such version" : problemOf({ info, peer });
    if (peer !== undefined && problem === undefined) {
      return [peer.folder.directory];
    }
    const hint = peer === undefined ? nearest({ tag, info, packages }) : undefined;
    const names = { peer: tag.value ?? "", problem: problem ?? "" };
    report(diagnostic("model/conversion-peer", names, { span: tag.span, hint }));
    return [];
  });
  return [...new Set(peers)];
}

function nearest(input: {
  readonly tag: Tag;
  readonly info: PackageInfo;
  readonly packages: readonly PackageInfo[];
}): string | undefined {
  const { tag, info, packages } = input;
  const others = packages
    .filter((one) => one !== info)
    .map((one) => posix.relative(info.folder.directory, one.folder.directory));
  const near = didYouMean({ word: tag.value ?? "", candidates: others });
  return near ?? (others.length > 0 ? `the others are ${others.join(", ")}` : undefined);
}

/** `../v1`, `../v1/doc.ts` and the like, or `<group>/<version>`. */
function isNamed(input: {
  readonly tag: Tag;
  readonly info: PackageInfo;
  readonly one: PackageInfo;
}): boolean {
  const { tag, info, one } = input;
  const value = tag.value ?? "";
  if (value === `${one.group}/${one.version}`) {
    return true;
  }
  const folder = value.replace(/(?:\/(?:doc|types|index)(?:\.[cm]?[jt]s)?)?\/*$/, "");
  return (
    folder.startsWith(".") && posix.join(info.folder.directory, folder) === one.folder.directory
  );
}

/** A pair of versions is converted by the files of one of them, in both directions. */
function problemOf(input: {
  readonly info: PackageInfo;
  readonly peer: PackageInfo;
}): string | undefined {
  const { info, peer } = input;
  if (peer === info) {
    return "it is this version";
  }
  const back = peer.tags.find(
    (tag) => tag.name === "k8s:conversion-gen" && isNamed({ tag, info: peer, one: info }),
  );
  const second = back !== undefined && peer.folder.directory < info.folder.directory;
  return second ? `its doc.ts names this one, in line ${back.span.line}` : undefined;
}
