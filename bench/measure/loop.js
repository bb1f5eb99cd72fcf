// Looks for blocks of the event loop.
import { readFileSync } from "node:fs";
import { PerformanceObserver, performance } from "node:perf_hooks";

const tickMs = 1;

/**
 * Nanoseconds of processor time of the main thread: what another process takes away does not count. Undefined where there
 * is no /proc.
 */
function threadNanoseconds() {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "latin1").split(" ", 1)[0]);
  } catch {
    return undefined;
  }
}

/**
 * Measures turns of the event loop by a timer that is always due. `blockMs` is the longest turn by processor time, without
 * collections of garbage; `turnMs` the longest by the clock, with everything.
 */
export function watchLoop() {
  const turns = [];
  const collections = [];
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      collections.push({ start: startTime, end: startTime + duration });
    }
  });
  observer.observe({ entryTypes: ["gc"] });
  let last = performance.now();
  let lastCpu = threadNanoseconds() ?? 0;
  const timer = setInterval(() => {
    const now = performance.now();
    const cpu = threadNanoseconds() ?? now * 1e6;
    if (now - last > 5) turns.push({ start: last, end: now, cpuMs: (cpu - lastCpu) / 1e6 });
    last = now;
    lastCpu = cpu;
  }, tickMs);
  return {
    async end() {
      clearInterval(timer);
      // Collections are reported some time later.
      await new Promise((resolve) => setTimeout(resolve, 50));
      observer.disconnect();
      let blockMs = 0;
      let turnMs = 0;
      let collectionMs = 0;
      let over20 = 0;
      for (const { start, end, cpuMs } of turns) {
        const collected = collections
          .filter((each) => each.end > start && each.start < end)
          .reduce((sum, each) => sum + each.end - each.start, 0);
        const own = Math.max(0, Math.min(cpuMs, end - start) - collected);
        blockMs = Math.max(blockMs, own);
        turnMs = Math.max(turnMs, end - start);
        if (own > 20) over20++;
      }
      for (const { start, end } of collections) collectionMs = Math.max(collectionMs, end - start);
      return { blockMs, turnMs, collectionMs, over20 };
    },
  };
}
