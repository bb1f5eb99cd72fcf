import type { Topic } from "../harness/topic.js";
import { create } from "./create.js";

/** All topics, in the order of their names. */
export const topics: readonly Topic[] = [create];
