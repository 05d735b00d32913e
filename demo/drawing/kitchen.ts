import {
  block,
  box,
  type Drawing,
  dashes,
  disc,
  fill,
  form,
  INK,
  LEATHER,
  line,
  METAL,
  METAL_DARK,
  oval,
  PAPER,
  ring,
} from "./pen.ts";

const WOOD = "#c59a62";
const FLAME =
  fill("M240 0C262 -26 250 -40 244 -58C226 -38 216 -22 240 0Z", "#e9a13b") +
  fill("M240 0C252 -14 246 -24 242 -34C232 -22 228 -12 240 0Z", "#fbe3a0");
const flame = (x: number, y: number, size = 1): string =>
  `<g transform="translate(${x - 240 * size} ${y}) scale(${size})">${FLAME}</g>`;
const steam = (x: number, y: number): string =>
  line(`M${x} ${y}c-12 -18 12 -26 0 -46M${x + 26} ${y - 4}c-12 -18 12 -26 0 -46`, "#ffffff99", 6);
/** The light along a vessel's left side. */
const gleam = (x: number, top: number, bottom: number): string =>
  line(`M${x} ${top}V${bottom}`, "#ffffff66", 8);

export const steelBottle: Drawing = (paint) =>
  line("M222 96C222 52 258 52 258 96", LEATHER, 10) +
  block(206, 92, 68, 42, 10, METAL) +
  line("M206 106H274M206 118H274", METAL_DARK, 2.4) +
  form(
    "M212 134H268Q268 158 300 176Q316 190 316 220V372Q316 402 286 402H194Q164 402 164 372V220Q164 190 180 176Q212 158 212 134Z",
    paint.base,
  ) +
  gleam(190, 222, 362) +
  line("M214 300l16 -26 12 16 12 -20 18 30", PAPER, 4);

export const glassBottle: Drawing = (paint) =>
  block(206, 84, 68, 46, 10, WOOD) +
  form(
    "M212 130H268Q268 156 296 174Q310 188 310 216V372Q310 402 282 402H198Q170 402 170 372V216Q170 188 184 174Q212 156 212 130Z",
    "#cfe3e0",
  ) +
  gleam(190, 190, 222) +
  form("M168 240Q240 228 312 240V372Q312 404 282 404H198Q168 404 168 372Z", paint.base) +
  Array.from({ length: 7 }, (_, index) => dashes(`M176 ${262 + index * 20}H304`, paint.dark, 4, "8 6")).join(
    "",
  );

export const bikeBottle: Drawing = (paint) =>
  block(220, 72, 40, 34, 12, paint.pale) +
  block(190, 100, 100, 44, 14, INK) +
  form(
    "M180 144H300Q308 170 306 196Q286 214 286 230T308 266V374Q308 402 280 402H200Q172 402 172 374V266Q194 246 194 230T174 196Q172 170 180 144Z",
    paint.base,
  ) +
  gleam(198, 274, 366) +
  line("M214 330l14 -22 11 13 11 -17 16 26", PAPER, 4) +
  line("M196 224H284", paint.dark, 4);

export const softFlask: Drawing = (paint) =>
  block(206, 82, 68, 60, 14, INK) +
  line("M206 104H274M206 118H274", "#566068", 3) +
  form(
    "M212 142H268Q318 176 322 260Q324 360 300 396Q240 410 180 396Q156 360 158 260Q162 176 212 142Z",
    paint.light,
  ) +
  form("M160 284Q240 264 321 284Q322 366 300 396Q240 410 180 396Q158 366 160 284Z", paint.base) +
  [262, 296, 330, 364].map((y) => line(`M290 ${y}h18`, PAPER, 3)).join("") +
  gleam(188, 220, 350) +
  line("M228 142V250M240 142V256M252 142V250", PAPER, 4);

export const flask: Drawing = (paint) =>
  block(190, 76, 100, 84, 16, METAL) +
  line("M190 146H290", METAL_DARK, 3) +
  block(182, 160, 116, 22, 6, INK) +
  form(
    "M182 182H298Q318 190 318 214V372Q318 402 288 402H192Q162 402 162 372V214Q162 190 182 182Z",
    paint.base,
  ) +
  gleam(190, 216, 362) +
  line("M162 376H318", METAL_DARK, 5) +
  line("M212 300l16 -26 12 16 12 -20 18 30", PAPER, 4);

