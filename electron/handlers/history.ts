import { parseArticle } from "../../article/format";
import { ok, type Result } from "../../article/result";
import type { Article } from "../../article/article";
import type { Handlers } from "../ipc";
import type { Opener } from "../opener";
import type { History } from "../storage/history";
import type { Recovery } from "../storage/recovery";
import type { OpenStory } from "../stories";

interface Means {
  readonly history: History;
  readonly recovery: Recovery;
  readonly opener: Opener;
}

type Names = "versions" | "readVersion" | "nameVersion" | "openVersion" | "seal" | "loadTheirs";

export function historyHandlers({ history, recovery, opener }: Means): Pick<Handlers, Names> {
  const read = async ({ articleId }: OpenStory, id: string): Promise<Result<Article>> => {
    const text = await history.read(articleId, id);
    return text.ok ? parseArticle(text.value, "earlier version") : text;
  };
  const keepNow = ({ articleId }: OpenStory, text: string, kind: "filed" | "discarded") =>
    history.keep(articleId, { text, time: new Date().toISOString(), kind });

  return {
    versions: ({ articleId }) => history.list(articleId),

    readVersion: read,

    nameVersion: ({ articleId }, id, name) => history.rename(articleId, id, name),

    async openVersion(story, id) {
      const article = await read(story, id);
      if (!article.ok) return article;
      opener.openCopy(article.value, story);
      return ok(null);
    },

    seal: (story, { text }) => keepNow(story, text, "filed"),

    loadTheirs: (story, { text }) =>
      opener.loadAnew(story, async () => {
        const kept = await keepNow(story, text, "discarded");
        return kept.ok ? recovery.drop(story.id) : kept;
      }),
  };
}
