export { FakeClock } from "../../crd-testing/src/clock/fake-clock.js";
