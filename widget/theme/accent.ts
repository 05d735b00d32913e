/** Colours that can be read, whatever accent a shop has chosen. */
export type Rgb = readonly [number, number, number];
export type Scheme = "light" | "dark";

export interface AccentColours {
  accent: string;
  /** Text and icons on the accent. */
  onAccent: string;
  /** The accent as text or icon on the panel's surface: shifted until it has 4.5:1. */
  accentInk: string;
}

/** The surface a text stands on in the worst case: between `--surface` and `--raised` of `tokens.css.ts`. */
const SURFACES: Record<Scheme, Rgb> = { light: [240, 238, 234], dark: [42, 41, 48] };
const BLACK: Rgb = [16, 15, 20];
const WHITE: Rgb = [255, 255, 255];
const READABLE = 4.5;

export function accentColours(accent: Rgb, scheme: Scheme): AccentColours {
  const onAccent =
    contrast(WHITE, accent) >= READABLE ? WHITE : contrast(BLACK, accent) >= READABLE ? BLACK : WHITE;
  const towards = scheme === "light" ? BLACK : WHITE;
  let accentInk = accent;
  for (let share = 0; share <= 1 && contrast(accentInk, SURFACES[scheme]) < READABLE; share += 0.05) {
    accentInk = mix(accent, towards, share);
  }
  return { accent: css(accent), onAccent: css(onAccent), accentInk: css(accentInk) };
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

export function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
  return [channel(0), channel(1), channel(2)];
}

const css = ([red, green, blue]: Rgb) => `rgb(${red} ${green} ${blue})`;
