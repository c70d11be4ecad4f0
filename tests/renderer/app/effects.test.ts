import { describe, expect, it, vi } from "vitest";
import { maxPictureBytes } from "../../../article/media";
import { fail, ok, type Failure } from "../../../article/result";
import { exportKinds, type Api } from "../../../electron/contract";
import { createEffects } from "../../../renderer/app/effects";
import { createStore } from "../../../renderer/app/store";
import { doc, figure, headline, p, picture, withMetadata } from "../build";
import { aState, diskFull, fakeApi } from "./desk";

const story = withMetadata(doc(headline("Ferry late"), figure({ caption: "The quay" }), p("Fog")), {
  slug: "ferry",
});

function effectsWith(api: Partial<Api>) {
  const store = createStore(aState(story));
  return { store, effects: createEffects(store, fakeApi(api), () => undefined) };
}

const damaged: Failure = { kind: "damaged", file: "b.stet", reason: "“b.stet” is damaged." };
const noPicture: Failure = { kind: "picture", file: "x.svg", reason: "“x.svg” is no picture." };
const quay = { media: picture(1), widthPx: 30, heightPx: 20 };

describe("open and openRecent", () => {
  const opening = [
    ["open", (api: Partial<Api>) => effectsWith(api).effects.open()],
    ["openRecent", (api: Partial<Api>) => effectsWith(api).effects.openRecent(2)],
  ] as const;

  it.each(opening)("%s asks main and says nothing more when it went well", async (_, open) => {
    const openStory = vi.fn<Api["openStory"]>(async () => ok(null));
    const openRecent = vi.fn<Api["openRecent"]>(async () => ok(null));
    await open({ openStory, openRecent });
    expect(openStory.mock.calls.length + openRecent.mock.calls.length).toBe(1);
    for (const [index] of openRecent.mock.calls) expect(index).toBe(2);
  });

  it("tell why a story was not opened", async () => {
    const answer = async () => fail(damaged);
    const { store, effects } = effectsWith({ openStory: answer, openRecent: answer });
    const dialog = { kind: "notOpened", failure: damaged };
    await effects.open();
    expect(store.state().dialog).toEqual(dialog);
    store.dispatch({ kind: "answered" });
    await effects.openRecent(0);
    expect(store.state().dialog).toEqual(dialog);
  });

  it("open what can be read of a damaged story, or tell why nothing can", async () => {
    const salvage = vi.fn<Api["salvage"]>(async () => fail(damaged));
    const { store, effects } = effectsWith({ openStory: async () => fail(damaged), salvage });
    await effects.open();
    await effects.salvage();
    expect(salvage).toHaveBeenCalledTimes(1);
    const title = "Nothing could be saved of the story";
    expect(store.state().dialog).toEqual({ kind: "failure", title, failure: damaged });
  });

  it("tell nothing when the writer cancelled", async () => {
    const { store, effects } = effectsWith({ openStory: async () => null });
    await effects.open();
    expect(store.state().dialog).toBeNull();
  });
});

describe("choosePictures", () => {
  it("gives those that were taken in and tells of one that was not", async () => {
    const choosePictures = async () => [ok(quay), fail(noPicture)];
    const { store, effects } = effectsWith({ choosePictures });
    expect(await effects.choosePictures()).toEqual([quay]);
    expect(store.state().dialog).toMatchObject({ kind: "failure", failure: noPicture });
  });

  it("gives none and tells nothing when the writer cancelled", async () => {
    const { store, effects } = effectsWith({ choosePictures: async () => [] });
    expect(await effects.choosePictures()).toEqual([]);
    expect(store.state().dialog).toBeNull();
  });
});

