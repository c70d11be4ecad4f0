import { main } from "./main";
import { add, nothing, summary, type Count } from "./test/count";
import { chosenLevels, runLevel } from "./test/levels";

await main(async () => {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      interruption.abort();
    });
  }

  let total: Count = nothing;
  for (const level of chosenLevels(process.argv.slice(2))) {
    total = add(total, await runLevel(level));
    // What ran has ended by the same signal, so that its count is no verdict.
    if (interruption.signal.aborted) return 1;
  }
  console.log(`\n${summary(total)}`);
  return total.failed === 0 ? 0 : 1;
});
