import type { Paint } from "./palette.ts";
import {
  BRASS,
  block,
  box,
  type Drawing,
  dashes,
  disc,
  form,
  group,
  INK,
  LEATHER,
  line,
  METAL,
  METAL_DARK,
  oval,
  PAPER,
  type Point,
  polyline,
  RUBBER,
  ring,
} from "./pen.ts";

function wheel([x, y]: Point, radius: number, tyre: number): string {
  const spokes = Array.from({ length: 14 }, (_, index) => {
    const angle = (index * Math.PI) / 7;
    return `M${x} ${y}L${(x + Math.cos(angle) * radius).toFixed(1)} ${(y + Math.sin(angle) * radius).toFixed(1)}`;
  }).join("");
  return (
    line(spokes, "#9aa3a6", 1.2) +
    ring(x, y, radius, RUBBER, tyre) +
    ring(x, y, radius - tyre / 2 - 2, METAL, 3) +
    disc(x, y, 7, METAL_DARK)
  );
}

function crank([x, y]: Point, size = 1): string {
  return (
    ring(x, y, 19 * size, METAL_DARK, 5) +
    line(`M${x} ${y}l${22 * size} ${22 * size}`, INK, 6) +
    line(`M${x + 14 * size} ${y + 23 * size}h${18 * size}`, INK, 7) +
    line(`M${x} ${y}l${-20 * size} ${-22 * size}`, METAL_DARK, 5)
  );
}

const saddle = ([x, y]: Point): string =>
  form(
    `M${x - 34} ${y - 8}Q${x - 10} ${y - 14} ${x + 34} ${y - 6}Q${x + 38} ${y + 2} ${x + 22} ${y + 3}Q${x} ${y + 4} ${x - 12} ${y + 12}Q${x - 36} ${y + 14} ${x - 34} ${y - 8}Z`,
    LEATHER,
  );
const fender = ([x, y]: Point, radius: number, colour: string, from: Point, to: Point): string =>
  line(
    `M${x + from[0] * radius} ${y + from[1] * radius}A${radius} ${radius} 0 0 1 ${x + to[0] * radius} ${y + to[1] * radius}`,
    colour,
    7,
  );
const rack = ([x, y]: Point, hub: Point): string =>
  line(`M${x} ${y}h-92M${x - 70} ${y}L${hub[0]} ${hub[1]}`, INK, 5);
const frontLamp = (x: number, y: number): string =>
  box(x, y - 9, 20, 18, 8, INK) + disc(x + 19, y, 7, "#ffe9a8");
const rearLamp = (x: number, y: number): string => box(x - 5, y - 8, 10, 16, 4, "#c9473c");

const REAR: Point = [126, 318];
const FRONT: Point = [356, 318];
const BOTTOM: Point = [224, 322];
const sweptBar =
  line("M318 176L310 152C304 138 286 136 268 142", METAL_DARK, 7) + line("M284 138L262 144", LEATHER, 11);
const flatBar = line("M318 180L312 158L336 150", INK, 7) + line("M318 157L342 147", LEATHER, 11);
const dropBar = line("M316 184L312 164L340 160C366 158 368 196 340 198", INK, 8);

interface BikeParts {
  frame: readonly (readonly Point[])[];
  seat: Point;
  bar: string;
  tyre: number;
  extras: (paint: Paint) => string;
}

function bike(parts: BikeParts): Drawing {
  return (paint) =>
    wheel(REAR, 78, parts.tyre) +
    wheel(FRONT, 78, parts.tyre) +
    line(polyline([REAR, BOTTOM]), paint.dark, 7) +
    line(polyline([REAR, [200, 222]]), paint.dark, 6) +
    line("M318 178L330 224C336 254 346 286 356 318", paint.dark, 9) +
    parts.frame
      .map((tube) => line(polyline(tube), paint.base, 12) + line(polyline(tube), paint.light, 3))
      .join("") +
    line(polyline([[198, 214], parts.seat]), METAL_DARK, 7) +
    parts.bar +
    saddle(parts.seat) +
    crank(BOTTOM) +
    parts.extras(paint);
}

const diamond: readonly (readonly Point[])[] = [
  [
    [224, 322],
    [196, 212],
  ],
  [
    [198, 220],
    [320, 198],
  ],
  [
    [224, 322],
    [326, 216],
  ],
];
const mudguards = (paint: Paint): string =>
  fender(REAR, 90, paint.dark, [-0.94, 0.34], [0.5, -0.87]) +
  fender(FRONT, 90, paint.dark, [-0.8, -0.6], [0.5, -0.87]);

