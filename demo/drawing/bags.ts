import {
  BRASS,
  block,
  box,
  type Drawing,
  dashes,
  disc,
  fill,
  form,
  group,
  INK,
  LEATHER,
  label,
  line,
  METAL,
  oval,
  PAPER,
  ring,
} from "./pen.ts";

const straps = (colour: string): string =>
  line("M150 180C104 220 104 300 134 372", colour, 18) + line("M330 180C376 220 376 300 346 372", colour, 18);
const grip = (colour: string): string => line("M212 104C212 62 268 62 268 104", colour, 11);
const buckle = (x: number, y: number): string =>
  box(x - 11, y - 8, 22, 16, 4, BRASS) + box(x - 6, y - 4, 12, 8, 2, "#a9823c");

export const zipBackpack: Drawing = (paint) =>
  straps(paint.deep) +
  grip(paint.deep) +
  form(
    "M148 182C148 116 188 92 240 92S332 116 332 182L342 352Q342 400 296 400H184Q138 400 138 352Z",
    paint.base,
  ) +
  line("M172 236V190C172 144 200 126 240 126S308 144 308 190V236", paint.deep, 4) +
  box(303, 232, 10, 22, 5, LEATHER) +
  block(168, 262, 144, 116, 22, paint.light) +
  line("M184 288H296", paint.deep, 4) +
  box(286, 286, 9, 20, 4, LEATHER) +
  label(240, 336);

export const rollTopBackpack: Drawing = (paint) =>
  straps(paint.deep) +
  form("M150 152H330L344 352Q344 400 298 400H182Q136 400 136 352Z", paint.base) +
  fill("M137 340L343 340L344 352Q344 400 298 400H182Q136 400 136 352Z", paint.dark) +
  block(134, 108, 212, 46, 23, paint.light) +
  line("M152 131H328", paint.dark, 3) +
  line("M152 142V262", paint.deep, 10) +
  line("M328 142V262", paint.deep, 10) +
  box(142, 206, 20, 28, 5, INK) +
  box(318, 206, 20, 28, 5, INK) +
  line("M240 112V236", paint.deep, 12) +
  box(227, 196, 26, 30, 5, LEATHER) +
  block(184, 262, 112, 66, 14, paint.light) +
  line("M196 278H284", paint.deep, 4) +
  dashes("M156 356H324", PAPER, 6, "26 10") +
  label(240, 306);

export const flapBackpack: Drawing = (paint) =>
  straps(LEATHER) +
  grip(LEATHER) +
  form("M146 170H334L344 352Q344 400 298 400H182Q136 400 136 352Z", paint.base) +
  block(170, 280, 140, 102, 18, paint.dark) +
  form(
    "M142 190C142 116 182 94 240 94S338 116 338 190V236Q338 268 306 268H174Q142 268 142 236Z",
    paint.light,
  ) +
  dashes("M156 240Q158 254 178 255H302Q322 254 324 240", paint.deep, 2.4, "7 6") +
  line("M192 226V322", LEATHER, 15) +
  line("M288 226V322", LEATHER, 15) +
  buckle(192, 300) +
  buckle(288, 300) +
  label(240, 216);

export const hikingBackpack: Drawing = (paint) =>
  straps(paint.deep) +
  line("M134 346C96 350 84 372 92 386", paint.deep, 22) +
  line("M346 346C384 350 396 372 388 386", paint.deep, 22) +
  form("M160 128H320L336 344Q336 386 296 386H184Q144 386 144 344Z", paint.base) +
  form("M146 262L128 282V352L148 372Z", paint.dark) +
  form("M334 262L352 282V352L332 372Z", paint.dark) +
  box(126, 232, 18, 64, 9, "#9fc3cf") +
  block(132, 384, 216, 36, 18, "#e0b45a") +
  line("M186 384V420M294 384V420", paint.deep, 8) +
  form("M156 132C156 84 196 70 240 70S324 84 324 132Q324 158 298 158H182Q156 158 156 132Z", paint.light) +
  line("M200 152V214M280 152V214", paint.deep, 8) +
  box(191, 196, 18, 14, 3, INK) +
  box(271, 196, 18, 14, 3, INK) +
  block(182, 226, 116, 130, 20, paint.light) +
  line("M196 250H284", paint.deep, 4) +
  line("M152 318L182 296M328 318L298 296", paint.deep, 5) +
  label(240, 306);

export const messengerBag: Drawing = (paint) =>
  line("M112 250C130 80 350 80 368 250", paint.deep, 15) +
  block(94, 214, 292, 182, 26, paint.dark) +
  form("M88 220Q88 200 108 200H372Q392 200 392 220V316Q392 348 360 348H120Q88 348 88 316Z", paint.base) +
  dashes("M102 312Q104 334 122 335H358Q376 334 378 312", paint.pale, 2.4, "8 6") +
  line("M166 306V372M314 306V372", LEATHER, 17) +
  buckle(166, 352) +
  buckle(314, 352) +
  label(240, 292);

