import {
  block,
  box,
  type Drawing,
  disc,
  fill,
  form,
  group,
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
  guy("M108 176L26 398M372 176L454 398M40 318L14 398M440 318L466 398") +
  line("M108 176V400M372 176V400", "#8a6540", 9) +
  form(
    "M108 172H372L440 322Q410 300 376 318T308 312Q274 300 240 318T172 312Q138 300 104 320T40 322Z",
    paint.base,
  ) +
  fill("M108 172H240V318Q206 300 172 312Q138 300 104 320T40 322Z", paint.light) +
  line("M108 172H372", paint.deep, 6) +
  line("M196 174L180 308M284 174L300 308", paint.dark, 3) +
  block(268, 356, 104, 34, 17, "#6d7d88") +
  line("M290 356V390M350 356V390", INK, 5) +
  disc(168, 388, 13, "#8a6540") +
  disc(192, 390, 13, "#a97d47") +
  fill("M180 376c16 -18 6 -28 2 -42c-14 16 -20 28 -2 42Z", "#e9a13b");

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
  group(
    "rotate(-10 220 250)",
    block(130, 84, 186, 316, 44, paint.dark) + block(138, 84, 178, 306, 42, paint.base),
    [0, 1, 2, 3]
      .map(
        (index) =>
          line(`M${172 + index * 36} 112V364`, paint.dark, 6) +
          line(`M${180 + index * 36} 118V356`, paint.light, 4),
      )
      .join(""),
    block(162, 96, 130, 50, 22, paint.pale),
    box(292, 366, 18, 18, 6, INK),
  ) +
  block(318, 322, 112, 80, 38, paint.light) +
  oval(340, 362, 24, 40, paint.dark) +
  ring(340, 362, 13, paint.pale, 4) +
  line("M382 324V400M404 324V400", paint.deep, 6);
