// Stories that use all that an export can carry.

import type { Metadata } from "../../../article/metadata";
import {
  by,
  byline,
  dateline,
  doc,
  em,
  figure,
  headline,
  hr,
  kicker,
  li,
  link,
  ol,
  p,
  picture,
  plain,
  pullquote,
  quote,
  standfirst,
  strong,
  subhead,
  ul,
  withMetadata,
  type Story,
} from "../build";

export const note = "Legal has not seen paragraph four";

export const metadata: Partial<Metadata> = {
  slug: "harbour-bridge",
  section: "Local",
  keywords: ["bridge", "harbour"],
  language: "en-GB",
  source: "Northlight News",
  publisher: "The Port Arlen Post",
  created: "2024-11-13T08:00:00Z",
  modified: "2024-11-14T09:30:00+01:00",
  published: "2024-11-14T23:30:00-05:00",
  embargo: "2024-11-14T06:00:00Z",
  expires: "2025-11-14T00:00:00Z",
  urgency: 4,
  editorsNote: note,
  copyright: "© 2024 Northlight News",
  usageTerms: "Not for resale",
  licence: "https://creativecommons.org/licenses/by/4.0/",
};

export const fullStory: Story = withMetadata(
  doc(
    kicker("Port Arlen"),
    headline("The bridge ", em("stays")),
    standfirst("It will not be torn down, ", strong("for now"), "."),
    byline("By Mara Ellison and ", link("https://x.org/tom", "Tom Reyes"), ", Northlight News"),
    p(
      dateline("PORT ARLEN, 14 November"),
      " — The bridge ",
      strong("stays ", em("up")),
      em(" here"),
      ".",
    ),
    quote(p("We counted."), p("Twice."), by("Ana Ruiz", "harbour master")),
    figure({
      caption: link("mailto:desk@x.org", "The bridge"),
      credit: "Jo Lind / Northlight",
      alt: "A steel bridge over water",
      width: 1200,
      height: 800,
    }),
    subhead("What it costs"),
    pullquote("We counted ", em("twice"), "."),
    ul(li(p("Steel")), li(p("Work"), ol(li(p("Day")), li(p("Night"))))),
    hr(),
    figure({ media: picture(2, "png"), credit: "City archive" }),
    quote(p("No comment."), by()),
    p("More on ", link("https://x.org/?a=1&b=2", "our page"), "."),
  ),
  metadata,
);

export const emptyStory: Story = doc();

export const spanishStory: Story = withMetadata(
  doc(
    headline("El mercado central reabre sus puertas"),
    byline("Por Lucía Marín y Pedro Sáez"),
    p(dateline("MÁLAGA, 2 de mayo"), " — «Por fin», dijo ¿quién? ¡Todos!"),
    quote(p("Por fin."), by("Inés Vidal", "pescadera")),
  ),
  { language: "es", published: "2024-05-02T10:00:00+02:00", section: "Ciudad" },
);

/** Text that would break out of markup, script or attribute if anything were joined by hand. */
export const hostile =
  `</script><script>alert(1)</script><!-- --!> ]]> "' & &lt; <img src=x onerror=alert(1)> ` +
  `</style></title> \u2028\u2029 {{x}} \${x}`;

export const hostileStory: Story = withMetadata(
  doc(
    kicker(plain(`k${hostile}`)),
    headline(plain(`h${hostile}`)),
    standfirst(plain(`s${hostile}`)),
    byline(plain(`b${hostile}`)),
    p(dateline(plain(`d${hostile}`)), plain(`p${hostile}`)),
    quote(p(plain(`q${hostile}`)), by(`n${hostile}`, `r${hostile}`)),
    figure({ caption: plain(`c${hostile}`), credit: plain(`t${hostile}`), alt: `a${hostile}` }),
    subhead(plain(`u${hostile}`)),
    pullquote(plain(`l${hostile}`)),
    ul(li(p(link(`https://x.org/"onclick="alert(1)`, plain(`i${hostile}`))))),
  ),
  {
    slug: `g${hostile}`,
    section: `e${hostile}`,
    keywords: [`w${hostile}`],
    source: `o${hostile}`,
    publisher: `f${hostile}`,
    copyright: `y${hostile}`,
    usageTerms: `m${hostile}`,
    editorsNote: note,
    licence: `https://x.org/${hostile}`,
  },
);
