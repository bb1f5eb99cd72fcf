/** Names that CEL keeps for itself. */
const reserved: ReadonlySet<string> = new Set([
  "true",
  "false",
  "null",
  "in",
  "as",
  "break",
  "const",
  "continue",
  "else",
  "for",
  "function",
  "if",
  "import",
  "let",
  "loop",
  "package",
  "namespace",
  "return",
  "var",
  "void",
  "while",
]);

const signs: Readonly<Record<string, string>> = {
  __: "__underscores__",
  ".": "__dot__",
  "-": "__dash__",
  "/": "__slash__",
};

/**
 * The name of a member in rules of CustomResourceDefinitions: `a-b` is `a__dash__b`, `namespace` is `__namespace__`.
 *
 * Follows Escape of k8s.io/apiserver's cel package.
 */
export function celName(member: string): string {
  return reserved.has(member)
    ? `__${member}__`
    : member.replace(/__|[./-]/g, (sign) => signs[sign] ?? sign);
}
