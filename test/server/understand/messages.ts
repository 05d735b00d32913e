import type { MessageTables } from "./messages/labelled-message.ts";
import { SHOWN_ITEMS } from "./messages/shown-items.ts";
import { TALK } from "./messages/talk.ts";
import { WISHES } from "./messages/wishes.ts";

/** All labelled messages. */
export const MESSAGES: MessageTables = { ...WISHES, ...SHOWN_ITEMS, ...TALK };
