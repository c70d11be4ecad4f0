import { byThornwick, type SamplePicture } from "./sample-picture";

const place = { city: "Port Arlen", country: "United Kingdom" };

export const bridgeAtDawn: SamplePicture = {
  ...byThornwick,
  ...place,
  file: "harbour-bridge-dawn.jpg",
  headline: "Port Arlen harbour bridge reopens",
  caption:
    "People cross the harbour bridge in Port Arlen early on Saturday, 14 November 2026, the morning it reopened to walkers.",
  alt: "Silhouettes of many walkers on a bridge of three steel arches at sunrise, seen from a quay where a family looks on.",
  extended:
    "The bridge runs from the left edge into the distance towards a low sun. Its three arches stand on two piers in calm water. A man in a hat, a woman and a child watch from a stone quay in the left foreground; three fishing boats lie at anchor; a church spire rises from the far shore.",
  created: "2026-11-14T07:41:00+00:00",
  keywords: ["Port Arlen", "harbour bridge", "reopening", "sunrise"],
  translations: {
    es: "Vecinos de Port Arlen cruzan el puente del puerto a primera hora del sábado 14 de noviembre de 2026, el día en que reabrió a los peatones.",
  },
  telltale: true,
  quality: 78,
};

export const ferryAtDusk: SamplePicture = {
  ...byThornwick,
  ...place,
  file: "harbour-ferry-dusk.webp",
  headline: "The Marigold at the town jetty",
  caption:
    "Passengers wait for the _Marigold_ at the town jetty on Friday, 13 November 2026. The ferry stood in for the bridge while it was closed.",
  alt: "A small yellow ferry hung with pennants and full of passengers lies off a lamplit jetty at dusk; behind it, the arches of the bridge.",
  extended:
    "Five people, one of them a child, stand at the rail of a wooden jetty on the right under a street lamp. The ferry’s windows are lit. Houses and a church climb the left shore; work lights and scaffolding can be seen at a pier of the bridge.",
  created: "2026-11-13T16:52:00+00:00",
  keywords: ["Port Arlen", "ferry", "Marigold", "dusk"],
  quality: 84,
};
