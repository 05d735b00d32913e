/** The home page's picture: the tarn at dawn, the 8:14 on its viaduct, and a few of the shop's goods waiting. */
import { rollTopBackpack } from "./bags.ts";
import { cityBike } from "./bikes.ts";
import { domeTent } from "./camp.ts";
import { flask, lantern } from "./kitchen.ts";
import { paintOf } from "./palette.ts";
import { block, box, disc, fill, group, line, oval } from "./pen.ts";

const GRADIENTS =
  '<defs><linearGradient id="shade"><stop offset="0" stop-color="#fff" stop-opacity=".16"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#101828" stop-opacity=".2"/></linearGradient><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#a9c6cf"/><stop offset=".5" stop-color="#e6dcc6"/><stop offset="1" stop-color="#f4d3ad"/></linearGradient><linearGradient id="water" x2="0" y2="1"><stop offset="0" stop-color="#e2c9ac"/><stop offset=".5" stop-color="#8fb0b2"/><stop offset="1" stop-color="#5b8789"/></linearGradient><radialGradient id="glow"><stop offset="0" stop-color="#fff1c4" stop-opacity=".9"/><stop offset="1" stop-color="#fff1c4" stop-opacity="0"/></radialGradient></defs>';

const sky =
  box(0, 0, 1440, 760, 0, "url(#sky)") +
  '<circle cx="930" cy="262" r="260" fill="url(#glow)"/>' +
  disc(930, 262, 66, "#fff3cf");

const mountains =
  fill("M420 420L640 190 730 280 840 150 1010 330 1110 250 1290 400 1440 300V470H420Z", "#9db3b3") +
  fill("M840 150L884 196 852 226 826 208 800 236 790 208Z", "#f6efe0") +
  fill("M640 190L676 226 646 246 624 230 604 250 598 234Z", "#f6efe0") +
  fill("M0 400L120 330 260 392 420 300 600 420 760 360 960 440 1180 350 1440 440V500H0Z", "#7c9a93") +
  fill("M0 452Q240 380 480 446T960 440 1440 430V520H0Z", "#5d8173");

const ARCHES = Array.from({ length: 9 }, (_, index) => 500 + index * 112);
const viaduct =
  ARCHES.map((x) =>
    fill(`M${x} 372H${x + 112}V520H${x + 98}V440A42 42 0 0 0 ${x + 14} 440V520H${x}Z`, "#b9a58c"),
  ).join("") +
  box(488, 360, 1032, 20, 3, "#a08c74") +
  line("M488 362H1520", "#cbb89d", 4) +
  ARCHES.map((x) => line(`M${x} 360V262`, "#6d6a66", 4) + line(`M${x} 268H${x + 26}`, "#6d6a66", 3)).join(
    "",
  ) +
  line("M488 268H1520", "#6d6a66", 2);

const carriage = (x: number, isFront: boolean): string =>
  block(x, 296, 196, 60, isFront ? 20 : 8, "#b2493a") +
  box(x, 334, 196, 8, 0, "#f3e6c8") +
  [0, 1, 2, 3].map((index) => box(x + 16 + index * 44, 306, 32, 22, 5, "#fbeec6")).join("") +
  [26, 62, 134, 170].map((wheel) => disc(x + wheel, 358, 8, "#3a3d42")).join("");
const tram =
  carriage(700, true) +
  carriage(902, true) +
  box(894, 318, 12, 30, 2, "#6d3a32") +
  line("M790 296L806 268L822 296", "#4a4d52", 4) +
  box(716, 284, 60, 13, 5, "#2d3236");

const water =
  fill("M0 520Q700 490 1440 516V700H0Z", "url(#water)") +
  [
    [620, 548, 120],
    [860, 560, 180],
    [1120, 546, 150],
    [760, 592, 240],
    [1040, 616, 200],
    [1260, 580, 130],
  ]
    .map(([x = 0, y = 0, width = 0]) => line(`M${x} ${y}h${width}`, "#fff3d388", 4))
    .join("") +
  oval(930, 540, 70, 9, "#fff3cf99");

const shore =
  fill("M0 620Q300 560 620 640T1120 650 1440 610V760H0Z", "#6f8a5a") +
  fill("M0 690Q360 640 760 696T1440 676V760H0Z", "#5c7a4e") +
  Array.from({ length: 40 }, (_, index) => {
    const x = (index * 197) % 1440;
    const y = 690 + ((index * 53) % 56);
    return line(`M${x} ${y}q2 -12 -4 -18M${x + 5} ${y}q0 -12 5 -17`, "#7f9a62", 3);
  }).join("");

const pine = (x: number, y: number, size: number): string =>
  group(
    `translate(${x} ${y}) scale(${size})`,
    box(-6, -8, 12, 34, 2, "#6d5138"),
    fill("M0 -150L44 -70H24L58 -6H-58L-24 -70H-44Z", "#3d5f4d"),
    fill("M0 -150L-44 -70H-24L-58 -6H0Z", "#4a6f59"),
  );

const grounded = (x: number, y: number, size: number, thing: string): string =>
  group(
    `translate(${x - 240 * size} ${y - 400 * size}) scale(${size})`,
    oval(240, 402, 180, 14, "#22301f55"),
    thing,
  );

export function drawHero(): string {
  const things =
    pine(1392, 640, 1.25) +
    pine(1310, 628, 0.9) +
    pine(560, 628, 0.7) +
    grounded(1210, 690, 0.62, domeTent(paintOf("Rust orange"))) +
    grounded(840, 724, 0.74, cityBike(paintOf("Ink blue"))) +
    grounded(1040, 728, 0.42, rollTopBackpack(paintOf("Ochre yellow"))) +
    grounded(1124, 732, 0.2, flask(paintOf("Brick red"))) +
    grounded(1352, 726, 0.26, lantern(paintOf("Forest green")));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 760" width="1440" height="760" preserveAspectRatio="xMaxYMid slice">${GRADIENTS}${sky}${mountains}${viaduct}${tram}${water}${shore}${things}</svg>`;
}
