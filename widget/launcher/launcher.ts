import { launcherCss } from "./launcher.css.ts";

/** Draws the button in plain DOM. Its looks reach it by CSS variables on the host, set through CSSOM, as a strict CSP wants. */
export function drawLauncher(
  root: ShadowRoot,
  host: HTMLElement,
  attributes: Readonly<Record<string, string>>,
  prepare: () => void,
  open: () => void,
): HTMLButtonElement {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(launcherCss);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.nonce = attributes.nonce ?? "";
    style.textContent = launcherCss;
    root.append(style);
  }
  for (const name of ["accent", "z-index"]) {
    const value = attributes[name];
    if (value) host.style.setProperty(`--overture-${name}`, value);
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = `launcher ${attributes.position ?? ""}`;
  button.ariaLabel = "Chat with the shop’s assistant";
  button.ariaHasPopup = "dialog";
  button.onclick = open;
  button.onpointerenter = button.onfocus = prepare;
  root.append(button);
  return button;
}
