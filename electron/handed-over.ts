import { app } from "electron";

type Take = (files: readonly string[]) => void;

/**
 * Collects the files that the system or a second start hands over, which may come while this one is
 * still reading its profile. `take` gets what has come, and from then on each as it comes; an empty
 * list means that Stet was only started again.
 */
export function collectFiles(): { take(take: Take): void } {
  const early: (readonly string[])[] = [];
  let give: Take = (files) => void early.push(files);
  app.on("open-file", (event, path) => {
    event.preventDefault();
    give([path]);
  });
  app.on("second-instance", (_event, _argv, _cwd, data) => {
    give((data as { asked: readonly string[] }).asked);
  });
  return {
    take(take) {
      give = take;
      for (const files of early.splice(0)) take(files);
    },
  };
}
