import type { Paint } from "./palette.ts";
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
  RUBBER,
} from "./pen.ts";

interface Cut {
  /** y of the hem. */
  hem: number;
  sleeves: "long" | "short" | "none";
  top: "hood" | "collar" | "neck";
  front: (paint: Paint) => string;
}

/** Everything with a torso: front view, arms a little out. */
function garment({ hem, sleeves, top, front }: Cut): Drawing {
  return (paint) => {
    const back =
      top === "hood"
        ? form("M176 128C176 60 304 60 304 128L286 166H194Z", paint.dark) +
          fill("M196 130C196 86 284 86 284 130L262 156H218Z", paint.deep)
        : "";
    const collar =
      top === "collar" ? form("M196 112Q240 96 284 112L290 146Q240 162 190 146Z", paint.dark) : "";
    const arms = {
      long:
        form("M178 136Q134 148 120 206L84 348Q80 366 96 370L122 376Q138 378 142 362L182 236Z", paint.dark) +
        form("M302 136Q346 148 360 206L396 348Q400 366 384 370L358 376Q342 378 338 362L298 236Z", paint.dark),
      short:
        form("M180 134Q132 148 112 216L104 244Q102 252 110 254L154 264Z", paint.dark) +
        form("M300 134Q348 148 368 216L376 244Q378 252 370 254L326 264Z", paint.dark),
      none: "",
    }[sleeves];
    const side = sleeves === "none" ? 166 : 158;
    const torso = `M192 130Q240 ${top === "neck" ? 166 : 152} 288 130Q318 138 326 172L322 240L${480 - side} ${hem - 12}Q${480 - side} ${hem} ${468 - side} ${hem}H${side + 12}Q${side} ${hem} ${side} ${hem - 12}L158 240L154 172Q162 138 192 130Z`;
    return back + arms + form(torso, paint.base) + collar + front(paint);
  };
}

const zip = (to: number, paint: Paint): string =>
  line(`M240 148V${to}`, paint.deep, 5) + box(234, 176, 12, 22, 5, LEATHER);
const pockets = (y: number, paint: Paint): string =>
  line(`M186 ${y}L178 ${y + 52}M294 ${y}L302 ${y + 52}`, paint.deep, 5);
const drops = (paint: Paint): string =>
  line("M196 208q-6 11 0 16t0 -16M286 226q-6 11 0 16t0 -16M204 330q-6 11 0 16t0 -16", paint.pale, 3);

export const rainJacket = garment({
  hem: 384,
  sleeves: "long",
  top: "hood",
  front: (paint) =>
    zip(380, paint) +
    pockets(284, paint) +
    line("M160 238Q200 252 240 250T320 238", paint.dark, 3) +
    drops(paint) +
    line("M212 150V196M268 150V196", PAPER, 3) +
    disc(212, 198, 4, INK) +
    disc(268, 198, 4, INK) +
    label(282, 262),
});
const coat = garment({
  hem: 452,
  sleeves: "long",
  top: "hood",
  front: (paint) =>
    line("M240 148V448", paint.deep, 4) +
    [190, 236, 282, 328].map((y) => disc(228, y, 5, BRASS)).join("") +
    block(174, 296, 46, 40, 6, paint.light) +
    block(262, 296, 46, 40, 6, paint.light) +
    line("M174 308H220M262 308H308", paint.dark, 3) +
    drops(paint) +
    line("M240 380L232 450", paint.deep, 4),
});
/** Longer than the others, so it is drawn smaller to end at the same height. */
export const raincoat: Drawing = (paint) => group("translate(31 9) scale(.87)", coat(paint));

const quilting = (paint: Paint): string =>
  [188, 222, 256, 290, 324, 358]
    .map(
      (y) =>
        line(`M158 ${y}Q200 ${y + 12} 240 ${y + 8}T322 ${y}`, paint.dark, 4) +
        line(`M164 ${y + 7}Q196 ${y + 17} 226 ${y + 14}`, paint.light, 3),
    )
    .join("");
