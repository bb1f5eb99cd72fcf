import type { TypeView } from "../copy/index.js";
import { shapeOf } from "../copy/index.js";
import {
  type ApiVersion,
  type TypeExpression,
  type TypeId,
  type TypesById,
  typeById,
} from "../model/index.js";
import { conversionFile, fileValue, type ImportSymbol, memberAccess } from "../render/index.js";
import { type ConvertedMembers, convertMembers } from "./members.js";
import type { Conversions } from "./pairs.js";
import type { BodyView, ChoiceView, FunctionView } from "./view.js";

type Discriminated = Extract<TypeExpression, { readonly form: "discriminated" }>;

/** What the functions of one file share: the functions that they call, and those for inline types that they need. */
export class Scope {
  readonly types: TypesById;
  /** Whether a function of deepcopy-gen is called. */
  usesGeneratedCopies = false;
  readonly #conversions: Conversions;
  readonly #file: string;
  readonly #names = new Set<string>();
  #inline: FunctionView[] = [];

  constructor(input: { readonly conversions: Conversions; readonly version: ApiVersion }) {
    this.types = input.conversions.types;
    this.#conversions = input.conversions;
    this.#file = conversionFile(input.version);
  }

  /**
   * The function that converts one declared type to another; `drop` where the value is to be left out. As in conversion-gen one
   * that only copies is called where a copy alone will not do: where the types are two.
   */
  functionFor(input: {
    readonly from: TypeId;
    readonly to: TypeId;
  }): ImportSymbol | "drop" | undefined {
    const found = this.#conversions.handWritten(input);
    if (found?.mode === "drop") return "drop";
    const isCalled = found?.mode === "call" || input.from !== input.to;
    if (found !== undefined && isCalled) return fileValue({ name: found.name, path: found.module });
    return this.#conversions.generated(input);
  }

  versionOf(id: TypeId): ApiVersion {
    const version = this.#conversions.versionOf.get(id);
    if (version === undefined) throw new Error(`the model has no version that declares ${id}`);
    return version;
  }

  shapeOf(type: TypeExpression): ReturnType<typeof shapeOf> {
    return shapeOf({ type, types: this.types });
  }

  members(input: Omit<Parameters<typeof convertMembers>[0], "scope">): ConvertedMembers {
    return convertMembers({ ...input, scope: this });
  }

  /** The functions for the types of a union, by the literals that tell them apart. */
  choice(input: {
    readonly from: Discriminated;
    readonly to: Discriminated;
  }):
    | ({ readonly kind: "choice"; readonly misfit?: never } & ChoiceView)
    | { readonly misfit: string } {
    const { from, to } = input;
    if (from.discriminant !== to.discriminant) return { misfit: "has another type" };
    const cases: { readonly value: string; readonly call: ImportSymbol }[] = [];
    for (const { id, value } of from.members) {
      const target = to.members.find((member) => member.value === value);
      if (target === undefined) return { misfit: `may be ${JSON.stringify(value)}` };
      const call = this.functionFor({ from: id, to: target.id });
      if (call === undefined || call === "drop") {
        const names = [id, target.id].map((one) => typeById(this.types, one).name);
        return { misfit: `has no function that converts ${names.join(" to ")}` };
      }
      cases.push({ value, call });
    }
    return { kind: "choice", access: memberAccess(from.discriminant), cases };
  }

  /** Asks for a function that converts an inline type; returns its symbol. */
  inlineFunction(input: {
    readonly path: string;
    readonly fromType: TypeView;
    readonly toType: TypeView;
    readonly body:
      | { readonly kind: "members"; readonly members: ConvertedMembers["members"] }
      | ({ readonly kind: "choice" } & ChoiceView);
  }): ImportSymbol {
    const { path, fromType, toType, body } = input;
    let name = `convert_${path}`;
    for (let count = 2; this.#names.has(name); count++) name = `convert_${path}${count}`;
    this.#names.add(name);
    const view: BodyView =
      body.kind === "members"
        ? { template: "conversion-gen/body/members", ...body.members }
        : { template: "conversion-gen/body/choice", ...body };
    const types = { from: fromType, to: toType, without: [] };
    this.#inline.push({ name, exported: false, description: "", ...types, body: view });
    return fileValue({ name, path: this.#file });
  }

  /** How many inline functions were asked for since they were taken. */
  get inlineCount(): number {
    return this.#inline.length;
  }

  /** Forgets the inline functions behind the first ones: what called them is left out. */
  forgetInline(kept: number): void {
    for (const { name } of this.#inline.splice(kept)) this.#names.delete(name);
  }

  /** Inline functions asked for since the last call. */
  takeInline(): readonly FunctionView[] {
    const taken = this.#inline;
    this.#inline = [];
    return taken;
  }
}
