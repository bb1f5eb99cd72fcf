import { entries } from "./entry.js";

/** The programs of a test environment. */
export const envtest = entries({
  "envtest/missing-action": {
    severity: "error",
    message: "envtest is not told what to do",
    cause: "It finds, downloads and lists versions of kube-apiserver and etcd.",
    fix: "Give use, list or path. A project in a directory of that name: npm init crd-project ./envtest",
  },
  "envtest/unknown-action": {
    severity: "error",
    message: "envtest does not know '{action}'",
    cause: "It knows use, list and path.",
    fix: "Give one of these.",
  },
  "envtest/version": {
    severity: "error",
    message: "'{version}' selects no Kubernetes version",
    cause: "A selector is a version of Kubernetes, or a form that setup-envtest has for several.",
    fix: "Write 1.36.2, 1.36.x, ~1.36.1, <1.36, latest or latest-on-disk.",
  },
  "envtest/no-such-version": {
    severity: "error",
    message: "the index has no version {version} for {platform}; it has {versions}",
    cause:
      "The index names the versions that were built for envtest, per platform. Not every Kubernetes version is among them.",
    fix: "Take one of these, or name another index with --index.",
  },
  "envtest/not-installed": {
    severity: "error",
    message: "no version {version} for {platform} is installed below {folders}",
    cause: "Neither setup-envtest nor this command has put a whole one there.",
    fix: "Download it: npx create-crd-project envtest use",
  },
  "envtest/unreachable": {
    severity: "error",
    message: "cannot read the index {index}: {problem}",
    cause:
      "The network does not let it through, and neither is a matching version installed nor can Go build one.",
    fix: "Name a mirror with --index, take what is installed with --installed-only, or install Go, which builds one from its modules.",
  },
  "envtest/index": {
    severity: "error",
    message: "{index} is not an index of releases: {problem}",
    cause: "What was found there is something else, such as the page of a proxy.",
    fix: "Correct --index: an index is a YAML file as envtest-releases.yaml of controller-tools.",
  },
  "envtest/download": {
    severity: "error",
    message: "cannot download {url}: {problem}",
    cause: "The connection broke off, or the server refused. Nothing was installed.",
    fix: "Run the command again, or name a mirror with --index.",
  },
  "envtest/checksum": {
    severity: "error",
    message: "{url} is not what the index names: its SHA-512 is {actual}, not {expected}",
    cause:
      "The archive was changed on its way, or the index is of another day. Nothing was installed.",
    fix: "Run the command again; if it stays so, do not use this mirror.",
  },
  "envtest/archive": {
    severity: "error",
    message: "{url} is not an archive of envtest: {problem}",
    cause:
      "An archive holds controller-tools/envtest/ with etcd, kube-apiserver and kubectl for this platform. Nothing was installed.",
    fix: "Take another version or another index.",
  },
  "envtest/build": {
    severity: "error",
    message: "{problem}",
    cause: "The index cannot be reached, so Go was to build the programs, and failed.",
    fix: "Name a mirror of the index with --index, or see to what Go says.",
  },
});
