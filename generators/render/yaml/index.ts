import type { YamlValue } from "./value.js";
import { YamlWriter } from "./writer.js";

export { compareKeys } from "./key-order.js";
export type { YamlMapping, YamlScalar, YamlValue } from "./value.js";

/**
 * Writes one YAML document, byte for byte what `sigs.k8s.io/yaml.Marshal` writes for the same JSON:
 * keys in go-yaml's natural order, strings quoted where YAML 1.1 would read something else, lines folded
 * near 80 columns, texts of several lines as literal blocks, sequences not indented below their key.
 *
 * Where go-yaml's text does not read back (the key `<<`, the control characters U+007F to U+009F), ours
 * is quoted or escaped. Lone surrogates become U+FFFD, as in Go's JSON.
 *
 * @throws RangeError for NaN and the infinities
 *
 * @example
 * writeYaml({ name: "on", ports: [80, 443] }) // 'name: "on"\nports:\n- 80\n- 443\n'
 */
export function writeYaml(value: YamlValue): string {
  return new YamlWriter().document(value);
}
