// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { doc, expectState, p } from "../build";
import { carrying, file } from "../clipboard";
import { mount } from "../keyboard";

/** Mounts an empty story and tells which files were taken from what is put into it. */
function taking() {
  const taken: string[] = [];
  const insertPictures = (files: readonly File[]) => taken.push(...files.map(({ name }) => name));
  return { view: mount(doc(p("a<a>")), { insertPictures }), taken };
}

function paste(data: DataTransfer) {
  const { view, taken } = taking();
  const event = new ClipboardEvent("paste", { clipboardData: data });
  const isTaken = view.someProp("handlePaste", (handle) =>
    handle(view, event, view.state.doc.slice(0, 0)),
  );
  expectState(view.state, doc(p("a<a>")));
  return { taken, isTaken: isTaken === true };
}

function drop(data: DataTransfer, moved = false) {
  const { view, taken } = taking();
  // happy-dom's DragEvent has no dataTransfer of its own.
  const event = Object.assign(new DragEvent("drop"), { dataTransfer: data });
  const isTaken = view.someProp("handleDrop", (handle) =>
    handle(view, event, view.state.doc.slice(0, 0), moved),
  );
  return { taken, isTaken: isTaken === true };
}

describe("pictureFiles", () => {
  const pictures = [file("a.jpg", "image/jpeg"), file("b.png", "image/png")];

  it("takes pasted pictures, and of mixed files only these", () => {
    expect(paste(carrying(pictures))).toEqual({ taken: ["a.jpg", "b.png"], isTaken: true });
    const mixed = carrying([file("n.txt", "text/csv"), ...pictures]);
    expect(paste(mixed).taken).toEqual(["a.jpg", "b.png"]);
  });

  it("leaves a paste without pictures, or with text beside them, to the editor", () => {
    expect(paste(carrying([]))).toEqual({ taken: [], isTaken: false });
    expect(paste(carrying([file("a.pdf", "application/pdf")])).isTaken).toBe(false);
    expect(paste(carrying(pictures, "words"))).toEqual({ taken: [], isTaken: false });
  });

  it("takes dropped pictures, not what is moved inside the story", () => {
    expect(drop(carrying(pictures))).toEqual({ taken: ["a.jpg", "b.png"], isTaken: true });
    expect(drop(carrying(pictures), true)).toEqual({ taken: [], isTaken: false });
    expect(drop(carrying([]))).toEqual({ taken: [], isTaken: false });
  });
});
