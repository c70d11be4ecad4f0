import type { StoryNode } from "../../../article/article";
import {
  bullets,
  figure,
  numbers,
  opening,
  paragraphs,
  pullquote,
  quote,
  subhead,
} from "../build-story";
import { anatomy, cordLane, twoLights, workbench } from "./pictures";

export const evening: readonly StoryNode[] = [
  opening(
    "OSTREY, 21 November",
    `At 4.31 on the last Thursday of October, two minutes before sunset, Delia Marsh set her ladder
    against lamp 214 in Tenter Row and looked not at the lamp but at the roofs.`,
  ),
  ...paragraphs(`
    She was waiting for a colour. The timetable on her clipboard said 4.33, and the timetable is
    right, but Marsh has done this for 24 years and trusts the slates opposite, which on a clear
    evening turn from grey to violet about a minute before the official moment. When they did, she
    climbed six rungs, opened a pane of glass the size of a tea tray, reached in with a bare hand and
    gave a brass tap a quarter turn.

    There was a soft _whup_, like a heavy book being shut in the next room. Four small white
    stockings of ash filled with light from the top down. It took a few seconds to settle: first
    green, then straw, then the shade for which Marsh’s trade has only ever had one word.

    “Butter,” she said, and came down.

    There were six more lamps to do in Tenter Row, and then 31 on St Bride’s Steps. All 38 are lit by
    hand, every evening of the year, by one of five people whom Ostrey City Council employs for the
    purpose. They are, so far as anyone at their yard has been able to find out, among the last
    full-time lamplighters in the world. They would be the first to add that nobody at the yard has
    looked very hard.

    On 8 October, after a debate of four hours, the council voted by 24 to 19 to convert **247 of the
    city’s 311 gas lamps** to electric light. The crew starts on Monday, 5 April. If the work runs to
    plan, the last lantern will be changed in March 2028. Sixty-four lamps will go on burning gas in
    the three places where visitors stop to photograph them. Lamp 214 is not among them.
  `),
  figure(cordLane),
  subhead("A city in two colours"),
  ...paragraphs(`
    Ostrey is a cathedral city of 86,000 people in a bend of the river Ost, and after dark it is two
    cities. Everything on the east bank, including the hospital, the bus station and most of the
    population, is lit by 9,400 LED lanterns that report their own faults to an office in the town
    hall. Everything on the Hill, as the old town is called by all who live there and all who have
    to carry shopping up it, is lit by gas.

    From a bench on Beacon Hill you can see both at once, and on clear nights people drive out to
    look. On the left lies a low gold scatter, uneven, like raked embers. On the right there is a
    grid. Couples argue about which is the prettier. Visiting engineers do not argue; they take out
    a calculator.
  `),
  figure(twoLights),
  ...paragraphs(`
    Of the 311 lamps on the Hill, 273 are switched by clockwork. A brass timer inside the lantern,
    wound by hand, opens the gas at dusk and shuts it at dawn. Because dusk and dawn will not keep
    still, the timers have to be moved after them, and so each of the lamps is visited by somebody
    with a ladder once a fortnight, 26 times a year. That makes a little over 8,000 climbs. In the
    week that this reporter spent at the yard the clocks had just gone back, and every timer in the
    city was an hour wrong.

    The other 38 lanterns are too narrow to hold a timer. Conservation officers would not let the
    glass be altered, and so, by an accident of paperwork, the oldest way of lighting a street in
    Ostrey has outlived every improvement on it.
  `),
  subhead("The yard"),
  ...paragraphs(`
    The lamplighters’ yard is in Cord Lane, behind a green door without a sign. Inside there is a
    cobbled court, a handcart that has not moved since 1974, a rack of nine ladders and a workshop
    that was once the stable for the gas company’s horses. It smells of metal polish, toast and wet
    dog.

    The dog is Bramble, a terrier of no particular make, who belongs to Walter Ingleby, the foreman,
    and has by his reckoning been up St Bride’s Steps more than 4,000 times. Ingleby is 63, narrow
    and unhurried. He came on Monday, 2 September 1985, with what he was told was a temporary
    contract, and will leave on 18 December. Round the stove at half past two, when the late shift
    starts, sit the rest of the strength:
  `),
  bullets(
    "**Delia Marsh**, 52, who came over from a bakery in 2002 because the hours were better.",
    "**Peter Tully**, 57, thirty years on the ladder, who mends the clocks.",
    "**Sunil Rao**, 38, once a climbing instructor, who took a cut in pay in 2015 to work at a height of three and a half metres.",
    "**Kit Ashdown**, 23, the apprentice, in the second year of a three-year training for a trade that will have room for two.",
  ),
  ...paragraphs(`
    “They’ll ask you if it’s romantic,” Ingleby told the others, by way of introduction, as he poured
    the tea. “It’s romantic about eleven nights a year. The rest is grit and pigeons.”

    One wall of the workshop belongs to Tully’s clocks. Each has a number, a history and a
    temperament. A timer that faces south gains in summer as the brass warms; one by the river loses
    all winter. The law asks only that a street lamp be lit within ten minutes of sunset. Tully is
    ashamed of anything over two.
  `),
  figure(workbench),
  quote(
    [
      "A clock on a north wall is a pessimist. It thinks that it is always winter. You can’t cure it, so you lie to it: you set it four minutes wrong and then it’s right.",
    ],
    { speaker: "Peter Tully", role: "lamplighter and clock-mender" },
  ),
  ...paragraphs(`
    The mantles, those stockings of ash, come four times a year in boxes of 500, from a workshop
    overseas that mostly supplies the makers of camping lamps. The last factory on this side of the
    world shut in 2019. A lamp has four, and they live for about six months if nobody slams a car
    door. On the morning after the vote Ingleby ordered 6,000: enough, he worked out, to see every
    lamp on the Hill out. It is the only form that anybody can remember him filling in early.
  `),
  subhead("How to hold a flame"),
  ...paragraphs(`
    A gas lamp is a simple machine that takes offence easily. Ashdown, who has had to learn its parts
    for an examination that only he will sit, recites them from the post upwards or from the crown
    down, according to which end of the lamp he happens to be cleaning.
  `),
  figure(anatomy),
  numbers(
    "**The ventilator** lets the hot air out and keeps the rain and the starlings from coming in.",
    "**The reflector**, white enamel, sends down to the pavement what would otherwise go to heaven, “which has its own”.",
    "**The mantles** are sleeves of knitted thread soaked in salts of rare earths. The first flame burns the thread away; what is left is an ash in the shape of a stocking, and it is the ash that glows.",
    "**The pilot** burns day and night, a blue bead no bigger than a pea.",
    "**The clock** opens and shuts the tap. In 38 lanterns, a hand does.",
    "**The riser** takes the gas from the post to the burner.",
    "**The panes** lift out one at a time and are washed every fortnight with vinegar and yesterday’s _Ledger_.",
    "**The ladder bar** is for the ladder. It was never meant for hanging anyone, whatever the walking tours may say.",
    "**The service pipe**, inside the post, is where the water gets in.",
  ),
  ...paragraphs(`
    Nearly everything that goes wrong goes wrong at three or at nine. When a mantle breaks, the bare
    flame plays on the glass and cracks it. When damp collects in the pipe, the light begins to jump,
    and somebody has to kneel on the pavement with a hand pump and persuade it to stop. The second
    fault can be heard before it can be seen.

    “A good lamp hisses on one note,” Marsh said. “A bad one clears its throat. Kit could hear it from
    the start, he’s got the ear. I had to go and sing alto in a choir for two years before I got it.”

    By six she was in Cord Lane with the other half of the evening’s work, which is winding. The late
    shift does 20 clocks a night. Each time the ladder goes up, a pane comes out, a key like that of a
    sardine tin is turned sixteen times, the hands are put back by an hour and the pins that work the
    tap are moved by a few minutes, to keep up with the season. Hardly anyone in the lane looked up. A
    woman with a pushchair did stop under the ladder, to say that the lamp outside her house had
    started to make a noise.

    “Which note?” Marsh asked; and the woman, after a glance up and down the street, sang it to her.
  `),
  pullquote("“A good lamp hisses on one note. A bad one clears its throat.”"),
];
