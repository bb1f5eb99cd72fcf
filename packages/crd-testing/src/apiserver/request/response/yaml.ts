import { Document, visit } from "yaml";
import { goScalars } from "../body/yaml-schema.js";

/** What Go would read as something else than text: it stands in double quotes. */
const otherThanText =
  /^(?:|~|null|y|n|yes|no|on|off|true|false|[-+]?\.(?:inf|nan)|[-+]?[0-9.][0-9._eE:+-]*|0[xob][0-9a-f_]+|\d{4}-\d\d?-\d\d?.*)$/i;

/** YAML as sigs.k8s.io/yaml writes it: sorted members, lists not indented, lines folded at 80 columns. */
export function yamlOf(value: unknown): string {
  const document = new Document(value, {
    ...goScalars,
    aliasDuplicateObjects: false,
    sortMapEntries: true,
  });
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value !== "string" || !otherThanText.test(scalar.value)) return;
      if (scalar.value !== ".") scalar.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ indentSeq: false, singleQuote: true });
}
