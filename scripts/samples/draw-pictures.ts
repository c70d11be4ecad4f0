// Draws the sample pictures anew from their SVG sources and writes their metadata into them. Needed
// only after a source or a caption was changed, so what it asks for (rsvg-convert, DejaVu Serif,
// ImageMagick, cwebp, exiftool) need not be on a writer’s machine. Then run scripts/samples.ts.

import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, parse } from "node:path";
import { capture } from "../child";
import { Halt, main } from "../main";
import { pictureFolder } from "./build-story";
import { tagArguments } from "./picture-tags";
import { pictures } from "./pictures";
import type { SamplePicture } from "./sample-picture";

async function drawPicture(picture: SamplePicture, folder: string): Promise<void> {
  const { name } = parse(picture.file);
  const drawn = join(folder, `${name}.drawn.png`);
  const made = join(folder, picture.file);
  await run("rsvg-convert", join(pictureFolder, "sources", `${name}.svg`), "-o", drawn);
  await encode(drawn, made, picture);
  await run("exiftool", "-q", "-overwrite_original", ...tagArguments(picture, isJpeg(made)), made);
  if (picture.telltale) await addThumbnail(drawn, made, join(folder, `${name}.thumbnail.jpg`));
  await copyFile(made, join(pictureFolder, picture.file));
}

async function encode(drawn: string, made: string, { quality }: SamplePicture): Promise<void> {
  if (extname(made) === ".webp") {
    await run("cwebp", "-quiet", "-m", "6", "-q", String(quality), drawn, "-o", made);
  } else if (isJpeg(made)) {
    const options = ["-strip", "-sampling-factor", "4:2:0", "-interlace", "JPEG"];
    await run("convert", drawn, ...options, "-quality", String(quality), made);
  } else {
    await run("convert", drawn, "-strip", "+dither", "-colors", "128", `PNG8:${made}`);
  }
}

async function addThumbnail(drawn: string, made: string, thumbnail: string): Promise<void> {
  await run("convert", drawn, "-strip", "-resize", "160x120", "-quality", "70", thumbnail);
  await run("exiftool", "-q", "-overwrite_original", `-ThumbnailImage<=${thumbnail}`, made);
}

function isJpeg(file: string): boolean {
  return extname(file) === ".jpg";
}

async function run(command: string, ...args: readonly string[]): Promise<void> {
  const { code, stderr } = await capture(command, args);
  if (code !== 0) throw new Halt(`${command} failed: ${stderr.trim()}`);
}

await main(async () => {
  const folder = await mkdtemp(join(tmpdir(), "stet-pictures-"));
  try {
    for (const picture of pictures) await drawPicture(picture, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
});
