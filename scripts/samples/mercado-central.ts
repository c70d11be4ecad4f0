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
import { fruitStall, marketFront } from "./mercado-central-pictures";

export const mercadoCentral: SampleStory = {
  id: "c81f6d0a-94b7-4e6c-8a15-2f3d9b70e5a4",
  metadata: {
    ...emptyMetadata,
    slug: "mercado-central",
    section: "Economía local",
    keywords: ["Ribalmar", "mercado central", "comercio local", "horarios"],
    language: "es-ES",
    source: "Agencia Faro Sur",
    publisher: "El Eco de Ribalmar",
    created: "2026-11-17T08:10:00+01:00",
    modified: "2026-11-17T12:35:00+01:00",
    published: "2026-11-17T13:00:00+01:00",
    urgency: 5,
    editorsNote:
      "Noticia de muestra: Ribalmar, sus vecinos y Faro Sur son inventados. Se ampliará con la firma del convenio, el 1 de diciembre.",
    copyright: "© 2026 Agencia Faro Sur",
    usageTerms: "Texto de muestra, de uso libre según la licencia MIT.",
    licence: "https://opensource.org/license/mit",
  },
  content: doc(
    kicker("Comercio local"),
    headline("El mercado central de Ribalmar abrirá por las tardes por primera vez en 112 años"),
    standfirst(
      "Los placeros aprueban, por 61 votos contra 27, ampliar el horario tres días por semana desde enero. El Ayuntamiento pagará la luz y la limpieza; los puestos que atiende una sola persona temen no dar abasto.",
    ),
    byline("Por Inés Barranco, Agencia Faro Sur"),
    opening(
      "RIBALMAR, 17 de noviembre",
      `El mercado central de Ribalmar, que desde 1914 baja la persiana a las dos y media, abrirá
      también por las tardes a partir de enero. Los titulares de sus 88 puestos lo decidieron el
      lunes por la noche en una asamblea de casi cuatro horas, con 61 votos a favor y 27 en contra.`,
    ),
    paragraphs(`
      El nuevo horario —de cinco a nueve los martes, jueves y viernes— entrará en vigor el 12 de enero
      y se probará durante **seis meses**. Si en julio las ventas de la tarde no llegan al 15 % del
      total, el mercado volverá a cerrar a mediodía, según el acuerdo, al que ha tenido acceso Faro
      Sur.
    `),
    figure(marketFront),
    subhead("Pescado fresco, pero a otra hora"),
    paragraphs(`
      La propuesta partió de la asociación de placeros, que lleva años perdiendo socios. En la última
      década han cerrado 31 puestos y solo uno de cada cinco clientes tiene menos de cuarenta años,
      de acuerdo con [una encuesta del propio mercado](https://mercado.example.org/encuesta).
    `),
    quote(
      [
        "Mi madre vendía a mujeres que llegaban a las nueve de la mañana con la cesta. Hoy esas mujeres trabajan, y sus hijas también.",
        "No es que la gente no quiera pescado fresco: es que, a la hora a la que puede venir, nosotros ya hemos fregado el suelo.",
      ],
      {
        speaker: "Remedios Galán",
        role: "pescadera y presidenta de la asociación de placeros",
      },
    ),
    paragraphs(`
      No todos lo ven igual. De los 88 puestos, 34 los atiende una sola persona, y de ahí salieron
      casi todos los votos contrarios. «Yo me levanto a las tres para ir a la lonja. Si cierro a las
      nueve de la noche, ¿cuándo duermo?», preguntó en la asamblea Braulio Sentís, de 61 años, que
      vende marisco desde 1988.
    `),
    pullquote("«Si cierro a las nueve de la noche, ¿cuándo duermo?»"),
    subhead("Lo que pone el Ayuntamiento"),
    paragraphs(`
      El pleno aprobó en octubre una partida de 184.000 euros al año para acompañar el cambio. El
      convenio, que se firmará el 1 de diciembre, recoge cuatro medidas:
    `),
    bullets(
      "**Alumbrado y limpieza** del turno de tarde, con cargo al presupuesto municipal.",
      "**Una rebaja del 30 %** en la tasa de los puestos que no tienen empleados.",
      "**Una cámara frigorífica común** de 60 metros cúbicos en el sótano.",
      "**Reparto a domicilio** en bicicleta hasta las diez de la noche.",
    ),
    paragraphs(`
      «No queremos un mercado de recuerdos para turistas», dijo la concejala de Comercio, Nuria
      Valbuena. «Queremos que quien sale de trabajar a las seis pueda comprar medio kilo de
      boquerones».

      Amparo Lledó, de 34 años, votó que sí con una condición: «Que el Ayuntamiento no se canse antes
      que nosotros». Atiende sola el puesto 47, de fruta, y ha hecho cuentas: tendrá que contratar a
      alguien doce horas por semana y vender unos noventa kilos más para pagarlo.
    `),
    figure(fruitStall),
    subhead("Hierro, ladrillo y una campana"),
    paragraphs(`
      El edificio se levantó entre 1911 y 1914 según los planos del arquitecto municipal Aurelio
      Quintanar. Desde entonces, una campana avisa del cierre a las 14.25. Solo ha callado dos veces:
      durante la riada de 1962 y cuando se cambió la cubierta, en 1994, un silencio al que _El Eco de
      Ribalmar_ dedicó [un editorial](https://eco.example.org/1994/campana) de luto.
    `),
    divider(),
    paragraphs(`
      A la salida de la asamblea, pasada la medianoche, alguien la hizo sonar. «Para que se vaya
      acostumbrando —dijo Galán, con las llaves en la mano—: en enero le toca doblar turno».
    `),
  ),
};
