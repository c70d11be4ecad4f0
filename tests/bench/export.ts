// Stories of 1,000 words to complete HTML pages. Time is the processor's, so that another program on
// the machine takes nothing from it; the floor is JSON.parse and JSON.stringify of the same article.

import type { Article } from "../../article/article";
import type { Bench } from "./bench";
import { plainFigure, ratioFigure, type Aim, type Figure } from "./figure";
import { inTurns, type Measure } from "./pairs";
import { valueOf } from "./story-files";

const perSecond = { name: "a second", digits: 0 };
const milliseconds = { name: "ms", digits: 3 };
const aim = { atLeast: 1000 };
const options = { pictureUrl: (media: string) => `media/${media}`, picturesBeside: true };

interface Way {
  readonly name: string;
  readonly aim: Aim | null;
  readonly once: () => unknown;
}

export const exporting: Bench = {
  name: "export",
  async run({ product, stories, isQuick }) {
    const { path, text } = stories.short;
    const article = valueOf(product.parseArticle(text, path));
    const doc = valueOf(product.docOf(article, path));
    const pageOf = (story: Article): string =>
      product.storyPage(valueOf(product.docOf(story, path)), options);
    const ways: readonly Way[] = [
      { name: "the editor’s document", aim, once: () => product.storyPage(doc, options) },
      { name: "an article in memory", aim, once: () => pageOf(article) },
      {
        name: "the .stet file",
        aim: null,
        once: async () => pageOf(valueOf(await product.readStory(path)).article),
      },
    ];
    const figures: Figure[] = [];
    for (const { name, aim: limit, once } of ways) {
      const pairs = await inTurns(
        isQuick ? 5 : 40,
        cpu(once),
        cpu(() => copyJson(text)),
      );
      const counted = pairs.slice(1);
      const speeds = counted.map(({ ours }) => 1000 / ours);
      figures.push(
        plainFigure(`Export from ${name}`, speeds, perSecond, limit),
        ratioFigure(`Export from ${name}`, counted, (ms) => ms, "JSON and back", {
          unit: milliseconds,
        }),
      );
    }
    return figures;
  },
};

function copyJson(text: string): string {
  return JSON.stringify(JSON.parse(text));
}

const repetitions = 100;

/** Processor time of one repetition, all threads (a garbage collector has its own) taken together. */
function cpu(once: () => unknown): Measure<number> {
  return async () => {
    const before = process.cpuUsage();
    for (let i = 0; i < repetitions; i++) await once();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / repetitions;
  };
}