export const cityBike = bike({
  frame: diamond,
  seat: [188, 172],
  bar: sweptBar,
  tyre: 11,
  extras: (paint) => mudguards(paint) + rack([190, 222], REAR) + frontLamp(332, 214) + rearLamp(94, 228),
});
export const stepThroughBike = bike({
  frame: [
    [
      [224, 322],
      [196, 212],
    ],
    [
      [224, 322],
      [272, 300],
      [326, 208],
    ],
  ],
  seat: [188, 172],
  bar: sweptBar,
  tyre: 12,
  extras: (paint) =>
    mudguards(paint) +
    rack([190, 222], REAR) +
    rearLamp(94, 228) +
    form("M326 152H400L390 212H336Z", "#c59a62") +
    dashes("M330 168H396M333 184H394M336 200H392", "#8d673a", 2.4, "7 4"),
});
export const singleSpeedBike = bike({
  frame: diamond,
  seat: [186, 164],
  bar: flatBar,
  tyre: 8,
  extras: () => frontLamp(328, 178),
});
export const gravelBike = bike({
  frame: diamond,
  seat: [186, 160],
  bar: dropBar,
  tyre: 13,
  extras: (paint) =>
    box(262, 246, 18, 46, 6, paint.pale) +
    box(266, 238, 10, 10, 3, INK) +
    block(206, 226, 56, 24, 8, paint.deep),
});
export const electricBike = bike({
  frame: [
    [
      [224, 322],
      [196, 212],
    ],
    [
      [224, 322],
      [282, 290],
      [326, 208],
    ],
  ],
  seat: [188, 170],
  bar: sweptBar,
  tyre: 13,
  extras: (paint) =>
    mudguards(paint) +
    block(94, 206, 96, 18, 8, INK) +
    line("M120 224L126 318", INK, 5) +
    frontLamp(332, 214) +
    rearLamp(90, 214) +
    block(206, 300, 48, 40, 16, paint.deep) +
    crank(BOTTOM, 0.9) +
    line("M270 268l-8 14h10l-7 13", "#ffe08a", 3.4),
});

export const foldingBike: Drawing = (paint) => {
  const [rear, front, bottom]: [Point, Point, Point] = [
    [136, 346],
    [346, 346],
    [218, 338],
  ];
  return (
    wheel(rear, 50, 11) +
    wheel(front, 50, 11) +
    line(polyline([rear, bottom]), paint.dark, 8) +
    line("M200 306L214 158", METAL_DARK, 8) +
    line("M326 292L346 346", paint.dark, 9) +
    line("M318 296L298 150", METAL_DARK, 9) +
    line("M298 152L274 142M298 152L322 146", INK, 7) +
    line("M266 140L280 145M316 148L332 143", LEATHER, 11) +
    line("M196 300C230 314 280 308 324 286", paint.base, 17) +
    line("M196 298C230 311 280 305 322 284", paint.light, 4) +
    line("M200 302L218 338", paint.base, 12) +
    box(252, 288, 14, 34, 5, METAL) +
    fender(rear, 60, paint.dark, [-0.94, 0.34], [0.6, -0.8]) +
    fender(front, 60, paint.dark, [-0.8, -0.6], [0.7, -0.71]) +
    saddle([214, 154]) +
    crank(bottom, 0.85) +
    frontLamp(322, 262) +
    block(120, 268, 66, 9, 4, INK)
  );
};

export const cargoBike: Drawing = (paint) => {
  const [rear, front, bottom]: [Point, Point, Point] = [
    [108, 346],
    [372, 346],
    [254, 344],
  ];
  return (
    wheel(rear, 50, 14) +
    wheel(front, 50, 14) +
    line(polyline([rear, bottom]), paint.dark, 9) +
    line("M342 214L372 346", paint.dark, 10) +
    line("M254 344L236 234M254 344L300 316 346 232M238 262L74 266", paint.base, 13) +
    line("M254 344L236 234M254 344L300 316 346 232M238 262L74 266", paint.light, 3) +
    line("M110 266L108 346M180 264L200 344", paint.dark, 6) +
    line("M236 236L230 188", METAL_DARK, 8) +
    line("M344 222L334 166C330 152 310 150 296 156", METAL_DARK, 8) +
    line("M312 151L290 158", LEATHER, 11) +
    block(64, 238, 140, 24, 10, "#c59a62") +
    line("M70 238V186H198V238M70 210H198", METAL_DARK, 6) +
    block(128, 282, 76, 62, 12, paint.light) +
    line("M140 300H192", paint.deep, 4) +
    box(120, 388, 66, 8, 4, INK) +
    line("M150 350L152 390", INK, 6) +
    saddle([230, 184]) +
    block(234, 322, 42, 38, 15, paint.deep) +
    crank(bottom, 0.85) +
    frontLamp(352, 218)
  );
};

