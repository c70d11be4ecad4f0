// Exported pages of hostile stories in a browser that would run whatever is in them.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { storyPage } from "../../renderer/export/page";
import { hostileStory } from "../hostile/documents";
import { outside } from "../hostile/html";
import { figure, inRun } from "../reliability/figures";
import { Dice } from "../reliability/seeded";
import { tempFolder } from "../storage/story";
import { launched, type Stet } from "./stet";

it("S11 hostile stories' pages run nothing and ask for nothing but their pictures", async () => {
  const own = await launched();
  const folder = await tempFolder();
  const dice = new Dice(110);
  const cases = inRun({ short: 60, long: 500 });
  const pages = Array.from({ length: cases }, () =>
    storyPage(hostileStory(dice), {
      pictureUrl: (media) => `media/${media}`,
      picturesBeside: true,
    }),
  );
  const control = `<script>window.ran = 1</script><img src="${outside}/x.png">`;
  const files = await Promise.all(
    [control, ...pages].map(async (page, n) => {
      const file = join(folder, `${n}.html`);
      await writeFile(file, page);
      return file;
    }),
  );

  const [first, ...rest] = await shown(own, files);

  expect(first).toEqual({ ran: 1, asked: [`${outside}/x.png`] });
  const media = pathToFileURL(join(folder, "media")).href;
  const broken = rest.filter(
    ({ ran, asked }) => ran !== 0 || asked.some((url) => !url.startsWith(media)),
  );
  figure("S11", { tier: "C", cases, lost: broken.length, worstMs: null, note: "in a browser" });
  expect(broken).toEqual([]);
});

interface Shown {
  readonly ran: number;
  /** Addresses other than the page's own. */
  readonly asked: readonly string[];
}

function shown({ app }: Stet, files: readonly string[]): Promise<readonly Shown[]> {
  return app.evaluate(async ({ BrowserWindow, session }, paths) => {
    const own = session.fromPartition("exported");
    let asked: string[] = [];
    own.webRequest.onBeforeRequest(({ url, resourceType }, go) => {
      if (resourceType !== "mainFrame") asked.push(url);
      go({ cancel: !url.startsWith("file:") });
    });
    const found = [];
    for (const path of paths) {
      asked = [];
      // One for each page: a link that is stopped while its page goes ends the loading of the next.
      const window = new BrowserWindow({ show: false, webPreferences: { session: own } });
      await window.loadFile(path);
      const click = "for (const each of document.querySelectorAll('body *')) each.click()";
      // Nothing that a reader may touch runs either; a link leads away, and that is stopped.
      await window.webContents.executeJavaScript(`${click}; 0`);
      const ran = (await window.webContents.executeJavaScript("window.ran || 0")) as number;
      found.push({ ran, asked });
      window.destroy();
    }
    return found;
  }, files);
}
