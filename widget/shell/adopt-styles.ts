import { teaserCss } from "../launcher/teaser.css.ts";
import { composerCss } from "../panel/composer.css.ts";
import { headerCss } from "../panel/header.css.ts";
import { messageListCss } from "../panel/message-list.css.ts";
import { panelCss } from "../panel/panel.css.ts";
import { productCardsCss } from "../panel/product-cards.css.ts";
import { hostCss } from "../theme/host.css.ts";
import { tokensCss } from "../theme/tokens.css.ts";

const css = [
  hostCss,
  tokensCss,
  panelCss,
  headerCss,
  messageListCss,
  productCardsCss,
  composerCss,
  teaserCss,
].join("");

/** Adopted style sheets pass every CSP; browsers without them need the page's nonce. */
export function adoptStyles(root: ShadowRoot, nonce: string | undefined): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement("style");
    style.nonce = nonce ?? "";
    style.textContent = css;
    root.append(style);
  }
}
