// A process of its own that reads one stranger's file: what hangs or crashes a parser there costs this
// process and nothing else. Its arguments are a task and what that needs; it answers with a Result and
// is ended. Before that it says that it has begun: on a busy machine it may take seconds to get so far.

import { begun } from "./reader-messages";
import { viewStory } from "./storage/read-story";
import { salvageInto } from "./storage/salvage";

const [task, path = "", pool = ""] = process.argv.slice(2);

process.parentPort.postMessage(begun);
void (task === "salvage" ? salvageInto(path, pool) : viewStory(path)).then((result) =>
  process.parentPort.postMessage(result),
);
