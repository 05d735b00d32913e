/** Every word of the menu and of what it opens. Imported as `words`. */
export const talkToPerson = "Talk to a person";
export const download = "Download transcript";
export const startOver = "Start over";
export const forget = "Forget me";
export const forgetQuestion = "Erase this conversation and everything remembered about you here?";
export const forgetYes = "Erase everything";
export const forgetNo = "Keep it";
export const forgetFailed = "That didn’t work just now. Please try again when you are online.";
export const whatIRemember = "What I remember";
export const nothingRemembered = "Nothing yet: you haven’t told me what you are looking for.";
export const notReached = "I can’t look that up just now. Please try again when you are online.";
export const lookingFor = "You’re looking for";
export const itemsSeen = "What we looked at";
export const leftOpen = "What you asked and is still open";
export const forgetThis = "Forget this";
export const closeMemory = "Close";
export const keptUntil = (at: Date, days: number) =>
  `Last talked about on ${day(at)}. It fades on ${day(new Date(at.getTime() + days * 86_400_000))}.`;
const day = (date: Date) => date.toLocaleDateString("en", { dateStyle: "long" });
export const assistant = "AI assistant";
export const youSaid = "You:";
