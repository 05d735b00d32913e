import {
  block,
  box,
  type Drawing,
  disc,
  fill,
  form,
  INK,
  LEATHER,
  label,
  line,
  METAL_DARK,
  oval,
  PAPER,
  ring,
} from "./pen.ts";

const peg = (x: number, y: number): string => line(`M${x} ${y}l6 14`, METAL_DARK, 5);
const guy = (d: string): string => line(d, "#ece2cccc", 2.6);

export const domeTent: Drawing = (paint) =>
  guy("M120 300L40 398M360 300L440 398") +
  peg(38, 390) +
  peg(438, 390) +
  form("M64 396C90 250 150 150 240 150S390 250 416 396Z", paint.base) +
  fill("M240 150C150 150 90 250 64 396H150C160 300 190 210 240 150Z", paint.light) +
  fill("M190 396C196 310 214 250 240 214C266 250 284 310 290 396Z", paint.deep) +
  fill("M240 214C214 250 196 310 190 396H228C230 320 234 262 240 214Z", "#fbe6ae") +
  form("M240 214C268 250 286 310 290 396L330 390C316 300 284 240 240 214Z", paint.dark) +
  line("M64 396C96 240 160 150 240 150C330 150 390 250 416 396", paint.deep, 5) +
  line("M150 396C162 290 196 206 240 150C288 206 318 290 330 396", paint.deep, 3.4) +
  label(114, 356) +
  line("M56 397H424", paint.deep, 5);

export const tunnelTent: Drawing = (paint) =>
  guy("M100 210L24 398M400 240L462 398") +
  peg(22, 390) +
  peg(458, 390) +
  form("M50 398C52 240 80 186 150 182L350 206C414 220 430 300 432 398Z", paint.base) +
  form("M50 398C52 240 80 186 150 182C206 186 226 260 228 398Z", paint.light) +
  fill("M86 398C86 300 106 246 146 244S198 300 198 398Z", paint.deep) +
  fill("M86 398C86 300 106 246 146 244C124 280 120 330 122 398Z", "#fbe6ae") +
  line("M228 398C226 260 206 186 150 182", paint.deep, 5) +
  line("M330 398C332 280 316 214 284 199M428 398C424 290 404 222 350 206", paint.deep, 4) +
  block(252, 276, 54, 50, 12, paint.pale) +
  line("M279 276V326M252 301H306", paint.dark, 4) +
  label(374, 330) +
  line("M42 399H440", paint.deep, 5);

export const tipiTent: Drawing = (paint) =>
  guy("M130 300L44 398M350 300L436 398") +
  peg(42, 390) +
  peg(434, 390) +
  line("M240 92V60M240 92L222 66M240 92L258 66", "#8a6540", 6) +
  form("M240 88L404 384Q320 406 240 406T76 384Z", paint.base) +
  fill("M240 88L76 384Q110 398 160 402Z", paint.light) +
  fill("M240 190L284 405H196Z", "#4a4541") +
  fill("M240 190L216 406H196Z", "#fbe6ae") +
  form("M240 186L286 405L320 402Z", paint.dark) +
  line("M240 88L160 402M240 88L320 402", paint.dark, 3) +
  line("M150 244Q240 272 330 244", paint.dark, 3) +
  line("M210 132Q240 142 270 132", LEATHER, 6);

export const tarp: Drawing = (paint) =>
  line("M240 398V128", "#8a6540", 11) +
  guy("M240 128L34 398M62 260L24 398M418 260L458 398") +
  form("M240 122L424 264L330 286L56 264Z", paint.dark) +
  form("M240 122L330 286L56 264Z", paint.base) +
  line("M240 122L150 272M240 122L330 286", paint.light, 3) +
  block(272, 348, 108, 32, 16, "#6d7d88") +
  line("M292 348V380M360 348V380", INK, 5) +
  disc(150, 384, 13, "#8a6540") +
  disc(174, 386, 13, "#a97d47") +
  fill("M162 374c16 -18 6 -28 2 -42c-14 16 -20 28 -2 42Z", "#e9a13b");

export const hammock: Drawing = (paint) =>
  line("M66 92V404", "#8a6540", 34) +
  line("M414 92V404", "#8a6540", 34) +
  line("M58 120V380M424 140V390", "#a97d47", 5) +
  disc(60, 84, 62, "#7f9a66") +
  disc(420, 80, 66, "#6f8c5a") +
  line("M70 190L118 220M410 190L362 220", LEATHER, 9) +
  form("M112 214C150 400 330 400 368 214C330 300 150 300 112 214Z", paint.base) +
  form("M112 214C150 300 330 300 368 214C330 346 150 346 112 214Z", paint.light) +
  line("M150 296C190 352 290 352 330 296", paint.dark, 4) +
  form("M190 282Q196 250 232 262T286 284Q240 304 190 282Z", "#efe5cf");

export const mummyBag: Drawing = (paint) =>
  `<g transform="rotate(-16 240 250)">${form("M176 120C176 60 304 60 304 120L326 210Q330 320 284 400Q240 420 196 400Q150 320 154 210Z", paint.base)}${fill("M198 128C198 84 282 84 282 128Q282 172 240 178T198 128Z", paint.deep)}${form("M206 140Q240 122 274 140Q276 168 240 172T206 140Z", PAPER)}${[206, 240, 274, 308, 342, 374].map((y) => line(`M${158 + Math.max(0, y - 300) * 0.45} ${y}Q240 ${y + 20} ${322 - Math.max(0, y - 300) * 0.45} ${y}`, paint.dark, 4)).join("")}${line("M300 176Q326 270 282 380", paint.pale, 5)}${box(298, 210, 11, 22, 5, LEATHER)}</g>` +
  block(336, 330, 82, 70, 22, paint.dark) +
  oval(348, 365, 13, 35, paint.light) +
  line("M384 332V398", paint.deep, 5);

export const sleepingMat: Drawing = (paint) =>
  form("M66 300L250 176H436L300 338H84Q52 330 66 300Z", paint.base) +
  [0, 1, 2, 3]
    .map((index) => line(`M${112 + index * 46} 332L${286 + index * 38} 180`, paint.dark, 5))
    .join("") +
  form("M250 176H436Q450 160 430 152H270Z", paint.light) +
  form("M60 316Q60 300 84 300L300 326Q318 330 308 346Q300 354 284 352L78 338Q60 334 60 316Z", paint.dark) +
  block(300, 318, 128, 80, 38, paint.light) +
  oval(324, 358, 24, 40, paint.dark) +
  ring(324, 358, 13, paint.pale, 4) +
  line("M372 320V396M396 320V396", paint.deep, 6) +
  box(88, 306, 18, 18, 6, INK);
