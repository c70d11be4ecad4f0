import { emptyMetadata } from "../../article/metadata";
import { byline, doc, headline, kicker, standfirst, type SampleStory } from "./build-story";
import { argument } from "./the-last-lamplighters/argument";
import { evening } from "./the-last-lamplighters/evening";
import { history } from "./the-last-lamplighters/history";
import { morning } from "./the-last-lamplighters/morning";

export const theLastLamplighters: SampleStory = {
  id: "2e97d4b1-60c8-4f3a-b7d2-91e5a08c4f76",
  metadata: {
    ...emptyMetadata,
    slug: "the-last-lamplighters",
    section: "Weekend",
    keywords: ["Ostrey", "gas lamps", "lamplighters", "street lighting", "heritage", "climate"],
    language: "en-GB",
    source: "Northlight News",
    publisher: "The Ostrey Ledger",
    created: "2026-10-30T15:20:00+00:00",
    modified: "2026-11-20T17:48:00+00:00",
    published: "2026-11-21T05:00:00+00:00",
    urgency: 6,
    editorsNote:
      "Sample story: Ostrey, its people and Northlight News are invented. Long read for the weekend of 21 November; not to run after 2 December without a new last paragraph.",
    copyright: "© 2026 Northlight News",
    usageTerms: "Sample text, free for any use under the MIT licence.",
    licence: "https://opensource.org/license/mit",
  },
  content: doc(
    kicker("The long read"),
    headline("The last lamplighters"),
    standfirst(
      "For almost 200 years the old town of Ostrey has been lit by gas. Five people keep its 311 lamps burning. From April most of the lamps will go electric, and a way of looking at a street will go with them.",
    ),
    byline("By Ruth Carrow, Northlight News"),
    evening,
    history,
    argument,
    morning,
  ),
};
