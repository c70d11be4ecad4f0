// The saver alone, as the kill test starts it: it saves one revision after the other, tells each that
// was acknowledged, and never stops by itself.

import { writeSync } from "node:fs";
import { join } from "node:path";
import { keepStory, openHistory } from "../../electron/storage/history";
import { openRecovery } from "../../electron/storage/recovery";
import { readStory } from "../../electron/storage/read-story";
import { saveStory, type SaveOrder } from "../../electron/storage/save";
import { revisionOf, textAt } from "./revisions";

const [folder = ""] = process.argv.slice(2);
const path = join(folder, "story.stet");
const recovery = openRecovery(join(folder, "profile"));
const history = openHistory(join(folder, "profile"));
const keep: SaveOrder["keep"] = (old, kind, time) => keepStory(history, old, kind, time);

const opened = await readStory(path);
let base = opened.ok ? opened.value.fingerprint : null;
let revision = opened.ok ? revisionOf(opened.value.article) : 0;

for (;;) {
  revision += 1;
  const text = textAt(revision);
  const backup = {
    path,
    fingerprint: base,
    saving: null,
    revision,
    time: "2026-03-01T08:30:00Z",
    text,
  };
  const kept = await recovery.backUp("one", backup);
  if (!kept.ok) throw new Error(kept.failure.reason);
  tell("kept");
  const saved = await saveStory({ path, base, text, html: "<h1></h1>", sources: [], keep });
  if (!saved.ok) throw new Error(saved.failure.reason);
  if (saved.value.historyFailure) throw new Error(saved.value.historyFailure.reason);
  base = saved.value.fingerprint;
  tell("saved");
}

function tell(what: "kept" | "saved"): void {
  writeSync(1, `${what} ${revision}\n`);
}