const hooks = line("M178 164V148C178 138 194 138 194 150M286 164V148C286 138 302 138 302 150", INK, 8);

export const pannier: Drawing = (paint) =>
  hooks +
  form("M138 196H342L352 376Q352 402 324 402H156Q128 402 128 376Z", paint.base) +
  block(126, 152, 228, 46, 20, paint.light) +
  line("M142 175H338", paint.dark, 3) +
  line("M156 180V300M324 180V300", paint.deep, 11) +
  box(145, 262, 22, 26, 5, INK) +
  box(313, 262, 22, 26, 5, INK) +
  box(188, 246, 104, 12, 6, PAPER) +
  oval(240, 316, 30, 30, paint.dark) +
  line("M224 324l10 -16 8 10 7 -12 10 18", paint.pale, 3.4) +
  line("M140 376H340", paint.dark, 5);

export const pannierPair: Drawing = (paint) =>
  group("translate(-52 64) scale(.84)", pannier(paint)) +
  group("translate(128 64) scale(.84)", pannier(paint));

export const shopperPannier: Drawing = (paint) =>
  line("M186 214C184 92 296 92 294 214", LEATHER, 12) +
  hooks +
  form("M118 186H362L350 378Q348 402 322 402H158Q132 402 130 378Z", paint.base) +
  form("M116 176H364V208Q364 216 356 216H124Q116 216 116 208Z", paint.light) +
  line("M186 208V316M294 208V316", LEATHER, 15) +
  block(176, 284, 128, 92, 16, paint.dark) +
  line("M190 304H290", paint.deep, 4) +
  box(222, 332, 36, 20, 3, PAPER);

export const handlebarBag: Drawing = (paint) =>
  line("M46 196H434", METAL_DARK, 15) +
  line("M46 196H92M388 196H434", LEATHER, 21) +
  form("M142 208H338Q386 208 386 278T338 348H142Q94 348 94 278T142 208Z", paint.base) +
  oval(132, 278, 37, 69, paint.dark) +
  oval(132, 278, 22, 46, paint.base) +
  line("M180 226H356", paint.deep, 4) +
  box(342, 221, 24, 11, 5, LEATHER) +
  line("M210 190V346M310 190V346", paint.deep, 13) +
  box(200, 262, 20, 28, 5, BRASS) +
  box(300, 262, 20, 28, 5, BRASS) +
  box(242, 300, 36, 20, 3, PAPER);

export const frameBag: Drawing = (paint) =>
  line("M40 190L440 160M440 160L262 404M40 190L150 410", METAL_DARK, 17) +
  form("M82 206L404 184Q420 184 410 200L282 376Q270 390 254 380L92 236Q70 208 82 206Z", paint.base) +
  line("M106 226L374 206", paint.deep, 5) +
  box(352, 201, 26, 12, 5, LEATHER) +
  line("M126 176L130 234M252 166L256 218M372 158L376 212", paint.deep, 12) +
  line("M182 270L310 254", paint.dark, 4) +
  box(228, 286, 36, 20, 3, PAPER);

export const helmet: Drawing = (paint) =>
  line("M150 300L228 392M330 300L228 392", INK, 7) +
  box(214, 378, 32, 18, 6, INK) +
  form(
    "M88 300C82 178 156 112 246 112S398 182 392 292Q388 312 364 308C300 296 180 300 116 314Q90 318 88 300Z",
    paint.base,
  ) +
  softFill("M150 216Q170 158 214 146L208 196Q178 208 164 252Z", paint.deep) +
  softFill("M236 140H262L264 196H232Z", paint.deep) +
  softFill("M284 146Q330 158 346 214L330 250Q318 206 292 196Z", paint.deep) +
  line("M92 292C180 270 300 268 390 286", paint.dark, 7) +
  form("M366 282Q430 284 438 306Q440 318 420 314Q388 304 366 308Z", paint.dark) +
  oval(188, 272, 5, 5, PAPER);

function softFill(d: string, colour: string): string {
  return `<path d="${d}" fill="${colour}" stroke="${colour}" stroke-width="10" stroke-linejoin="round"/>`;
}

export const uLock: Drawing = (paint) =>
  line("M164 330V206C164 100 316 100 316 206V330", INK, 36) +
  line("M164 330V206C164 100 316 100 316 206V330", paint.base, 28) +
  line("M156 320V206C156 120 220 112 240 112", paint.light, 5) +
  block(110, 316, 260, 66, 26, INK) +
  block(206, 324, 68, 50, 12, METAL) +
  disc(240, 346, 8, INK) +
  line("M240 346V360", INK, 5);