export const sportFlask: Drawing = (paint) =>
  line("M196 120C190 66 290 66 284 120", INK, 12) +
  line("M250 118V74L284 62", paint.pale, 12) +
  block(184, 112, 112, 46, 16, INK) +
  form("M178 158H302Q316 168 316 190V356H164V190Q164 168 178 158Z", paint.base) +
  form("M160 350H320V374Q320 402 290 402H190Q160 402 160 374Z", paint.deep) +
  gleam(188, 186, 336) +
  line("M212 276l16 -26 12 16 12 -20 18 30", PAPER, 4);

export const foodJar: Drawing = (paint) =>
  steam(228, 118) +
  block(150, 136, 180, 62, 20, METAL) +
  line("M160 178H320", METAL_DARK, 3) +
  block(156, 196, 168, 20, 6, INK) +
  form(
    "M152 216H328Q342 224 342 246V366Q342 402 306 402H174Q138 402 138 366V246Q138 224 152 216Z",
    paint.base,
  ) +
  gleam(166, 250, 358) +
  `<g transform="rotate(24 372 330)">${oval(372, 262, 19, 28, METAL)}${box(367, 286, 10, 112, 5, METAL)}</g>` +
  line("M212 320l16 -26 12 16 12 -20 18 30", PAPER, 4);

export const travelMug: Drawing = (paint) =>
  steam(226, 98) +
  block(176, 108, 128, 34, 12, INK) +
  oval(240, 108, 40, 8, "#4c5258") +
  form("M172 142H308L292 376Q290 402 264 402H216Q190 402 188 376Z", paint.base) +
  form("M178 228H302L297 302H183Z", LEATHER) +
  dashes("M184 242H296M186 288H294", "#8f5f38", 2.4, "7 5") +
  gleam(202, 312, 372) +
  gleam(194, 156, 216);

export const enamelMug: Drawing = (paint) =>
  steam(212, 148) +
  line("M326 222C404 210 404 340 318 338", paint.dark, 24) +
  line("M326 222C396 212 396 334 318 336", paint.base, 14) +
  form("M122 178H336L324 376Q322 400 296 400H162Q136 400 134 376Z", paint.base) +
  oval(229, 178, 107, 21, INK) +
  oval(229, 180, 98, 15, "#6b4a33") +
  [
    [160, 250],
    [190, 318],
    [288, 276],
    [254, 350],
    [218, 226],
    [300, 338],
    [166, 366],
    [244, 286],
  ]
    .map(([x = 0, y = 0]) => disc(x, y, 3.4, paint.pale))
    .join("") +
  gleam(154, 226, 366);

export const gasStove: Drawing = () =>
  block(158, 272, 164, 130, 34, "#c0613a") +
  box(158, 318, 164, 40, 0, PAPER) +
  line("M214 344l14 -20 11 12 11 -16 16 24", "#c0613a", 4) +
  block(216, 226, 48, 50, 8, METAL_DARK) +
  line("M262 250H330C350 250 350 276 366 276", METAL, 7) +
  line("M150 154L186 154L224 230M330 154L294 154L256 230", METAL, 10) +
  block(200, 190, 80, 34, 12, METAL) +
  [214, 232, 250, 268].map((x) => flame(x, 190, 0.62)).join("");

export const twoBurnerStove: Drawing = (paint) =>
  form("M84 178Q84 158 104 158H376Q396 158 396 178V296H84Z", paint.dark) +
  box(104, 176, 272, 104, 8, paint.light) +
  flame(158, 282, 0.8) +
  flame(322, 282, 0.8) +
  block(66, 290, 348, 96, 18, paint.base) +
  line("M92 288H224M256 288H388", INK, 9) +
  line("M112 288V276M158 288V280M204 288V276M276 288V276M322 288V280M368 288V276", INK, 7) +
  disc(140, 344, 22, PAPER) +
  disc(340, 344, 22, PAPER) +
  line("M140 344V326M340 344L352 330", INK, 6) +
  box(206, 334, 68, 20, 4, PAPER) +
  box(92, 384, 40, 16, 6, INK) +
  box(348, 384, 40, 16, 6, INK);

