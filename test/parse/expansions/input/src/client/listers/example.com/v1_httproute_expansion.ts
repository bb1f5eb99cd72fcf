export * from "../../../listers.js";
