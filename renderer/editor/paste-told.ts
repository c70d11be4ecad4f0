// What a paste or a drop leaves behind is said: files that are no pictures, and the pictures of a web
// page or a word processor's text, of which the clipboard has no more than an address.

import { Plugin } from "prosemirror-state";

/** But for what a page counts its readers by: a picture of one pixel. */
const picture = /<img(?=[\s/>])(?![^>]*\s(?:width|height)="?[01]["\s/>])/i;

export function pasteTold(tell: (text: string) => void): Plugin {
  let hasPictures = false;
  return new Plugin({
    props: {
      transformPastedHTML: (html) => {
        hasPictures = picture.test(html);
        return html;
      },
      handlePaste: (_, event) => {
        const left = leftBehind(event.clipboardData, hasPictures);
        if (left !== null) tell(left);
        hasPictures = false;
        return false;
      },
      handleDrop: (_, event, _slice, isMoved) => {
        const left = isMoved ? null : leftBehind(event.dataTransfer, hasPictures);
        if (left !== null) tell(left);
        hasPictures = false;
        return false;
      },
    },
  });
}

function leftBehind(data: DataTransfer | null, hasPictures: boolean): string | null {
  const files = [...(data?.files ?? [])];
  const hasText = data?.types.includes("text/plain") ?? false;
  const others = files.filter((file) => !file.type.startsWith("image/"));
  // A word processor puts files beside the text itself, and a browser a picture beside its address.
  if (!hasText && others.length > 0) {
    return `${named(others)} not inserted. Stet takes words and pictures.`;
  }
  return hasPictures && (hasText || files.length === 0)
    ? "The pictures in it were not pasted: only their addresses were copied. Insert them from files."
    : null;
}

function named([first, ...more]: readonly File[]): string {
  const name = `“${first?.name ?? ""}”`;
  if (more.length === 0) return `${name} was`;
  return `${name} and ${more.length === 1 ? "another file" : `${more.length} other files`} were`;
}
