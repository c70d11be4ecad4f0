// From stories to markup and back. Needs a DOM (`@vitest-environment happy-dom`).

import { DOMParser as Parser, DOMSerializer } from "prosemirror-model";
import { expect } from "vitest";
import { schema } from "../../renderer/blocks/schema";
import { storyBody } from "../../renderer/export/body";
import { htmlText } from "../../renderer/lib/html";
import { doc, p, type Part, type Story } from "./build";
import { mount } from "./keyboard";

const page = { language: "en", pictureUrl: (media: string): string => `media/${media}` };

/** Copied out of the editor and read again, the story is the same to the last attribute. */
export function expectRoundTrip({ doc: story }: Story): void {
  const place = document.createElement("div");
  place.append(DOMSerializer.fromSchema(schema).serializeFragment(story.content));
  const text = place.innerHTML;
  expect(bodyOf(text, true)).toEqual(story.content.toJSON());
}

/** What `storyBody` writes of the body, header fields left out. */
export function bodyHtml({ doc: story }: Story): string {
  return htmlText(storyBody(story, page).body);
}

export function headerHtml({ doc: story }: Story): string {
  return htmlText(storyBody(story, page).header);
}

export function expectHtml(story: Story, html: string): void {
  expect(bodyHtml(story)).toBe(html);
}

/** Blocks pasted from our own page, between paragraphs, are the blocks that the page was made of. */
export function expectPageRoundTrip(...blocks: readonly Part[]): void {
  const story = doc(p("before"), ...blocks, p("behind"));
  expectPasted(bodyHtml(story), story);
}

/** What the editor makes of foreign markup that is pasted over an empty story's first paragraph. */
export function pasted(html: string): Story {
  const view = mount(doc(p("<a>")));
  view.pasteHTML(html, new ClipboardEvent("paste"));
  view.state.doc.check();
  return { doc: view.state.doc, tags: {} };
}

export function expectPasted(html: string, expected: Story): void {
  const story = pasted(html);
  expect(story.doc.toString()).toBe(expected.doc.toString());
  expect(story.doc.toJSON()).toEqual(expected.doc.toJSON());
}

/** prosemirror-view keeps white space when it reads what it copied itself. */
function bodyOf(html: string, preserveWhitespace = false): unknown {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return Parser.fromSchema(schema).parse(body, { preserveWhitespace }).content.toJSON();
}
