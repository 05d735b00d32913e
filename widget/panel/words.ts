/** Every word of the panel that isn't the agent's own. Imported as `words`. */
export const assistant = "AI assistant";
export const conversation = "Conversation";
export const close = "Close chat";
export const more = "More options";
export const moment = "One moment…";
export const menuMissing = "This didn’t load. Please try again.";
export const remembered =
  "A random code in this browser keeps the conversation across pages. “Forget me” in the menu erases it.";
export const writeMessage = "Write a message";
export const send = "Send";
export const youSaid = "You:";
export const sending = "Sending…";
export const notSent = "Not sent.";
export const tryAgain = "Try again";
export const offline = "Reconnecting… Your messages are kept.";
export const refused = "The chat isn’t available on this page.";
export const newMessages = "New messages";
export const products = "Products";
export const notStated = "not stated";
export const was = "Was";
export const outOfStock = "Out of stock";
export const addToCart = "Add to cart";
export const sources = "Where this comes from";
export const replies = "Suggested replies";
export const dismiss = "Dismiss";
export const typing = "is writing";
export const leftOf = (left: number) => `${left} characters left`;
export const rated = (value: number, count: number) => `Rated ${value} of 5 by ${count}`;
export const notices = {
  "agent-joined": "joined the conversation",
  "agent-left": "left the conversation. The AI assistant is back.",
  "conversation-closed": "This conversation has ended. Write to start a new one.",
  "person-asked": "A person has been asked to join.",
  "person-absent": "Nobody is available at the moment. I’m still here to help.",
  erased: "The conversation is erased, and you are forgotten here.",
} as const;
