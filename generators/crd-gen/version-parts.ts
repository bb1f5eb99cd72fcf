import type { MarkerValue, Tag } from "../model/index.js";
import type { KindVersion } from "./crd.js";

type Column = {
  readonly name: string;
  readonly type: string;
  readonly jsonPath: string;
  readonly description?: string;
  readonly format?: string;
  readonly priority?: number;
};

type Scale = {
  readonly specReplicasPath: string;
  readonly statusReplicasPath: string;
  readonly labelSelectorPath?: string;
};

/** What tags say of one version of a definition. */
export type VersionParts = {
  readonly served: boolean;
  readonly deprecated?: true;
  readonly deprecationWarning?: string;
  readonly additionalPrinterColumns?: readonly Column[];
  readonly selectableFields?: readonly { readonly jsonPath: string }[];
  readonly subresources?: { readonly status?: Record<string, never>; readonly scale?: Scale };
};

/** Reads the tags of a kind for the definition, each list in the order of its tags. */
export function versionParts({ kind, type }: KindVersion): VersionParts {
  const named = (name: string): readonly Tag[] => type.tags.filter((tag) => tag.name === name);
  const columns = named("kubebuilder:printcolumn").map(columnOf);
  const fields = named("kubebuilder:selectablefield");
  const scale = named("kubebuilder:subresource:scale").map(scaleOf)[0];
  const deprecated = named("kubebuilder:deprecatedversion")[0];
  const warning = textOf(deprecated?.arguments?.["warning"]);
  return {
    served: kind.served,
    ...(deprecated !== undefined && { deprecated: true }),
    ...(warning !== "" && { deprecationWarning: warning }),
    ...(columns.length > 0 && { additionalPrinterColumns: columns }),
    ...(fields.length > 0 && {
      selectableFields: fields.map((tag) => ({ jsonPath: textOf(tag.arguments?.["JSONPath"]) })),
    }),
    // As in controller-gen, columns alone bring an empty object.
    ...((kind.statusSubresource || scale !== undefined || columns.length > 0) && {
      subresources: {
        ...(kind.statusSubresource && { status: {} }),
        ...(scale !== undefined && { scale }),
      },
    }),
  };
}

function columnOf({ arguments: given = {} }: Tag): Column {
  const { priority } = given;
  const [description, format] = [textOf(given["description"]), textOf(given["format"])];
  return {
    name: textOf(given["name"]),
    type: textOf(given["type"]),
    jsonPath: textOf(given["JSONPath"]),
    ...(description !== "" && { description }),
    ...(format !== "" && { format }),
    ...(typeof priority === "number" && priority !== 0 && { priority }),
  };
}

function scaleOf({ arguments: given = {} }: Tag): Scale {
  const selector = textOf(given["selectorpath"]);
  return {
    specReplicasPath: textOf(given["specpath"]),
    statusReplicasPath: textOf(given["statuspath"]),
    ...(selector !== "" && { labelSelectorPath: selector }),
  };
}

/** The text of an argument; "" where it is left out. */
export function textOf(value: MarkerValue | undefined): string {
  return typeof value === "string" ? value : "";
}
