import type { SourceSpan } from "../diagnostics/index.js";

/** One tag line: `+genclient:onlyVerbs=get,list` is name `genclient:onlyVerbs`, value `get,list`. */
export interface Tag {
  readonly name: string;
  /** Text after the first `=`, trimmed; undefined when there is no `=`. */
  readonly value: string | undefined;
  /** From the `+` to the end of the tag. */
  readonly span: SourceSpan;
}
