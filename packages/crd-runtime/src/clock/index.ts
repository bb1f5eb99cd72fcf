export { type Clock, sleep, systemClock, type Timer } from "./clock.js";