const sleeveQuilting = (paint: Paint): string =>
  [0, 34, 68, 102]
    .map((down) =>
      line(
        `M${128 - down * 0.26} ${214 + down}L${164 - down * 0.2} ${228 + down}M${352 + down * 0.26} ${214 + down}L${316 + down * 0.2} ${228 + down}`,
        paint.deep,
        4,
      ),
    )
    .join("");
export const pufferJacket = garment({
  hem: 384,
  sleeves: "long",
  top: "collar",
  front: (paint) => quilting(paint) + sleeveQuilting(paint) + zip(380, paint) + label(284, 208),
});
export const vest = garment({
  hem: 384,
  sleeves: "none",
  top: "collar",
  front: (paint) => quilting(paint) + zip(380, paint) + label(284, 208),
});
export const fleece = garment({
  hem: 384,
  sleeves: "long",
  top: "collar",
  front: (paint) =>
    zip(262, paint) +
    block(176, 196, 52, 54, 8, paint.dark) +
    line("M180 212H224", paint.deep, 3) +
    Array.from(
      { length: 46 },
      (_, index) => `M${166 + ((index * 37) % 148)} ${262 + ((index * 53) % 112)}q4 -5 8 0`,
    )
      .map((d) => line(d, paint.dark, 2.4))
      .join("") +
    line("M160 372H320", paint.deep, 8),
});
export const tShirt = garment({
  hem: 384,
  sleeves: "short",
  top: "neck",
  front: (paint) =>
    line("M192 130Q240 172 288 130", paint.dark, 8) + line("M164 370H316", paint.dark, 3) + label(286, 352),
});
export const longSleeve = garment({
  hem: 384,
  sleeves: "long",
  top: "collar",
  front: (paint) =>
    zip(224, paint) +
    line("M162 368H318", paint.dark, 3) +
    line("M158 240L178 190M322 240L302 190", paint.dark, 3) +
    label(286, 350),
});

export const poncho: Drawing = (paint) =>
  form("M176 130C176 62 304 62 304 130L286 170H194Z", paint.dark) +
  fill("M196 132C196 88 284 88 284 132L262 158H218Z", paint.deep) +
  form(
    "M190 136Q240 166 290 136Q360 200 412 356Q416 372 400 376Q240 420 80 376Q64 372 68 356Q120 200 190 136Z",
    paint.base,
  ) +
  line("M240 156V268", paint.deep, 5) +
  dashes("M92 346Q240 390 388 346", PAPER, 7, "30 12") +
  line("M178 190Q150 250 138 330M302 190Q330 250 342 330", paint.dark, 4) +
  block(206, 278, 68, 44, 8, paint.light) +
  line("M214 292H266", paint.dark, 3);

export const rainTrousers: Drawing = (paint) =>
  form(
    "M166 92H314L344 388Q344 402 330 402H282Q268 402 266 388L242 208 214 388Q212 402 198 402H150Q136 402 136 388Z",
    paint.base,
  ) +
  box(162, 86, 156, 28, 10, paint.dark) +
  line("M232 100V136M248 100V136", PAPER, 4) +
  line("M182 130L170 182M298 130L310 182", paint.deep, 5) +
  line("M152 262L142 384M328 262L338 384", PAPER, 4) +
  line("M242 208V120", paint.dark, 3) +
  label(286, 226);

export const neckTube: Drawing = (paint) =>
  form(
    "M148 158Q240 120 332 158C340 206 326 238 352 292C378 352 332 398 240 398S102 352 128 292C154 238 140 206 148 158Z",
    paint.base,
  ) +
  oval(240, 158, 92, 30, paint.dark) +
  oval(240, 163, 74, 20, paint.deep) +
  line(
    "M150 216C200 246 270 240 326 208M136 288C190 330 300 322 338 262M150 362C216 382 296 366 342 318",
    paint.dark,
    6,
  ) +
  line(
    "M160 196C196 214 232 216 262 212M146 262C180 290 230 298 268 288M138 336C170 352 214 352 246 344",
    paint.light,
    6,
  ) +
  label(296, 356);

