// A process of its own that reads one stranger's file: what hangs or crashes a parser there costs this
// process and nothing else. It gets a path, answers with the result of `readStory`, and is ended.

import { readStory } from "./storage/read-story";

process.parentPort.once("message", ({ data }) => {
  void readStory(String(data)).then((result) => process.parentPort.postMessage(result));
});
