import { accentColours } from "./accent.ts";
import { resolveColour, resolveScheme } from "./resolve-theme.ts";

const RTL_LANGUAGE = /^(ar|fa|he|ur|ps|sd|ug|yi|dv|ckb)\b/;

interface Theme {
  host: HTMLElement;
  mountPoint: HTMLElement;
  accent: string | undefined;
  scheme: string | undefined;
  locale: string | undefined;
}

/** Puts colours and direction on host and mount point. Without an accent the style sheet's own stays. */
export function applyTheme({ host, mountPoint, accent, scheme: wanted, locale }: Theme): void {
  const scheme = resolveScheme(wanted);
  mountPoint.dataset.scheme = scheme;
  mountPoint.dir = locale
    ? RTL_LANGUAGE.test(locale)
      ? "rtl"
      : "ltr"
    : getComputedStyle(document.documentElement).direction;
  const colour = resolveColour(host, accent ?? (scheme === "dark" ? "#c9c2f5" : "#35305c"));
  if (!colour) return;
  const colours = accentColours(colour, scheme);
  host.style.setProperty("--overture-accent", colours.accent);
  host.style.setProperty("--overture-on-accent", colours.onAccent);
  host.style.setProperty("--overture-accent-ink", colours.accentInk);
}
