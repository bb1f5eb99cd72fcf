export type { DatabaseInformerExpansion } from "../../../informers.js";
export { makeInformers as databaseInformerExpansion } from "../../../informers.js";
