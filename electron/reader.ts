// A process of its own that reads one stranger's file: what hangs or crashes a parser there costs this
// process and nothing else. Its argument is a path; it answers with the result of `readStory` and is ended.

import { readStory } from "./storage/read-story";

void readStory(process.argv.at(-1) ?? "").then((result) => process.parentPort.postMessage(result));
