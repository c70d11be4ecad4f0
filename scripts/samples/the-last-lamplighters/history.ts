import type { StoryNode } from "../../../article/article";
import { figure, paragraphs, pullquote, quote, subhead } from "../build-story";
import { gasworks } from "./pictures";

export const history: readonly StoryNode[] = [
  subhead("Twelve lamps in a square"),
  ...paragraphs(`
    The first gas lamps in Ostrey were lit on Saturday, 2 December 1826: twelve of them, on iron posts
    round Weighhouse Square. The Ostrey Gas Light Company had finished its works at Low Wharf three
    weeks before, and seven months late. _The Ostrey Ledger_, then in its second year, sent a man,
    who reported that “print could be read at four paces, and a neighbour recognised at twenty, which
    was not in every case welcome”.

    Benedict Shaw, the city archivist, keeps the cutting in a grey box with the company’s minute
    books. He has been asked for it, he said, more often this autumn than in the 16 years before, and
    always by people who have already decided what it will say.
  `),
  quote(
    [
      "Everyone imagines that the public was enchanted. The public was furious. Light meant that the watch could see who was out, and with whom.",
      "There is a petition in here from 114 householders who want their lamp taken away again. Two of them had signed the petition to have it put up.",
    ],
    { speaker: "Benedict Shaw", role: "city archivist of Ostrey" },
  ),
  ...paragraphs(`
    It spread all the same, down Cord Lane, up the Steps, along the wharves and over the bridge. The
    works ate 40 tons of coal a day by 1895. Below their outfall the Ost ran warm enough in January to
    keep ducks that had no business there, and washing hung out on the east bank came in grey. What
    could be seen by the light of the lamps had the smell of the lamps in it.

    At the peak, in 1911, there were 4,216 of them and 62 men to light them: 68 lamps each, and an hour
    and a half to do it in. A lamplighter was issued with a pole, a cap and two pairs of boots a year.
    Since he was about when nobody else was, he was also expected to report fires, try the doors of
    shops, and tap on the windows of the early shift at the mills for a penny a week. Shaw has followed
    one round on the map and makes it nine miles.
  `),
  figure(gasworks),
  ...paragraphs(`
    Even then the trade was under notice. The first electric arc lamp on the Hill had been set up
    outside the corn exchange in 1897, where it buzzed, and drew a crowd, and frightened a dray horse
    through a draper’s window. What saved the gas was the mantle, which arrived in the same decade and
    gave three times the light for half the fuel. It bought time: nobody thought that it would buy so
    much.

    “For seventy years, everyone in this building knew how the story ended,” Shaw said. “They were only
    wrong about the date.”
  `),
  subhead("Five dark nights"),
  ...paragraphs(`
    Twice in two centuries the lamps of Ostrey have stayed dark on nights when they should have been
    lit. The first time it was because of the moon.

    Under the company’s rules no lamp was lit on a night for which the almanac promised moonlight, and
    a man who lit no lamps was not paid. Whether it rained made no difference. It cost a lamplighter
    four or five nights’ wages a month to sit at home beside a window through which he could see
    nothing at all. In the autumn of 1893 the men asked for half pay for moon nights. The company
    declined, and on Monday, 6 November, in the week of the new moon, they stayed in.

    The remarkable thing in the police book, Shaw said, is how little there is in it. On the first
    night two carts met in Cord Lane. On the second a curate walked into the river and, after some
    discussion with a bargeman, out again. By the third, people had begun to put candles in their
    front windows, not here and there but by arrangement, house by house, one to each dark post. On the
    fifth, Josiah Keane, chairman of the company, missed his footing on St Bride’s Steps and broke an
    ankle. Four candles were brought out to him by people who knew perfectly well who he was.

    He settled on the Saturday morning, from his bed. The extra was entered in the books as “moon
    money”, and it has never been taken out of them. It is £4.10 now, paid for each night of full moon,
    and there have been 11 of those so far this year, with one more to come before Ingleby goes. Tully
    had his first payslip framed.
  `),
  subhead("The night they came back"),
  ...paragraphs(`
    The second darkness lasted 2,083 nights. On Friday, 1 September 1939, two days before war was
    declared, the lamplighters went round with spanners instead of poles and shut off the gas at the
    foot of every post. Then 29 of them were called up. Seven did not come home.

    Edith Garland was six when the lamps went out and 12 when they were lit again. She is 93 now, and
    lives in the almshouses in Cathedral Close with a view of two of them. Her father, Albert Crewe,
    had Tenter Row and the Steps from 1921 until 1958. On Tuesday, 15 May 1945, a week after the peace
    in Europe, he came in at tea time and told her that she could carry the pole.
  `),
  quote(
    [
      "There wasn’t any announcement. Dad just said, Get your coat. When he did the first one, at the bottom of the Steps, a door opened. At the next one, two doors. By the time we were halfway there were people standing all down the Steps behind us, and not one of them had said a word.",
      "Then they started to clap. Each lamp, separately, when it caught. Not cheering: clapping, the way you would in a theatre.",
    ],
    { speaker: "Edith Garland", role: "lamplighter’s daughter, 93" },
  ),
  ...paragraphs(`
    She had been promised the lights for half her life, she said, and had come to expect something on
    the scale of the sun. “I remember being disappointed by how small it was. Then we got to the top,
    and I turned round.”

    It was the last time that the number of lamps in Ostrey went up. There were 1,980 in 1950. When
    Low Wharf closed, on the last day of June 1971, and natural gas came in by pipe from the coast,
    there were 611. By 1988 the count had fallen to 311, at which point somebody in the planning
    department noticed that they were rare, and had all of them listed.
  `),
  pullquote("“I remember being disappointed by how small it was. Then I turned round.”"),
];
