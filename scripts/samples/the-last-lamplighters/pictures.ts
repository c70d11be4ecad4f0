import { byThornwick, type SamplePicture } from "../sample-picture";

const ostrey = { ...byThornwick, city: "Ostrey", country: "United Kingdom" };

export const cordLane: SamplePicture = {
  ...ostrey,
  file: "lamplighters-cord-lane.jpg",
  headline: "A lamplighter on Cord Lane",
  caption:
    "A lamplighter at work on Cord Lane, Ostrey, at dusk on Thursday, 29 October 2026. Every gas lamp on the Hill is visited by ladder once a fortnight.",
  alt: "A figure in a cap stands on a ladder and reaches into a lit gas lamp; the street runs downhill between terraced houses and more lamps towards a cathedral.",
  extended:
    "The sky is dark blue above and orange at the horizon. Some windows are lit. A few people walk on the pavements under the lamps; the cathedral stands as a silhouette where the street ends.",
  created: "2026-10-29T17:05:00+00:00",
  keywords: ["Ostrey", "gas lamps", "lamplighter", "Cord Lane"],
  quality: 80,
};

export const twoLights: SamplePicture = {
  ...ostrey,
  file: "lamplighters-two-lights.webp",
  headline: "Gaslight and LED light in Ostrey",
  caption:
    "Ostrey from Beacon Hill on the night of 29 October 2026: gaslight on the Hill, left, and LED lamps on the east bank of the Ost.",
  alt: "A city by night, parted by a river: the roofs on the left lie among small golden lights, those on the right among bright white ones. Two people watch from a bench.",
  extended:
    "A waning moon stands over the east bank. A bridge with three arches joins the two halves; a church with a spire rises on the left, the frame of a gasholder on the right.",
  created: "2026-10-29T21:30:00+00:00",
  keywords: ["Ostrey", "street lighting", "gaslight", "LED"],
  digitalSourceType: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
  quality: 86,
};

export const workbench: SamplePicture = {
  ...ostrey,
  file: "lamplighters-workbench.jpg",
  headline: "The lamplighters’ workshop",
  caption:
    "The workshop in Cord Lane. Ten of the brass timers that switch the lamps hang on trial; two are out on the Hill.",
  alt: "A workbench under a window, with a lit lantern, brass rings, a clock, a teapot and two steaming mugs; ten clocks and a board of tools hang on the wall.",
  extended:
    "A red desk lamp lights the bench. Boxes of mantles and glass chimneys stand on a shelf with two small lanterns. Through the window a street lamp glows over misty roofs.",
  created: "2026-10-29T14:40:00+00:00",
  keywords: ["Ostrey", "workshop", "gas lamps", "clocks"],
  quality: 80,
};

export const anatomy: SamplePicture = {
  ...ostrey,
  file: "lamplighters-anatomy.png",
  headline: "The parts of a gas lamp",
  caption:
    "An Ostrey street lamp of the 1870s pattern. The numbers are explained in the list below.",
  alt: "Drawing of a gas street lamp against a dark blue disc, cut open to show its parts, which are numbered from one to nine.",
  extended:
    "1 ventilator, 2 reflector, 3 four mantles, 4 pilot flame, 5 clock, 6 riser, 7 glass panes, 8 ladder bar, 9 service pipe in the post. Four moths circle the lantern.",
  created: "2026-11-02T11:00:00+00:00",
  keywords: ["gas lamp", "diagram", "mantle", "Ostrey"],
  quality: 0,
};

export const gasworks: SamplePicture = {
  ...ostrey,
  file: "lamplighters-gasworks.jpg",
  headline: "The Low Wharf gasworks in 1895",
  caption:
    "The Low Wharf gasworks as they looked in 1895, drawn for this article after a plan in the city record office.",
  alt: "Sepia drawing of a gasworks by a river: two gasholders, three smoking chimneys, a long retort house with lit doorways, and a coal barge in front.",
  extended:
    "A lamplighter reaches up to a lamp on the quay with his pole. Heaps of coal lie beside the building; a man steers the barge; the spire of a church shows in the haze.",
  created: "2026-11-05T10:15:00+00:00",
  keywords: ["Ostrey", "gasworks", "history", "Low Wharf"],
  quality: 70,
};

export const stepsInFog: SamplePicture = {
  ...ostrey,
  file: "lamplighters-steps-fog.jpg",
  headline: "Morning round on St Bride’s Steps",
  caption:
    "Walter Ingleby and Bramble on St Bride’s Steps, early on Friday, 30 October 2026. The lamp on the left is already out.",
  alt: "A man with a long pole and a small dog climb a wide flight of steps in fog; gas lamps burn on both sides, the nearest one on the left is dark.",
  extended:
    "The steps rise between gabled houses towards a cathedral that is only an outline. An iron handrail runs up the middle. One other person comes down from above.",
  created: "2026-10-30T06:38:00+00:00",
  keywords: ["Ostrey", "St Bride’s Steps", "lamplighter", "fog"],
  quality: 76,
};
