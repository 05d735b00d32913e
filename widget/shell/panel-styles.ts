import { composerCss } from "../panel/composer.css.ts";
import { headerCss } from "../panel/header.css.ts";
import { messageListCss } from "../panel/message-list.css.ts";
import { panelCss } from "../panel/panel.css.ts";
import { productCardsCss } from "../panel/product-cards.css.ts";
import { hostCss } from "../theme/host.css.ts";
import { tokensCss } from "../theme/tokens.css.ts";

/** All styles but the launcher's and those of what is loaded later. */
export const panelStyles = [
  hostCss,
  tokensCss,
  panelCss,
  headerCss,
  messageListCss,
  productCardsCss,
  composerCss,
].join("");
