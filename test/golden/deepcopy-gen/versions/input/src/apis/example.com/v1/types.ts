import type { Settings as NewSettings } from "../v2/types.js";
import type { Shared } from "../../other.example.com/v1alpha1/types.js";

export interface Settings {
  names?: string[];
}

export interface Uses {
  own: Settings;
  newer?: NewSettings;
  all?: NewSettings[];
  shared?: Shared;
}