describe("addPictures", () => {
  it("sends each file's bytes and name, and keeps their order", async () => {
    const addPicture = vi.fn<Api["addPicture"]>(async (bytes) =>
      ok({ ...quay, widthPx: bytes[0] ?? 0 }),
    );
    const { effects } = effectsWith({ addPicture });
    const files = [7, 8].map((byte) => new File([new Uint8Array([byte])], `${byte}.jpg`));
    const taken = await effects.addPictures(files);
    expect(taken.map(({ widthPx }) => widthPx)).toEqual([7, 8]);
    expect(addPicture.mock.calls.map(([, name]) => name)).toEqual(["7.jpg", "8.jpg"]);
  });

  it("tells of a picture that was refused", async () => {
    const { store, effects } = effectsWith({ addPicture: async () => fail(noPicture) });
    expect(await effects.addPictures([new File(["<svg/>"], "x.svg")])).toEqual([]);
    expect(store.state().dialog).toMatchObject({ kind: "failure", failure: noPicture });
  });

  it("tells of every picture that was refused, in one dialog", async () => {
    const addPicture: Api["addPicture"] = async (_, name) =>
      name === "b.jpg" ? ok(quay) : fail({ ...noPicture, file: name });
    const { store, effects } = effectsWith({ addPicture });
    const files = ["a.svg", "b.jpg", "c.svg", "d.svg"].map((name) => new File(["x"], name));
    expect(await effects.addPictures(files)).toEqual([quay]);
    expect(store.state().dialog).toMatchObject({
      kind: "failures",
      all: ["a.svg", "c.svg", "d.svg"].map((file) => ({ failure: { file } })),
    });
  });

  it("sends no more of a huge file than main needs to refuse it in words", async () => {
    const addPicture = vi.fn<Api["addPicture"]>(async () => fail(noPicture));
    const { effects } = effectsWith({ addPicture });
    await effects.addPictures([new File([new Uint8Array(maxPictureBytes + 1000)], "x.jpg")]);
    expect(addPicture.mock.calls[0]?.[0].length).toBe(maxPictureBytes + 1);
  });
});

describe("exportHtml", () => {
  const target = { target: "6f1c1d0e-2f5d-4d6c-8b1f-0a1b2c3d4e5f", name: "ferry.html" };

  it.each(exportKinds)(
    "writes a %s where the writer wants it, and offers to show it",
    async (kind) => {
      const chooseExport = vi.fn<Api["chooseExport"]>(async () => target);
      const writeExport = vi.fn<Api["writeExport"]>(async () => ok(null));
      const { store, effects } = effectsWith({ chooseExport, writeExport });
      await effects.exportHtml(kind);
      expect(chooseExport.mock.calls).toEqual([[kind, "ferry"]]);
      const [place, parts] = writeExport.mock.calls[0] ?? [];
      expect(place).toBe(target.target);
      expect(parts).toContainEqual({ picture: picture(1) });
      const hasAddress = parts?.some(
        (part) => typeof part === "string" && part.includes("og:image"),
      );
      expect(hasAddress).toBe(kind === "pageWithFolder");
      expect(store.state().toast).toEqual({
        text: "Exported ferry.html",
        offer: { kind: "showExport", target },
      });
    },
  );

  it("writes nothing when the writer cancelled", async () => {
    const writeExport = vi.fn<Api["writeExport"]>();
    const { store, effects } = effectsWith({ chooseExport: async () => null, writeExport });
    await effects.exportHtml("page");
    expect(writeExport).not.toHaveBeenCalled();
    expect(store.state().toast).toBeNull();
  });

  it("tells why a page was not exported and shows no toast", async () => {
    const { store, effects } = effectsWith({
      chooseExport: async () => target,
      writeExport: async () => fail(diskFull),
    });
    await effects.exportHtml("page");
    const title = "The page was not exported";
    expect(store.state().dialog).toEqual({ kind: "failure", title, failure: diskFull });
    expect(store.state().toast).toBeNull();
  });
});

describe("setSettings", () => {
  it("changes this window at once and sends them on", () => {
    const setSettings = vi.fn<Api["setSettings"]>(async () => undefined);
    const { store, effects } = effectsWith({ setSettings });
    const settings = {
      theme: "dark",
      panel: "details",
      autosave: true,
      outline: false,
      typewriter: false,
    } as const;
    effects.setSettings(settings);
    expect(store.state().settings).toEqual(settings);
    expect(setSettings.mock.calls).toEqual([[settings]]);
  });
});
