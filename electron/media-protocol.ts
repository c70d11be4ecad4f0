import { protocol } from "electron";
import { isMediaName, mediaScheme, mediaType, type MediaName } from "../article/media";
import type { Result } from "../article/result";
import type { Stories } from "./stories";

/** Serves a story's pictures to its page, straight from the story's file or the profile's pool. */
export function serveMedia(
  stories: Stories,
  readPicture: (documentId: string, name: MediaName) => Promise<Result<Uint8Array>>,
): void {
  protocol.handle(mediaScheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    const name = pathname.slice(1);
    const isKnown = request.method === "GET" && isMediaName(name) && stories.ofId(host) !== null;
    const picture = isKnown ? await readPicture(host, name) : null;
    if (!picture?.ok) return new Response(null, { status: 404 });
    return new Response(picture.value as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": mediaType(name),
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        // Named by their content, so they never change.
        "cache-control": "private, max-age=31536000, immutable",
      },
    });
  });
}
