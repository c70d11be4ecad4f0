import { emptyMetadata } from "../../article/metadata";
import {
  bullets,
  byline,
  divider,
  doc,
  figure,
  headline,
  kicker,
  opening,
  paragraphs,
  pullquote,
  quote,
  standfirst,
  subhead,
  type SampleStory,
} from "./build-story";
import { bridgeAtDawn, ferryAtDusk } from "./harbour-bridge-pictures";

export const harbourBridge: SampleStory = {
  id: "5b0c1c52-3a5e-4f0b-9d0e-7a4f2c8e61d3",
  metadata: {
    ...emptyMetadata,
    slug: "harbour-bridge",
    section: "Local news",
    keywords: ["Port Arlen", "harbour bridge", "transport", "ferry"],
    language: "en-GB",
    source: "Northlight News",
    publisher: "The Port Arlen Courier",
    created: "2026-11-14T06:20:00+00:00",
    modified: "2026-11-14T11:42:00+00:00",
    published: "2026-11-14T12:00:00+00:00",
    urgency: 4,
    editorsNote:
      "Sample story: Port Arlen, its people and Northlight News are invented. A new lead will follow the council’s vote on the ferry on 3 December.",
    copyright: "© 2026 Northlight News",
    usageTerms: "Sample text, free for any use under the MIT licence.",
    licence: "https://opensource.org/license/mit",
  },
  content: doc(
    kicker("Transport"),
    headline("Port Arlen walks back across its bridge after 579 days"),
    standfirst(
      "The harbour bridge, shut in April last year when divers found a cracked pier, reopened on Saturday. Before the first bus came the whole town, on foot.",
    ),
    byline("By Mara Ellison, Northlight News"),
    opening(
      "PORT ARLEN, 14 November",
      `The first person across Port Arlen’s harbour bridge in 579 days was a baker. Tomas Reed pushed
      his bicycle past the barrier at 7.04 on Saturday morning with 60 warm rolls in the basket, and
      some 3,000 people followed him.`,
    ),
    paragraphs(`
      The bridge carries the only direct road between the old town and the east shore. It was closed
      on 14 April last year, hours after divers on a routine inspection found a crack more than two
      metres long in one of the two piers that stand in the harbour.

      The repair cost **£23.6 million**, £1.9 million less than the county council had set aside, and
      ended nine days ahead of the [schedule published in spring](https://bridge.example.org/schedule).
    `),
    figure(bridgeAtDawn),
    subhead("An hour without engines"),
    paragraphs(`
      Cars and buses were held back until 8.15 so that residents could have the roadway to
      themselves. They came with prams, dogs and a brass band. Two students carried a sofa to the
      middle of the centre span, sat on it for one photograph and carried it home again.

      For most of those who crossed, the closure had been counted in miles. By road the two shores
      have been 14 miles apart ever since, round the head of the inlet.
    `),
    quote(
      [
        "I was brought home over this bridge the week I was born, in the cab of a coal lorry. Last year was the first time in my life that I had to go round.",
        "Fourteen miles to see my own sister. From my kitchen I can see her washing on the line.",
      ],
      { speaker: "Ada Fenwick", role: "retired ferry clerk, 81" },
    ),
    subhead("What was mended"),
    paragraphs(`
      Divers, welders and riggers worked in two shifts, at the busiest time 140 of them. The
      council’s engineers list four main jobs:
    `),
    bullets(
      "**The eastern pier** now stands on 38 new steel piles, driven 31 metres down to bedrock.",
      "**All 96 hangers**, the rods that hold the deck under its three arches, were replaced, one pair at a time.",
      "**The footways** are 2.4 metres wide instead of 1.5.",
      "**The deck lamps** are shielded, so that they no longer shine on the bank where seals haul out.",
    ),
    paragraphs(`
      Ruben Aldous, the council’s chief engineer, called the crack a piece of luck. “We found it at
      two metres,” he said. “There was a proposal to put that inspection off until the autumn. I
      would not have liked to meet the same crack in a November gale.”
    `),
    pullquote("“From my kitchen I can see her washing on the line.”"),
    subhead("Last boat at 10.40"),
    paragraphs(`
      The reopening ends the short career of the _Marigold_, the second-hand passenger ferry that
      stood in for the bridge from June last year and carried 412,000 people. Her last sailing is at
      10.40 on Sunday night.

      Councillors will decide on 3 December whether to keep her as a weekend service. The
      [chamber of trade](https://chamber.example.org) is in favour: shops in the old town lost a
      third of their custom in the first weeks of the closure, it says, and won half of that back
      once the boat began to run.
    `),
    figure(ferryAtDusk),
    paragraphs(`
      “I have looked at this town from the water every day for a year and a half,” said Jonah Pryce,
      her skipper. “It’s better-looking than it thinks.”
    `),
    divider(),
    paragraphs(`
      Lorries over 18 tonnes stay barred until load tests end on 30 November. Buses 4 and 7 are back
      on their old route, with [new timetables](https://buses.example.org) from Saturday.

      At 8.15 the barriers were wheeled aside and the first number 4 rolled on to the deck, its horn
      held down for the full 340 metres. It was, a passenger pointed out, four minutes late.
    `),
  ),
};
