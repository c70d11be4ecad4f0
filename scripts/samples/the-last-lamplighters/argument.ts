import type { StoryNode } from "../../../article/article";
import { bullets, paragraphs, pullquote, quote, subhead } from "../build-story";

export const argument: readonly StoryNode[] = [
  subhead("The sum"),
  ...paragraphs(`
    Owen Brandt has heard the story of the clapping. He has heard it at fourteen public meetings, and he
    says that he likes it better every time. Brandt, 39, is the council’s cabinet member for climate.
    He rents two rooms on the Hill with a gas lamp outside the bedroom window, and it was he who wrote
    the proposal to convert it.

    His case is a short one. A lamp burns about 800 cubic metres of gas a year and gives off 1.6 tonnes
    of carbon dioxide. Together the 311 account for just under 500 tonnes, which is less than one per
    cent of what the city emits but six per cent of what the council does, for light that falls on
    fewer than one street in ten. Each costs £1,040 a year in gas, glass, mantles and wages, or
    £323,000 in all. An LED lantern costs £74. The conversion is priced at £716,000 and would pay for
    itself in three years.

    The figures are [on the council’s website](https://ostrey.example.org/lamps/figures), down to the
    vinegar. In two years of argument no one has found a mistake in them.
  `),
  quote(
    [
      "Nobody has ever come up to me and said, your numbers are wrong. They say, I proposed to my wife under that lamp. I can’t put that in a spreadsheet. I want it noted that I tried.",
    ],
    { speaker: "Owen Brandt", role: "cabinet member for climate, Ostrey City Council" },
  ),
  ...paragraphs(`
    The people who come up to him are, as a rule, members of the Mantle Society, which was founded in
    a pub in 2019 and can fill the Guildhall. Its chair, Harriet Voss, is an architect. She does not
    dispute the carbon either; she would rather that the council looked for it in its own boilers. What
    she disputes is a word. The lamps on the Hill were listed in 1988, and the officers’ report says
    that conversion will “retain the listed asset”. The listing covers posts, brackets and lanterns. It
    had not occurred to anybody to mention the light.

    “It is like promising to keep a piano and only take out the strings,” Voss said. Her
    [petition](https://mantle.example.org/petition), with 9,300 signatures, went to the town hall on
    a handcart in September. On the night of the vote an amendment to spare a further 122 lamps was
    lost by 22 to 21.
  `),
  subhead("What the vote left"),
  ...paragraphs(`
    Under the plan as it was passed, three groups of lamps stay on gas:
  `),
  bullets(
    "**Weighhouse Square**, 22 lamps, among them the posts of the first twelve.",
    "**St Bride’s Steps**, 31 lamps, still to be lit by hand.",
    "**Cathedral Close**, 11 lamps, at the request and partly at the expense of the dean and chapter.",
  ),
  ...paragraphs(`
    Sixty-four lamps are work for two people. Rao calls it the zoo. He has already applied for a job
    inspecting wind turbines, where the ladders are inside and a hundred metres long, and where, he
    says, at least everything is meant to go round.

    “They look after them very well in a zoo,” Marsh said. “Nobody’s saying they don’t.”
  `),
  subhead("No breath"),
  ...paragraphs(`
    The lantern that is to replace lamp 214 was designed by Dr Amara Nwosu, a lighting engineer, who
    spent three weeks of nights in Cord Lane with a folding chair, a flask and a spectrometer before she drew
    a line of it. On the first of those nights she asked to be taught to light the real thing. Marsh,
    who had meant to dislike her, found herself holding the ladder.

    Nwosu’s lamp is not the white glare of the east bank. Its four emitters hang where the mantles
    hung, at 2,400 kelvin, warmer than most living rooms, and they dim by half at midnight. One has
    been on trial in Cord Lane since February, in lantern 188, and the neighbours were not told which
    lantern that was. In June students hired by the council stopped 40 people there, pointed at four
    lamps and asked which was the electric one. Thirteen got it right. Guessing would have given ten.

    Then Nwosu put the same question to the lamplighters, one at a time, led
    up to it with a scarf over their eyes. All five pointed to 188 before the scarf was quite off.

    “No breath,” said Marsh, when she was asked how. Ingleby, asked separately, said the same, and so
    did the other three. Gas moves. At about six, when the Hill starts to cook its supper, the pressure
    in the main falls and the lamps go down together by a shade that no meter in the office would call
    significant. At half past seven they come up again. On Christmas Day, according to Tully, you can
    watch the turkeys going in.

    Nwosu went home and wrote a program that would make her lamp do it. It took a month. It was, she
    said, perfect, and she ran it for a week and switched it off.
  `),
  quote(
    [
      "I could have made it so that even Delia would never have known. And I stood underneath it and thought: that is the one thing that it mustn’t do.",
      "A light can be low, it can be warm, it can be kind to old stone. It shouldn’t pretend to be alive.",
    ],
    { speaker: "Dr Amara Nwosu", role: "lighting engineer" },
  ),
  ...paragraphs(`
    There remained the moths. Gaslight has a name for being gentle on the night, and the Society had
    hoped that Dr Philippa Lunt, an entomologist at the university, would say so under oath. Every
    summer since 2017 Lunt has stood in Tenter Row with a red torch and a clicker. In an average hour a
    gas lamp there draws nine moths, a white lantern on the east bank 31, and lamp 188, over one season,
    ten.

    “I was hoping for a scandal,” she said. “I got a rounding error.” But there is a scandal, she went
    on, and it has 9,400 posts and stands across the river, and nobody has ever filled the Guildhall
    about that.
  `),
  pullquote(
    "“A light can be low, it can be warm, it can be kind to old stone. It shouldn’t pretend to be alive.”",
  ),
  subhead("Both sides of Tenter Row"),
  ...paragraphs(`
    Marguerite Dunn lives at number nine. She is a night nurse at the infirmary, and so she leaves home
    in lamplight and, for half of the year, comes back in it. One morning in January 2024 she went down
    on the ice between lamps 216 and 217, broke her wrist, and lay there for 20 minutes.

    “It’s a beautiful light to lie in,” she said. “I’d rather have been seen.”

    She said so again at the council meeting, for the conversion, with four of the lamplighters in the
    gallery above her. Two evenings later Marsh rang the bell at number nine. She had not come to argue;
    she had a sack of grit. The gap between 216 and 217 has been gritted before every frost since then,
    which is in nobody’s job description, and the two women have tea on Sundays. They have not changed
    each other’s minds.

    At the bottom of Cord Lane, Yusuf Karim sells milk, postcards of gas lamps and LED bulbs. Of the
    three only the milk, he said, brings people back. The visitors come at dusk, buy one card between
    two of them and return to their hotels over the river. He would like to see the labels on his own
    shelves without a torch. And yet. “I lock up at eleven and there’s that hiss, all the way down the
    lane. My wife says that it’s the sound of nothing happening.”

    When the council wrote to the 1,900 households of the Hill last year, 1,240 answered. Of those, 52
    per cent were for the conversion, 41 per cent were against it and the rest could not say. Asked on
    the next line whether they would be sorry to see the gaslight go, 77 per cent ticked yes.
  `),
];
