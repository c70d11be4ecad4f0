import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nothingCarried } from "../../article/article";
import { contentText, mediaIn, serialiseArticle } from "../../article/format";
import type { Result } from "../../article/result";
import { poolSource, takePicture } from "../../electron/storage/media";
import { saveStory } from "../../electron/storage/save";
import { docOf } from "../../renderer/blocks/document";
import { storyPage } from "../../renderer/export/page";
import { pictureFolder, type SampleStory } from "./build-story";
import { pictures } from "./pictures";
import { stories } from "./stories";

/**
 * Writes each sample as `<slug>.stet` into the folder, just as Stet itself would save it, and gives
 * the paths. The same sources always give the same bytes; a file that stands there is replaced.
 */
export async function writeSamples(folder: string): Promise<readonly string[]> {
  const pool = await mkdtemp(join(tmpdir(), "stet-samples-"));
  try {
    for (const { file } of pictures) {
      valueOf(await takePicture(pool, await readFile(join(pictureFolder, file)), file));
    }
    const paths = [];
    for (const story of stories) paths.push(await writeSample(story, folder, pool));
    return paths;
  } finally {
    await rm(pool, { recursive: true, force: true });
  }
}

async function writeSample(story: SampleStory, folder: string, pool: string): Promise<string> {
  const file = `${story.metadata.slug}.stet`;
  const article = { ...story, carried: nothingCarried };
  const doc = valueOf(docOf(article, file));
  const blocks = doc.children.map((block) => JSON.stringify(block.toJSON()));
  const sources = [];
  for (const name of mediaIn(story.content)) sources.push(valueOf(await poolSource(pool, name)));
  const path = join(folder, file);
  await rm(path, { force: true });
  valueOf(
    await saveStory({
      path,
      base: null,
      text: serialiseArticle(article, contentText(doc.type.name, blocks)),
      html: storyPage(doc, { pictureUrl: (media) => `media/${media}`, picturesBeside: true }),
      sources,
    }),
  );
  return path;
}

/** What fails here is a fault of the samples, so it stops the script. */
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}
