import { Scheme } from "crd-runtime";
import { addToScheme as addCore } from "../apis/core/v1/zz_generated.register.js";
import { addToScheme as addDepot } from "../apis/depot.example.com/v1/zz_generated.register.js";
import { install as installFleet } from "./fleet.js";

/** A scheme of everything that the server serves. */
export function newServerScheme(): Scheme {
  const scheme = new Scheme();
  addCore(scheme);
  installFleet(scheme);
  addDepot(scheme);
  return scheme;
}
