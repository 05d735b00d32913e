import { luminance, type Rgb, type Scheme } from "./accent.ts";

/**
 * `auto` follows the page rather than the system: a shop that stays white at night gets a white panel. Only a page that
 * says it supports both schemes leaves the choice to the system.
 */
export function resolveScheme(wanted: string | undefined): Scheme {
  if (wanted === "light" || wanted === "dark") return wanted;
  for (const element of [document.body, document.documentElement]) {
    const background = parseColour(getComputedStyle(element).backgroundColor);
    if (background) return luminance(background) < 0.2 ? "dark" : "light";
  }
  const supported = getComputedStyle(document.documentElement).colorScheme;
  return supported.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Any CSS colour, resolved by the browser through the host's own style. */
export function resolveColour(host: HTMLElement, colour: string): Rgb | null {
  const probe = document.createElement("i");
  probe.style.color = colour;
  if (!probe.style.color) return null;
  host.shadowRoot?.append(probe);
  const resolved = parseColour(getComputedStyle(probe).color);
  probe.remove();
  return resolved;
}

/** Reads computed `rgb(…)`; null for whatever is see-through or in another colour space. */
export function parseColour(computed: string): Rgb | null {
  if (!computed.startsWith("rgb")) return null;
  const [red, green, blue, alpha = 1] = (computed.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
  return [red, green, blue];
}
