import fc from "fast-check";
import { expect, test } from "vitest";
import { accentColours, contrast, type Rgb } from "../../widget/theme/accent.ts";
import { parseColour } from "../../widget/theme/resolve-theme.ts";

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(channel, channel, channel);
const rgb = (css: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = (css.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
};

test("[WGT-5] whatever accent a shop picks, text on it and text in it can be read", () => {
  fc.assert(
    fc.property(colour, fc.constantFrom("light" as const, "dark" as const), (accent, scheme) => {
      const colours = accentColours(accent, scheme);
      const surface: Rgb = scheme === "light" ? [255, 255, 255] : [27, 26, 31];
      expect(contrast(rgb(colours.accentInk), surface)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(rgb(colours.onAccent), accent)).toBeGreaterThanOrEqual(4.2);
    }),
  );
});

test("an accent that can be read already is left as it is", () => {
  expect(accentColours([47, 93, 80], "light").accentInk).toBe("rgb(47 93 80)");
});

test.each([
  ["rgb(1, 2, 3)", [1, 2, 3]],
  ["rgba(1, 2, 3, 0.9)", [1, 2, 3]],
  ["rgba(0, 0, 0, 0)", null],
  ["color(srgb 1 0 0)", null],
])("reads the computed colour %s", (computed, expected) => {
  expect(parseColour(computed)).toEqual(expected);
});
