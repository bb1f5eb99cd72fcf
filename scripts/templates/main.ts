import { precompiledTemplates } from "../../generators/tool.js";
import { files, moduleText } from "./text.js";

/** Part of `npm run build`: the templates as JavaScript, which spares each run a tenth of a second. */
files.stage({ path: precompiledTemplates, content: moduleText() }).commit();
