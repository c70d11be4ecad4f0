import type { SampleStory } from "./build-story";
import { harbourBridge } from "./harbour-bridge";
import { mercadoCentral } from "./mercado-central";
import { theLastLamplighters } from "./the-last-lamplighters";

export const stories: readonly SampleStory[] = [harbourBridge, mercadoCentral, theLastLamplighters];
