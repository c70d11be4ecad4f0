// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { doc, figure, headline, p } from "../build";
import { carrying, file } from "../clipboard";
import { mount } from "../keyboard";

const files = "not inserted. Stet takes words and pictures.";
const pictures =
  "The pictures in it were not pasted: only their addresses were copied. Insert them from files.";

describe("a paste", () => {
  it("names the files that are no pictures", () => {
    const report = file("report.pdf", "application/pdf");
    expect(told(carrying([report]))).toEqual([`“report.pdf” was ${files}`]);
    expect(told(carrying([report, report]))).toEqual([
      `“report.pdf” and another file were ${files}`,
    ]);
    const quay = file("quay.jpg", "image/jpeg");
    expect(told(carrying([quay, report, report, report]))).toEqual([
      `“report.pdf” and 2 other files were ${files}`,
    ]);
    expect(told(carrying([quay]))).toEqual([]);
    expect(told(carrying([report], "words from it"))).toEqual([]);
  });

  it("says that a page's pictures stay behind, and only those that are to be seen", () => {
    expect(told(carrying([], "Fog"), '<p>Fog<img src="https://x.org/fog.jpg"></p>')).toEqual([
      pictures,
    ]);
    expect(told(carrying([], "Fog"), '<p>Fog<img src="x" width="1" height="1"></p>')).toEqual([]);
    expect(told(carrying([], "Fog"), "<p>Fog &lt;img src=x></p>")).toEqual([]);
  });

  it("says nothing of a picture that comes with its address, as a browser copies it", () => {
    const quay = file("quay.jpg", "image/jpeg");
    expect(told(carrying([quay]), '<img src="https://x.org/quay.jpg">')).toEqual([]);
  });

  it("says that a picture stays behind where only words can stand", () => {
    const from = mount(doc(p("<a>One"), figure(), p("Two<b>")));
    const { dom } = from.serializeForClipboard(from.state.selection.content());
    const sentences: string[] = [];
    const view = mount(doc(headline("a<a>")), { tell: (text) => sentences.push(text) });
    view.pasteHTML(dom.innerHTML, new ClipboardEvent("paste"));
    expect(view.state.doc.child(1).textContent).toBe("aOne Two");
    expect(sentences).toEqual(["The picture was not pasted: here stand only words."]);
  });
});

describe("a drop", () => {
  it("names the files that are no pictures, but not what is moved inside the story", () => {
    const data = carrying([file("report.pdf", "application/pdf")]);
    expect(toldOfDrop(data, false)).toEqual([`“report.pdf” was ${files}`]);
    expect(toldOfDrop(data, true)).toEqual([]);
  });
});

/** What is said of a paste of these files and that markup. */
function told(data: DataTransfer, html?: string): readonly string[] {
  const sentences: string[] = [];
  const view = mount(doc(p("a<a>")), { tell: (text) => sentences.push(text) });
  const event = new ClipboardEvent("paste", { clipboardData: data });
  if (html !== undefined) view.pasteHTML(html, event);
  else view.someProp("handlePaste", (handle) => handle(view, event, view.state.doc.slice(0, 0)));
  return sentences;
}

function toldOfDrop(data: DataTransfer, isMoved: boolean): readonly string[] {
  const sentences: string[] = [];
  const view = mount(doc(p("a<a>")), { tell: (text) => sentences.push(text) });
  // happy-dom's DragEvent has no dataTransfer of its own.
  const event = Object.assign(new DragEvent("drop"), { dataTransfer: data });
  view.someProp("handleDrop", (handle) => handle(view, event, view.state.doc.slice(0, 0), isMoved));
  return sentences;
}
