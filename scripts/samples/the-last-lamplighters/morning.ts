import type { StoryNode } from "../../../article/article";
import { divider, figure, paragraphs, pullquote, quote, subhead } from "../build-story";
import { stepsInFog } from "./pictures";

export const morning: readonly StoryNode[] = [
  subhead("The apprentice"),
  ...paragraphs(`
    Kit Ashdown was halfway through a degree in sound engineering when a friend sent him the
    advertisement, as a joke. That was in February 2025. He started on Monday, 3 March, and spent his
    first fortnight learning to carry a ladder through a crowd without being noticed, which Ingleby
    holds to be the whole of the trade, the rest of it being gas.

    He has not quite left the other trade. On each of his rounds Ashdown sets a small recorder on the
    ladder bar and lets it run for one minute. By the end of October he had 140 lamps, each filed under
    its number, with the date, the weather and the pressure in the main. He played some of them in the
    yard, on a speaker the size of an egg: lamp 12, in Weighhouse Square, steady as a tap in a distant
    bathroom; lamp 97, which had water in its pipe, a kettle with a stammer; lamp 203, on a corner, in
    a wind, which sounded like somebody turning the pages of a newspaper and not finding it.

    He means to have all 311 before 5 April. The record office has asked for them. “We’ve got a picture
    of every lamp in this city, from four sides,” Shaw said. “In two hundred years it didn’t cross
    anybody’s mind to keep the noise.”

    One of the two remaining posts will probably be Marsh’s, and the other one his. It does not trouble
    him that the trade he is learning might be over before he has qualified in it.
  `),
  quote(
    [
      "People tell me that I’m learning the last of something. What I’ve actually learned is to be in the same street at the same time every day and look at it. I know which gutter is going to go. I know who hasn’t drawn their curtains.",
      "There must be a job like that somewhere. If there isn’t, there ought to be.",
    ],
    { speaker: "Kit Ashdown", role: "apprentice lamplighter" },
  ),
  ...paragraphs(`
    It is not an idle remark. In the yard there is a ledger, kept since 1931, in which lamplighters
    write down what they see on their rounds that has nothing to do with lamps. The hands change and
    the entries hardly do. _Cellar flap open, 14 Cord Lane. Mrs P. not at window. Smell of burning, told
    constable. Boy on roof, got him down._ Over the past ten years, by Ashdown’s count, the yard has
    found three gas leaks, two fires, one burst main and eight people who were lying on the floor of
    their own homes and could not reach a telephone. The lamps report their own faults on the east bank.
    They do not report anybody else’s.

    Brandt knows about the ledger; it was Marsh who sent him a copy. He thinks that it is the best
    argument he has been given against himself, and is trying to find the money for what he calls a
    street warden and what Marsh calls a lamplighter without a lamp.
  `),
  pullquote("“I know which gutter is going to go. I know who hasn’t drawn their curtains.”"),
  subhead("Putting out"),
  ...paragraphs(`
    Lamps that are lit by hand must be put out by hand, and on the Friday it was Ingleby’s turn. At
    twenty past six in the morning there was fog up from the river, so thick on the Steps that the Hill
    seemed to begin at about the fortieth of them. There are 183. He stood at the bottom with the pole
    on his shoulder while Bramble went ahead to see that the rest were still there.
  `),
  figure(stepsInFog),
  ...paragraphs(`
    He does it without stopping. The pole goes up on one stride, the hook finds the ring of the tap, and
    on the next stride the light is gone: not snuffed but taken in, the mantles holding their shape in
    red for a moment before they turn back to ash. Left, right, left. Behind him the steps went grey one
    flight at a time. Somebody coming down with a bicycle on one shoulder said good morning to the dog.

    By the rota, Ingleby has six more of these mornings before 18 December, and he would thank people not
    to work it out for him. Asked what he thinks about on the way up, he took three lamps to answer.

    “You don’t own it,” he said at the first one.

    At the second he said nothing.

    “When they brought in the gas, there were men on this hill who trimmed oil lamps,” he said at the
    third. “Whale oil, some of it. They’ll have stood about here and said that it was the end of the
    night as they knew it, and they’ll have been right. And it still got dark. It’ll get dark at half
    past four whatever they vote. Somebody has to mind about it, that’s all. It doesn’t need to be us.”

    _Mind_ is the word that they use, all five of them, and not tend or light or keep. Ingleby minds the
    Steps. Marsh minds the Row. It took several days to notice that nobody at the yard ever said it of
    the lamps.

    At the top he grounded the pole and turned round, as he does every time, and as every lamplighter
    has done, he believes, since there were Steps to do it on. There was nothing to see: 31 posts going
    down into the fog, of which the nearest four could be counted. Across Cathedral Close the curtains
    in the almshouse were open and Edith Garland’s kettle was on. The lamps in the Close, which
    run on clocks, were still alight. He waited for them with his watch in his hand.

    They went at a minute to seven, with a sound like knuckles, first one and then the other ten.

    “Minute slow,” he said. “I’ll tell Peter.”
  `),
  divider(),
  ...paragraphs(`
    In the afternoon the fog had gone. There were children in Tenter Row with a ball, and a man on the
    scaffolding at number three, and Marguerite Dunn was at her door in her uniform, four hours early,
    because she had swapped a shift and wanted to see it done for once from the start. For that Friday
    the timetable said 4.31.

    At 4.29 Delia Marsh set her ladder against lamp 214 and looked at the roofs.
  `),
  divider(),
  ...paragraphs(`
    _The twelve oldest lamps in Weighhouse Square will be put out at 3.30pm on Wednesday, 2 December,
    and lit again one by one, 200 years after the first. The record office shows_ Print at Four Paces
    _until 27 February;_ [opening hours](https://records.example.org/lamps) _are on its website._
  `),
];
