import { main } from "./main";
import { resolveRuntime } from "./runtime/resolve";

// The path alone goes to the standard output: `$(npm run --silent runtime)` starts Electron.
await main(async () => {
  const { executable } = await resolveRuntime();
  console.log(executable);
  return 0;
});