export const gloves: Drawing = (paint) => {
  const hand = (mirror: string) =>
    `<g transform="${mirror}">${form("M100 250Q66 232 62 204Q62 184 80 188Q98 194 118 222Z", paint.dark)}${form("M108 252V138Q108 110 134 110T160 138V220L166 132Q168 104 194 106T218 136L214 300H112Z", paint.base)}${block(106, 296, 112, 88, 16, paint.dark)}${box(112, 318, 100, 10, 5, PAPER)}${line("M128 250H196", paint.deep, 4)}</g>`;
  return hand("translate(4 14)") + hand("translate(476 14) scale(-1 1)");
};

const eyelets = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => line(`M${x} ${y}l34 -14`, PAPER, 6) + disc(x, y, 3.6, METAL)).join("");

export const sneaker: Drawing = (paint) =>
  form(
    "M76 352V262Q78 226 112 232Q140 250 176 230L216 208Q230 204 238 216L268 256C310 286 372 280 402 308Q418 326 414 352Z",
    paint.base,
  ) +
  fill("M318 284Q386 288 408 318Q414 332 414 352H330Q300 312 318 284Z", paint.dark) +
  form("M76 300V262Q78 226 112 232Q124 240 132 240L142 352H76Z", paint.dark) +
  form("M176 230L216 208Q230 204 238 216L246 226 214 250Z", paint.light) +
  eyelets([
    [222, 268],
    [242, 286],
    [264, 300],
  ]) +
  line("M150 318Q200 280 236 320", paint.pale, 7) +
  form("M64 346H424Q432 372 414 384Q404 396 380 396H100Q62 396 64 346Z", PAPER) +
  line("M66 370H420", "#d8cdb6", 4);

const lugs = (y: number): string =>
  Array.from({ length: 11 }, (_, index) => box(76 + index * 31, y, 20, 13, 3, RUBBER)).join("");

export const trailShoe: Drawing = (paint) =>
  lugs(388) +
  form(
    "M72 350L66 262Q66 226 100 232Q132 250 168 230L210 204Q226 200 234 214L266 256C312 284 382 282 412 314Q424 332 416 352Z",
    paint.base,
  ) +
  form("M322 284Q394 290 414 320Q422 336 416 356H344Q300 322 322 284Z", RUBBER) +
  fill("M72 350L67 282Q104 300 138 288L150 352Z", paint.deep) +
  form("M168 230L210 204Q226 200 234 214L244 228 208 252Z", paint.pale) +
  eyelets([
    [214, 268],
    [234, 286],
    [258, 302],
  ]) +
  line("M150 252L186 348M214 320L240 350M180 262L262 348", paint.dark, 7) +
  line("M84 232L78 204", paint.dark, 11) +
  form("M58 346H428Q436 372 418 386Q410 392 384 392H96Q54 392 58 346Z", "#e8dcc2") +
  form("M58 368H426Q424 392 384 394H96Q60 394 58 368Z", paint.dark);

export const hikingBoot: Drawing = (paint) =>
  lugs(390) +
  form(
    "M100 350L106 150Q108 124 136 128L206 134Q228 136 226 158L228 210Q232 240 266 256C318 272 384 276 408 314Q420 334 414 356H100Z",
    paint.base,
  ) +
  form("M104 176L106 146Q108 124 136 128L206 134Q228 136 226 158V176Q160 194 104 176Z", paint.dark) +
  form("M330 278Q396 286 412 322Q420 340 414 360H352Q306 328 330 278Z", RUBBER) +
  fill("M100 350L103 276Q146 290 162 352Z", paint.deep) +
  form("M206 134L244 122Q254 120 254 132L248 216 228 212V158Z", paint.light) +
  [
    [196, 198],
    [198, 224],
    [212, 248],
    [232, 268],
    [256, 284],
  ]
    .map(([x = 0, y = 0]) => line(`M${x} ${y}l38 -12`, "#c0613a", 6) + disc(x, y, 4.4, BRASS))
    .join("") +
  form("M88 348H424Q432 374 414 388Q404 396 380 396H112Q84 396 88 348Z", "#4a4541") +
  line("M92 360H422", "#e4c88f", 4);

