import { describeOnServer } from "../controlplane/fixture.js";
import { eventCases } from "./event-cases.js";
import { restClient } from "./server.js";

describeOnServer("events of the real server", (server) => {
  const rest = restClient(server);
  eventCases(() => rest);
});
