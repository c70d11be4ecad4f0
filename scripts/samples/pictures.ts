import { bridgeAtDawn, ferryAtDusk } from "./harbour-bridge-pictures";
import { fruitStall, marketFront } from "./mercado-central-pictures";
import type { SamplePicture } from "./sample-picture";
import {
  anatomy,
  cordLane,
  gasworks,
  stepsInFog,
  twoLights,
  workbench,
} from "./the-last-lamplighters/pictures";

export const pictures: readonly SamplePicture[] = [
  bridgeAtDawn,
  ferryAtDusk,
  marketFront,
  fruitStall,
  cordLane,
  twoLights,
  workbench,
  anatomy,
  gasworks,
  stepsInFog,
];
