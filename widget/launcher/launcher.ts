/** Draws the button in plain DOM. Its looks reach it by CSS variables on the host, set through CSSOM, as a strict CSP wants. */
export function drawLauncher(
  root: ShadowRoot,
  host: HTMLElement,
  attributes: Readonly<Record<string, string>>,
  prepare: () => void,
  open: () => void,
): HTMLButtonElement {
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
