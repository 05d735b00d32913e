/** Adopted style sheets pass every CSP; browsers without them need the page's nonce. */
export function adoptStyles(root: ShadowRoot, css: string, nonce = ""): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement("style");
    style.nonce = nonce;
    style.textContent = css;
    root.append(style);
  }
}
