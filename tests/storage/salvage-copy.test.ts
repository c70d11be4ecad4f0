import { describe, expect, it } from "vitest";
import { openRecovery } from "../../electron/storage/recovery";
import { salvageCopy } from "../../electron/storage/salvage-copy";
import { docOf } from "../../renderer/blocks/document";
import { aBackup, anArticle, tempFolder, textOf, valueOf } from "./story";

describe("salvageCopy", () => {
  it("makes a new story of a copy that the editor cannot show, and leaves the copy", async () => {
    const table = {
      type: "table",
      content: [{ type: "cell", content: [{ type: "text", text: "Fog" }] }],
    };
    const broken = anArticle("Ferry", { content: { type: "doc", content: [table] } });
    const recovery = openRecovery(await tempFolder());
    const backup = aBackup("", 3, { text: textOf(broken) });
    valueOf(await recovery.backUp("document-1", backup));

    const { article, lost } = valueOf(await salvageCopy(recovery, "document-1"));

    expect(valueOf(docOf(article, "salvaged")).textContent).toBe("Fog");
    expect(article.id).not.toBe(broken.id);
    expect(lost).toBe("What could not be saved: the form of 1 block.");
    expect(valueOf(await recovery.newest("document-1"))).toEqual(backup);
  });

  it("says so when the copy is gone", async () => {
    const found = await salvageCopy(openRecovery(await tempFolder()), "document-1");
    expect(found).toMatchObject({ ok: false, failure: { kind: "missing" } });
  });
});
