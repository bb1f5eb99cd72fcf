import { marshalWithGo } from "../go-tools.js";
import { samples } from "../yaml/samples.js";

/** The text of test/crd-gen/yaml/golden.json: values and what sigs.k8s.io/yaml writes for them. */
export function yamlGolden(): string {
  const values = samples.map((value) => JSON.stringify(value));
  const answers = marshalWithGo(values);
  const lines = values.map((value, index) => {
    const answer = answers[index];
    if (answer === undefined || answer.error !== undefined) {
      throw new Error(`${value}: ${answer?.error ?? "no answer"}`);
    }
    return `  { "value": ${value},\n    "yaml": ${JSON.stringify(answer.yaml)} }`;
  });
  return `[\n${lines.join(",\n")}\n]\n`;
}