export const toteBag: Drawing = (paint) =>
  line("M180 190C176 70 304 70 300 190", paint.deep, 12) +
  form("M116 176H364L384 376Q386 400 360 400H120Q94 400 96 376Z", paint.base) +
  fill("M103 312L377 312L384 376Q386 400 360 400H120Q94 400 96 376Z", paint.dark) +
  line("M122 196H358", paint.dark, 4) +
  line("M180 178V256M300 178V256", LEATHER, 15) +
  disc(180, 250, 3.4, BRASS) +
  disc(300, 250, 3.4, BRASS) +
  label(240, 288);

export const slingBag: Drawing = (paint) =>
  line("M116 292C70 130 250 40 356 110", paint.deep, 17) +
  line("M356 110C400 150 396 220 366 262", paint.deep, 17) +
  group(
    "rotate(-14 240 286)",
    form(
      "M108 264Q108 206 166 206H314Q372 206 372 264V316Q372 374 314 374H166Q108 374 108 316Z",
      paint.base,
    ) +
      line("M126 268Q126 226 168 226H312Q354 226 354 268", paint.deep, 4) +
      box(346, 262, 10, 24, 5, LEATHER) +
      block(144, 276, 192, 76, 22, paint.light) +
      line("M160 296H320", paint.deep, 4) +
      label(240, 324),
  );

export const duffelBag: Drawing = (paint) =>
  line("M182 250C176 120 304 120 298 250", paint.deep, 13) +
  form("M116 220H364Q416 220 416 276V344Q416 400 364 400H116Q64 400 64 344V276Q64 220 116 220Z", paint.base) +
  form("M116 220Q64 220 64 276V344Q64 400 116 400Q142 400 142 310T116 220Z", paint.dark) +
  line("M150 246H392", paint.deep, 4) +
  box(378, 240, 24, 11, 5, LEATHER) +
  line("M182 236V398M298 236V398", paint.deep, 15) +
  box(172, 300, 20, 30, 5, paint.light) +
  box(288, 300, 20, 30, 5, paint.light) +
  dashes("M206 372H276", PAPER, 5, "18 8") +
  label(240, 318);

export const packingCubes: Drawing = (paint) => {
  const cube = (x: number, y: number, width: number, height: number, colour: string) =>
    block(x, y, width, height, 16, colour) +
    box(x + 16, y + 26, width - 32, height - 42, 10, paint.pale) +
    dashes(`M${x + 22} ${y + 42}H${x + width - 22}`, paint.base, 2, "3 5") +
    line(`M${x + 14} ${y + 13}H${x + width - 14}`, paint.deep, 3) +
    box(x + width - 32, y + 8, 18, 10, 4, LEATHER);
  return (
    cube(92, 300, 296, 100, paint.base) +
    cube(122, 214, 226, 88, paint.dark) +
    cube(166, 142, 148, 74, paint.light)
  );
};

export const dryBag: Drawing = (paint) =>
  form("M148 172H332V366Q332 402 240 402T148 366Z", paint.base) +
  box(280, 182, 26, 200, 13, paint.pale) +
  block(138, 132, 204, 46, 18, paint.light) +
  line("M148 155H332", paint.dark, 3) +
  line("M150 136C150 88 214 74 240 74S330 88 330 136", paint.deep, 11) +
  box(220, 64, 40, 22, 6, INK) +
  ring(166, 250, 11, METAL, 5) +
  label(214, 290);

export const pouch: Drawing = (paint) =>
  form("M92 262Q92 220 134 220H346Q388 220 388 262V362Q388 400 350 400H130Q92 400 92 362Z", paint.base) +
  line("M108 258H372", paint.deep, 5) +
  box(340, 252, 12, 34, 6, LEATHER) +
  line("M92 276C60 270 60 330 92 324", LEATHER, 11) +
  line("M170 222C160 160 214 150 226 190S276 200 270 158", INK, 7) +
  box(256, 116, 28, 46, 7, PAPER) +
  line("M264 116V104M276 116V104", METAL, 5) +
  label(240, 340);

export const laptopSleeve: Drawing = (paint) =>
  group(
    "rotate(-6 240 280)",
    block(104, 136, 264, 190, 12, "#ccd2d4") + box(118, 150, 236, 150, 4, "#5d6870"),
  ) +
  block(84, 206, 312, 196, 22, paint.base) +
  form(
    "M84 228Q84 206 106 206H374Q396 206 396 228V262Q396 286 372 288L240 298 108 288Q84 286 84 262Z",
    paint.light,
  ) +
  oval(240, 282, 11, 11, LEATHER) +
  dashes("M98 384H382", paint.pale, 2.4, "8 6") +
  label(344, 358);