export const foldingLock: Drawing = (paint) => {
  const bars: readonly (readonly Point[])[] = [
    [
      [122, 350],
      [104, 200],
    ],
    [
      [104, 200],
      [214, 108],
    ],
    [
      [214, 108],
      [340, 150],
    ],
    [
      [340, 150],
      [382, 280],
    ],
    [
      [382, 280],
      [330, 362],
    ],
  ];
  return (
    bars
      .map(
        (bar) =>
          line(polyline(bar), INK, 34) +
          line(polyline(bar), paint.base, 26) +
          line(polyline(bar), paint.light, 4),
      )
      .join("") +
    bars.map(([, [x, y] = [0, 0]]) => disc(x, y, 9, METAL)).join("") +
    block(104, 330, 230, 64, 22, INK) +
    disc(288, 362, 15, METAL) +
    line("M288 356V368", INK, 5)
  );
};

export const cableLock: Drawing = (paint) =>
  ["M240 366C80 360 70 130 240 130S400 350 250 340S150 180 240 176S330 290 250 366"]
    .map((d) => line(d, paint.deep, 20) + line(d, paint.base, 14) + line(d, paint.light, 3))
    .join("") +
  block(176, 340, 132, 52, 18, INK) +
  [198, 224, 250, 276]
    .map((x) => box(x - 9, 348, 19, 36, 5, METAL) + line(`M${x - 3} 366h7`, INK, 3))
    .join("");

export const miniPump: Drawing = (paint) =>
  `<g transform="rotate(-32 240 260)">${block(92, 240, 216, 44, 18, paint.base)}${block(300, 232, 96, 60, 22, INK)}${line("M318 244V280M336 244V280M354 244V280", "#596067", 4)}${block(68, 248, 30, 28, 8, METAL)}${line("M104 254H296", paint.pale, 4)}</g>` +
  line("M118 330C100 380 190 400 226 372", INK, 9) +
  block(222, 356, 34, 20, 6, METAL);

export const floorPump: Drawing = (paint) =>
  line("M240 104V214", METAL, 12) +
  block(150, 84, 180, 30, 15, "#c59a62") +
  block(212, 196, 56, 184, 12, paint.base) +
  line("M226 210V366", paint.pale, 5) +
  line("M268 360C350 350 372 220 318 176S280 220 330 290", INK, 9) +
  disc(240, 196, 34, INK) +
  disc(240, 196, 27, PAPER) +
  line("M240 196L254 182", "#ab4237", 4) +
  dashes("M222 208A22 22 0 1 1 258 208", INK, 4, "3 8") +
  block(160, 376, 160, 24, 10, INK);

export const multiTool: Drawing = () =>
  [-58, -30, 196, 222]
    .map(
      (angle, index) =>
        `<g transform="rotate(${angle} ${index < 2 ? 322 : 158} 282)">${block(index < 2 ? 322 : 158, 274, 132, 15, 5, METAL)}${box(index < 2 ? 436 : 272, 268, 22, 15, 4, METAL_DARK)}</g>`,
    )
    .join("") +
  block(120, 246, 240, 76, 30, "#c59a62") +
  line("M150 268H320M150 284H330M150 300H310", "#a97d47", 2.4) +
  disc(152, 284, 15, METAL) +
  disc(328, 284, 15, METAL) +
  disc(152, 284, 5, METAL_DARK) +
  disc(328, 284, 5, METAL_DARK);

export const bell: Drawing = (paint) =>
  line("M70 366H410", METAL_DARK, 30) +
  block(204, 330, 72, 62, 14, INK) +
  form("M124 306C124 204 180 160 240 160S356 204 356 306Q356 324 338 324H142Q124 324 124 306Z", paint.base) +
  line("M150 288C152 226 184 190 222 182", paint.pale, 9) +
  disc(240, 158, 16, BRASS) +
  line("M352 312L392 286", METAL, 9) +
  disc(396, 283, 13, paint.dark);

export const saddleCover: Drawing = (paint) =>
  line("M252 322L240 404M214 326L298 326", METAL_DARK, 12) +
  form(
    "M82 238C96 186 156 190 214 206S364 200 396 226Q418 250 388 268C330 290 288 286 262 322Q190 366 116 336Q70 310 82 238Z",
    paint.base,
  ) +
  line("M92 300C120 338 196 346 258 308C290 272 340 278 392 256", paint.dark, 7) +
  line("M108 236C140 208 190 220 226 226", paint.pale, 7) +
  line("M196 262q-7 12 0 18t0 -18M236 250q-7 12 0 18t0 -18M158 262q-7 12 0 18t0 -18", paint.pale, 3);
