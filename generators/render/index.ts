export type { ImportSymbol, Render, RenderRequest } from "./render.js";
