// Handing on what is generated, or found beside the types, is fine.
export { setObjectDefaults_Queue } from "./zz_generated.defaults.js";
export { setDefaults_QueueSpec_more } from "./more.js";