export const woodStove: Drawing = () =>
  [200, 226, 252, 280].map((x, index) => flame(x, 182, 0.8 + (index % 2) * 0.35)).join("") +
  line("M150 150L206 232M322 148L274 232", "#8a6540", 14) +
  form("M150 176H330L346 396H134Z", METAL) +
  form("M150 176H240V396H134Z", "#d3d8d9") +
  fill("M196 300H284L292 372H188Z", "#4a4541") +
  flame(226, 370, 0.8) +
  flame(256, 370, 1) +
  [
    [180, 214],
    [212, 214],
    [268, 214],
    [300, 214],
    [178, 250],
    [302, 250],
    [210, 250],
    [270, 250],
  ]
    .map(([x = 0, y = 0]) => disc(x, y, 8, METAL_DARK))
    .join("") +
  line("M124 398H356", METAL_DARK, 8);

export const potSet: Drawing = (paint) =>
  line("M354 232L436 208", INK, 13) +
  form("M126 214H354L346 258H134Z", paint.dark) +
  oval(240, 214, 114, 18, paint.light) +
  form("M134 264H346V372Q346 402 316 402H164Q134 402 134 372Z", paint.base) +
  line("M130 266H350", METAL, 8) +
  gleam(158, 290, 372) +
  line("M346 316L428 300L428 330L346 346", METAL, 9) +
  form("M64 356H136Q136 400 100 400T64 356Z", "#c0613a") +
  oval(100, 356, 36, 9, "#9c4a2c");

export const skillet: Drawing = (paint) =>
  `<g transform="rotate(-28 240 260)">${block(338, 246, 132, 28, 14, paint.dark)}${disc(450, 260, 7, PAPER)}${disc(216, 260, 138, paint.deep)}${disc(216, 260, 122, paint.base)}${disc(216, 260, 112, paint.dark)}</g>` +
  fill(
    "M148 262C150 220 196 210 220 232C250 214 286 236 276 272C288 312 242 330 214 312C178 328 140 304 148 262Z",
    "#fbf5e6",
  ) +
  disc(210, 270, 30, "#eab03f") +
  oval(200, 260, 9, 6, "#f7d78a") +
  line("M262 196l12 10M150 226l8 12M284 320l-10 8", "#c0613a", 6);

export const kettle: Drawing = (paint) =>
  steam(374, 196) +
  line("M142 232C140 92 340 92 338 232", INK, 12) +
  line("M196 130H284", WOOD, 20) +
  form("M336 262L398 210L414 220L362 330Z", paint.dark) +
  form("M146 226H334Q372 250 372 330Q372 400 312 400H168Q108 400 108 330Q108 250 146 226Z", paint.base) +
  form("M150 226Q240 190 330 226Q240 246 150 226Z", paint.light) +
  disc(240, 202, 13, WOOD) +
  gleam(142, 290, 352);

export const coffeeDripper: Drawing = () =>
  form("M140 128H340L276 236H204Z", "#f2e3c5") +
  fill("M162 150H318L300 180H180Z", "#6b4a33") +
  line("M130 122L206 240M350 122L274 240M240 128V240", METAL_DARK, 9) +
  line("M124 122H356", METAL, 10) +
  oval(240, 250, 92, 11, METAL_DARK) +
  line("M240 252V284", "#6b4a33", 5) +
  line("M320 300C382 294 382 376 316 372", "#345c49", 14) +
  form("M152 270H328L320 380Q318 400 298 400H182Q162 400 160 380Z", "#3f6b55") +
  line("M152 272H328", INK, 6) +
  gleam(176, 296, 376);

export const mokaPot: Drawing = (paint) =>
  steam(186, 108) +
  line("M312 152C394 140 382 250 330 270", INK, 20) +
  form("M172 128H300L324 252H164L132 170Z", paint.base) +
  form("M168 132L184 108H292L304 132Z", paint.light) +
  disc(240, 100, 14, WOOD) +
  line("M204 132L192 252M262 132L272 252", paint.dark, 4) +
  block(156, 252, 172, 24, 6, paint.dark) +
  form("M162 276H322L346 386Q348 400 332 400H152Q136 400 138 386Z", paint.base) +
  line("M206 276L194 400M274 276L286 400", paint.dark, 4) +
  disc(240, 330, 9, METAL_DARK);

