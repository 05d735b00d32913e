/** The shop's colours: what the swatches show and what the drawings are painted in. */
export const PALETTE = {
  "Moss green": "#71824f",
  "Forest green": "#345c49",
  "Olive green": "#85834a",
  "Sea green": "#55978d",
  "Teal blue": "#33787d",
  "Sky blue": "#86b2cd",
  "Ink blue": "#37537a",
  "Navy blue": "#2c3f62",
  "Slate grey": "#6d7d88",
  "Charcoal grey": "#484e55",
  "Stone grey": "#aaa598",
  "Steel silver": "#b4bcc0",
  Black: "#30343a",
  "Cream white": "#efe5cf",
  "Sand beige": "#d2bc92",
  "Butter yellow": "#eccc72",
  "Ochre yellow": "#d59a34",
  "Rust orange": "#c0613a",
  "Brick red": "#ab4237",
  "Clay pink": "#cf8b76",
  "Plum purple": "#754a66",
} as const;
export type Colour = keyof typeof PALETTE;

/** Tones of one colour, from which a drawing takes light and shade. */
export interface Paint {
  base: string;
  dark: string;
  deep: string;
  light: string;
  pale: string;
}

export function paintOf(colour: Colour): Paint {
  const base = PALETTE[colour];
  return {
    base,
    dark: mix(base, "#1c2430", 0.2),
    deep: mix(base, "#161b26", 0.45),
    light: mix(base, "#fffaf0", 0.2),
    pale: mix(base, "#fffaf0", 0.5),
  };
}

/** `share` of `other` in `colour`, both as "#rrggbb". */
export function mix(colour: string, other: string, share: number): string {
  const channel = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(colour, at) * (1 - share) + channel(other, at) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