export const chelseaBoot: Drawing = (paint) =>
  form(
    "M106 352L112 150Q112 138 126 138H236Q250 138 248 152L242 214Q248 252 290 268C340 282 386 286 404 318Q414 336 410 356H106Z",
    paint.base,
  ) +
  form("M166 152H214L208 262Q190 286 172 262Z", paint.deep) +
  line("M176 160V258M190 160V266M204 160V256", paint.dark, 3) +
  line("M128 140C120 104 152 104 146 140M224 140C218 108 250 108 244 140", LEATHER, 9) +
  line("M300 288Q352 292 386 314", paint.pale, 8) +
  form("M94 348H418Q426 374 408 388Q398 396 374 396H340L326 386H190L180 398H116Q90 398 94 348Z", RUBBER) +
  line("M98 362H414", "#666b70", 3);

export const sandal: Drawing = (paint) =>
  form("M86 344C70 296 80 246 108 238L142 252C124 286 126 316 134 344Z", paint.dark) +
  line("M112 254C150 216 206 214 256 236", paint.dark, 24) +
  form("M300 346C298 284 350 268 392 298C412 312 420 330 422 346Z", paint.dark) +
  form("M192 350C192 284 226 238 258 224L310 250C286 282 272 312 272 350Z", paint.base) +
  line("M214 330C216 288 236 258 260 242", paint.light, 5) +
  line("M318 334C322 306 346 294 372 302", paint.base, 5) +
  block(232, 270, 46, 26, 6, paint.pale) +
  block(148, 214, 38, 24, 6, paint.pale) +
  form(
    "M70 352C66 334 92 332 120 338C190 350 250 352 330 342C380 334 422 334 426 354C430 380 410 398 380 398H340L330 388H220L208 398H112C78 398 72 376 70 352Z",
    RUBBER,
  ) +
  line("M76 350C110 330 180 352 250 352S400 332 420 350", "#a58a66", 12);

const canopyRibs = (paint: Paint): string =>
  line("M240 92Q190 150 172 232M240 92Q290 150 308 232M240 92V226", paint.dark, 3);

export const stickUmbrella: Drawing = (paint) =>
  line("M240 76V352C240 402 178 402 178 356", "#c59a62", 11) +
  form(
    "M62 236C70 132 150 90 240 90S410 132 418 236Q388 206 360 232Q334 202 308 232Q274 200 240 228Q206 200 172 232Q146 202 120 232Q92 206 62 236Z",
    paint.base,
  ) +
  form("M172 232Q190 150 240 90Q150 90 96 160Q66 200 62 236Q92 206 120 232Q146 202 172 232Z", paint.light) +
  canopyRibs(paint) +
  disc(240, 78, 7, BRASS);

export const pocketUmbrella: Drawing = (paint) =>
  `<g transform="rotate(24 240 250)">${form("M196 150H284L274 356Q240 376 206 356Z", paint.base)}${line("M214 156L218 360M240 152V366M266 156L262 360", paint.dark, 4)}${block(188, 126, 104, 32, 12, INK)}${block(214, 74, 52, 56, 14, "#c59a62")}${line("M266 96C306 96 300 156 282 160", LEATHER, 7)}${block(192, 236, 96, 26, 8, paint.deep)}${disc(240, 249, 6, BRASS)}${line("M240 366V392", METAL, 9)}</g>`;