export const cutlery: Drawing = () =>
  form("M92 236H388V370Q388 398 360 398H120Q92 398 92 370Z", "#8b9a8a") +
  block(152, 176, 20, 170, 10, METAL) +
  oval(162, 140, 27, 44, METAL) +
  block(230, 176, 20, 170, 10, METAL) +
  line("M222 96V142Q222 176 240 176T258 142V96M240 96V172", METAL, 10) +
  block(308, 176, 20, 170, 10, METAL) +
  form("M306 184V104Q332 90 332 140L328 184Z", METAL) +
  form("M92 270H388V370Q388 398 360 398H120Q92 398 92 370Z", "#a3b1a0") +
  line("M206 270V396M278 270V396", "#7d8c7c", 3) +
  line("M92 330H388", LEATHER, 15) +
  box(224, 318, 32, 24, 5, PAPER);

export const coolerBag: Drawing = (paint) =>
  line("M164 216C160 84 320 84 316 216", paint.deep, 14) +
  form("M88 212H392V366Q392 402 356 402H124Q88 402 88 366Z", paint.base) +
  block(78, 184, 324, 46, 18, paint.light) +
  line("M92 230H388", paint.deep, 4) +
  line("M164 224V398M316 224V398", paint.deep, 15) +
  block(190, 278, 100, 84, 14, paint.dark) +
  line("M240 296V344M219 308L261 332M261 308L219 332", PAPER, 5);

export const grill: Drawing = (paint) =>
  [198, 232, 266].map((x, index) => flame(x, 388, 1 + (index % 2) * 0.4)).join("") +
  line("M170 394L310 372M170 372L310 394", "#8a6540", 15) +
  line("M100 210L120 402M380 210L360 402", paint.dark, 11) +
  line("M76 252H404M86 292H394", METAL_DARK, 4) +
  block(70, 236, 340, 14, 7, INK) +
  line(Array.from({ length: 12 }, (_, index) => `M${88 + index * 27.6} 232V250`).join(""), METAL, 5) +
  [
    [134, 222, "#c0613a"],
    [196, 222, "#d9a441"],
    [262, 222, "#71824f"],
    [330, 222, "#c0613a"],
  ]
    .map(([x, y, colour]) => oval(Number(x), Number(y), 27, 15, String(colour)))
    .join("") +
  line("M112 226L366 214", "#8a6540", 5);

