import { byMontsol, type SamplePicture } from "./sample-picture";

const place = { city: "Ribalmar", country: "España" };

export const marketFront: SamplePicture = {
  ...byMontsol,
  ...place,
  file: "mercado-fachada.jpg",
  headline: "El mercado central de Ribalmar",
  caption:
    "Compradores ante la fachada del mercado central de Ribalmar, en la mañana del martes 17 de noviembre de 2026.",
  alt: "Fachada de ladrillo rojo de un mercado modernista, con un gran ventanal en abanico, dos torres y puestos de fruta bajo toldos; varias personas cruzan la plaza.",
  extended:
    "El reloj del ventanal marca las nueve y diez. A ambos lados de la entrada hay palmeras y toldos a rayas; en primer plano, una bicicleta roja de reparto cargada de naranjas y unas palomas.",
  created: "2026-11-17T09:10:00+01:00",
  keywords: ["Ribalmar", "mercado central", "comercio local", "fachada"],
  translations: {
    en: "Shoppers outside the central market of Ribalmar on the morning of Tuesday, 17 November 2026.",
  },
  quality: 77,
};

export const fruitStall: SamplePicture = {
  ...byMontsol,
  ...place,
  file: "mercado-puesto.jpg",
  headline: "Un puesto de fruta del mercado central",
  caption:
    "Amparo Lledó, tras el mostrador del puesto 47, que heredó de su abuela, el martes 17 de noviembre de 2026.",
  alt: "Una mujer con delantal verde sonríe tras un mostrador con tres filas de cajas de fruta y verdura, bajo un toldo de rayas rojas y blancas.",
  extended:
    "Sobre el toldo, un letrero dice «Frutas 47» y se ven los arcos de hierro de la nave. Cada caja lleva un cartel con el precio, de 0,95 a 3,20 euros; a la derecha, una balanza con limones.",
  created: "2026-11-17T10:25:00+01:00",
  keywords: ["Ribalmar", "mercado central", "frutería", "puesto"],
  translations: {
    en: "Amparo Lledó behind the counter of stall 47, which she inherited from her grandmother, on Tuesday, 17 November 2026.",
  },
  quality: 64,
};
