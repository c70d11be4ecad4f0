import { describe, expect, it } from "vitest";
import { isMediaName, mediaType, mediaTypes, mediaUrl } from "../../article/media";

const hash = "0123456789abcdef".repeat(4);

describe("isMediaName", () => {
  it.each(Object.keys(mediaTypes))("takes a sha256 with the extension %s", (extension) => {
    expect(isMediaName(`${hash}.${extension}`)).toBe(true);
  });

  it.each([
    `${hash}.svg`,
    `${hash}.JPG`,
    `${hash}.jpg\n`,
    `${hash}.jpg/..`,
    `../${hash}.jpg`,
    `${hash.toUpperCase()}.jpg`,
    `${hash.slice(1)}.jpg`,
    `${hash}0.jpg`,
    hash,
    `${hash}.`,
    "",
    null,
    42,
    [`${hash}.jpg`],
  ])("refuses %j", (value) => {
    expect(isMediaName(value)).toBe(false);
  });
});

describe("mediaType", () => {
  it("tells the type that a browser needs", () => {
    expect(mediaType(`${hash}.jpg`)).toBe("image/jpeg");
    expect(mediaType(`${hash}.avif`)).toBe("image/avif");
  });

  it("tells no type of what is not kept", () => {
    expect(mediaType(`${hash}.svg`)).toBe("application/octet-stream");
  });
});

describe("mediaUrl", () => {
  it("can be taken apart into the document and the picture", () => {
    const id = "5c0b1a52-89b4-4c2e-8a3a-55a5f36f3d10";
    const url = new URL(mediaUrl(id, `${hash}.png`));
    expect([url.protocol, url.host, url.pathname]).toEqual(["stet-media:", id, `/${hash}.png`]);
  });
});