const lampGlow = (x: number, y: number, radius: number): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="url(#glow)"/>`;

export const frontLight: Drawing = (paint) =>
  lampGlow(372, 228, 150) +
  fill("M352 186L470 130V330L352 270Z", "url(#beam)") +
  line("M200 290C140 300 140 372 236 372S330 310 280 292", INK, 20) +
  form(
    "M118 192Q118 176 136 176H300L352 160Q364 158 364 172V284Q364 298 352 296L300 280H136Q118 280 118 264Z",
    paint.base,
  ) +
  form("M332 166L352 160Q364 158 364 172V284Q364 298 352 296L332 290Z", METAL) +
  oval(364, 228, 17, 62, "#ffefb8") +
  line("M156 196V260M176 196V260M196 196V260", paint.dark, 6) +
  box(226, 164, 44, 15, 7, "#7fc7a4") +
  gleam(136, 200, 252);

export const rearLight: Drawing = (paint) =>
  `<circle cx="240" cy="240" r="190" fill="url(#redglow)"/>` +
  line("M166 288C116 320 150 392 240 392S364 320 314 288", INK, 20) +
  block(158, 118, 164, 216, 62, paint.dark) +
  box(176, 138, 128, 176, 50, "#c9473c") +
  [178, 212, 246, 280].map((y) => oval(240, y, 38, 10, "#ff9d85")).join("") +
  box(194, 152, 10, 70, 5, "#ffffff55");

export const lightSet: Drawing = (paint) =>
  `<g transform="translate(-46 -44) scale(.82)">${frontLight(paint)}</g><g transform="translate(224 172) scale(.56)">${rearLight(paint)}</g>`;

export const headlamp: Drawing = (paint) =>
  lampGlow(240, 326, 150) +
  line("M86 226A154 70 0 0 1 394 226", paint.dark, 30) +
  line("M240 160V282", paint.dark, 22) +
  line("M86 226C86 340 394 340 394 226", paint.base, 40) +
  dashes("M90 238C100 346 380 346 390 238", paint.pale, 4, "12 9") +
  block(76, 214, 30, 44, 8, paint.deep) +
  block(160, 270, 160, 116, 38, INK) +
  disc(218, 328, 42, METAL) +
  disc(218, 328, 33, "#fff0bd") +
  oval(206, 316, 10, 8, "#ffffff") +
  disc(284, 308, 17, METAL) +
  disc(284, 308, 12, "#ffe18f") +
  disc(284, 352, 10, "#c9473c") +
  box(186, 260, 30, 14, 6, paint.light) +
  box(264, 260, 30, 14, 6, paint.light);

export const lantern: Drawing = (paint) =>
  lampGlow(240, 262, 200) +
  line("M160 170C150 44 330 44 320 170", METAL_DARK, 8) +
  line("M206 78H274", WOOD, 20) +
  form("M172 176Q174 132 240 128T308 176Z", paint.base) +
  box(160, 170, 160, 20, 8, paint.dark) +
  form("M170 190H310Q334 262 310 334H170Q146 262 170 190Z", "#fff0c4") +
  oval(240, 270, 38, 52, "#ffffffaa") +
  line("M176 190Q152 262 176 334M304 190Q328 262 304 334", paint.dark, 6) +
  block(152, 332, 176, 68, 18, paint.base) +
  disc(240, 366, 18, WOOD) +
  line("M240 366L248 352", INK, 4);

export const globeLantern: Drawing = (paint) =>
  lampGlow(240, 250, 200) +
  line("M240 60V110", INK, 5) +
  disc(240, 250, 132, "#ffeec2") +
  disc(240, 250, 132, "url(#shade)") +
  [60, 110]
    .map(
      (radius) =>
        `<ellipse cx="240" cy="250" rx="${radius}" ry="131" fill="none" stroke="${paint.dark}" stroke-width="2.4" opacity=".5"/>`,
    )
    .join("") +
  line("M112 220H368M112 282H368M150 164H330M150 338H330", "#c9a86a88", 2.4) +
  block(176, 104, 128, 24, 12, paint.dark) +
  block(182, 372, 116, 24, 12, paint.dark);

export const stringLights: Drawing = (paint) => {
  const bulbs = [
    [66, 146],
    [138, 188],
    [214, 204],
    [292, 196],
    [366, 166],
    [426, 120],
  ] as const;
  return (
    bulbs.map(([x, y]) => lampGlow(x, y + 44, 74)).join("") +
    line("M24 116C140 236 330 236 458 92", INK, 6) +
    bulbs
      .map(
        ([x, y]) =>
          box(x - 9, y, 18, 22, 5, INK) +
          disc(x, y + 42, 24, "#fff0bf") +
          oval(x - 8, y + 36, 5, 8, "#ffffff"),
      )
      .join("") +
    block(150, 308, 180, 92, 30, paint.base) +
    ring(240, 354, 30, paint.dark, 9) +
    disc(240, 354, 9, INK) +
    line("M330 350C392 344 400 290 372 262", INK, 6)
  );
};

export const torch: Drawing = (paint) =>
  `<g transform="rotate(-24 240 260)">${block(80, 232, 210, 56, 14, paint.base)}${dashes("M104 240V280M122 240V280", paint.dark, 5, "5 4")}${dashes("M130 246H270M130 260H270M130 274H270", paint.dark, 6, "4 4")}${form("M284 232L336 208H356V312H336L284 288Z", paint.dark)}${oval(356, 260, 14, 52, "#fff0bd")}${box(206, 222, 34, 14, 7, "#c0613a")}${line("M84 262C40 262 44 330 92 322", LEATHER, 6)}</g>` +
  lampGlow(372, 206, 130);
