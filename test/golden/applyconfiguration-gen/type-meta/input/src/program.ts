import type { ObjectMetaApplyConfiguration } from "crd-runtime/applyconfigurations";
import type {
  CacheApplyConfiguration,
  SourceApplyConfiguration,
  TemplateApplyConfiguration,
} from "./client/applyconfigurations/example.com/v1.js";
import {
  cacheApplyConfiguration,
  sourceApplyConfiguration,
  templateApplyConfiguration,
} from "./client/applyconfigurations/example.com/v1.js";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { [K in keyof T]: T[K] };

/** The types that are written, member for member. */
export const same: readonly [
  Same<
    Flat<CacheApplyConfiguration>,
    {
      apiVersion?: string;
      kind?: string;
      metadata?: ObjectMetaApplyConfiguration;
      template?: TemplateApplyConfiguration;
      templates?: TemplateApplyConfiguration[];
      source?: SourceApplyConfiguration;
    }
  >,
  Same<
    Flat<TemplateApplyConfiguration>,
    { apiVersion?: string; kind?: string; name?: string; size?: number }
  >,
  Same<
    Flat<SourceApplyConfiguration>,
    { apiVersion?: string; kind?: "ConfigMap" | "Secret"; name?: string }
  >,
] = [true, true, true];

/** A kind, and a type that has its members, know what they are; another type is told. */
export function program(): unknown {
  return cacheApplyConfiguration("sessions", "default")
    .withTemplate(templateApplyConfiguration().withSize(1))
    .withTemplates({ kind: "Other" })
    .withSource(sourceApplyConfiguration().withKind("Secret").withName("password"));
}
