// Runs a module away from the page, so that an endless loop can be stopped.

import { measured } from "./harness.mjs";

self.addEventListener("message", async ({ data: { module, input } }) => {
  const seen = await measured(module, input);
  self.postMessage(seen, [seen.output.buffer]);
});
