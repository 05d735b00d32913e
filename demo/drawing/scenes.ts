/** Where a thing is shown: a few flat shapes in soft tints behind it, the same for everything of a kind. */

import { mix } from "./palette.ts";
import { box, disc, fill, line, oval } from "./pen.ts";

export type Scene = "plain" | "hills" | "street" | "rain" | "dusk" | "snow" | "table";

const TINTS = ["#e9dfcb", "#dfe5d8", "#e3e0ea", "#d9e4e6", "#eeddd0", "#e8e3c9"] as const;

/** `seed` moves hills, houses and drops about, so that neighbours on a page do not look alike. */
export function drawScene(scene: Scene, seed: number): string {
  const tint = TINTS[seed % TINTS.length] ?? TINTS[0];
  return SCENES[scene](tint, seed);
}

const sheet = (colour: string): string => box(0, 0, 480, 480, 0, colour);
const sun = (colour: string, seed: number): string =>
  disc(112 + ((seed * 67) % 256), 150 + ((seed * 31) % 40), 58, colour);
const shadow = oval(240, 402, 168, 15, "#2b303a26");

const SCENES: Record<Scene, (tint: string, seed: number) => string> = {
  plain: (tint) =>
    sheet(tint) +
    disc(240, 232, 178, mix(tint, "#fffdf6", 0.55)) +
    fill("M0 402H480V480H0Z", mix(tint, "#7a6a4a", 0.12)) +
    shadow,
  hills: (tint, seed) =>
    sheet(tint) +
    sun(mix(tint, "#fffdf2", 0.75), seed) +
    fill(
      `M0 330Q${90 + (seed % 60)} ${230 + (seed % 40)} 210 310T480 ${270 + (seed % 50)}V480H0Z`,
      mix(tint, "#5f7f76", 0.28),
    ) +
    fill(`M0 ${380 - (seed % 30)}Q140 300 290 352T480 340V480H0Z`, mix(tint, "#4f6f5c", 0.42)) +
    fill("M0 398Q240 380 480 398V480H0Z", mix(tint, "#71824f", 0.5)) +
    shadow,
  street: (tint, seed) => {
    const wall = mix(tint, "#7c8796", 0.22);
    const pane = mix(tint, "#fff6d8", 0.7);
    const houses = Array.from({ length: 6 }, (_, index) => {
      const x = index * 84 - ((seed * 13) % 40);
      const top = 190 + ((seed * 29 + index * 47) % 90);
      const windows = [0, 1, 2].flatMap((row) =>
        [0, 1].map((column) => box(x + 16 + column * 30, top + 24 + row * 44, 15, 22, 3, pane)),
      );
      return `${fill(`M${x} 402V${top}L${x + 39} ${top - 34}L${x + 78} ${top}V402Z`, wall)}${windows.join("")}`;
    });
    return `${sheet(tint)}${sun(mix(tint, "#fffdf2", 0.7), seed)}${houses.join("")}${line("M-10 84C150 112 330 112 490 70", mix(tint, "#3c4654", 0.3), 2.4)}${fill("M0 400H480V480H0Z", mix(tint, "#4c5560", 0.3))}${line("M0 444H480", mix(tint, "#fffdf2", 0.35), 4)}${shadow}`;
  },
  rain: (_tint, seed) => {
    const drops = Array.from(
      { length: 34 },
      (_, index) => `M${(index * 83 + seed * 19) % 500} ${(index * 131 + seed * 7) % 390}l-7 22`,
    ).join("");
    return `${sheet("#cfdbe0")}${disc(240, 232, 178, "#dfe8ea")}${line(drops, "#a9bfc9", 4)}${fill("M0 402H480V480H0Z", "#b9c8cd")}${oval(240, 410, 190, 22, "#a5bac3")}${oval(212, 412, 90, 8, "#c8d7dc")}`;
  },
  dusk: (_tint, seed) => {
    const stars = Array.from({ length: 16 }, (_, index) =>
      disc((index * 97 + seed * 41) % 480, (index * 61 + seed * 23) % 230, 1 + (index % 3) * 0.7, "#f4e8c8"),
    );
    return `${sheet("#3b4b63")}${box(0, 190, 480, 290, 0, "url(#dusk)")}${stars.join("")}${disc((seed % 2 === 0 ? 64 : 368) + ((seed * 53) % 48), 88, 24, "#f1e2b6")}${fill(`M0 350Q110 ${270 + (seed % 40)} 230 330T480 310V480H0Z`, "#33435a")}${fill("M0 400Q240 384 480 400V480H0Z", "#2b394c")}${oval(240, 404, 150, 12, "#1d283966")}`;
  },
  snow: (_tint, seed) => {
    const flakes = Array.from({ length: 30 }, (_, index) =>
      disc(
        (index * 89 + seed * 31) % 480,
        (index * 127 + seed * 17) % 390,
        3 + (index % 3) * 1.5,
        "#ffffffcc",
      ),
    );
    return `${sheet("#d5dee6")}${fill(`M0 320Q${100 + (seed % 50)} 230 220 306T480 280V480H0Z`, "#c4d1dc")}${fill("M0 392Q240 366 480 392V480H0Z", "#eef3f5")}${flakes.join("")}${shadow}`;
  },
  table: (tint, seed) =>
    sheet(tint) +
    disc(240 + ((seed * 37) % 120) - 60, 200, 160, mix(tint, "#fffdf6", 0.5)) +
    fill("M0 372H480V480H0Z", "#cfa873") +
    line("M0 408H180M230 408H480M0 440H320M366 440H480", "#b98e58", 2.4) +
    line("M0 373H480", "#dcbd8e", 5) +
    oval(240, 403, 150, 13, "#5a3f2038"),
};
