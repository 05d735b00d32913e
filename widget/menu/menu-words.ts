/** Every word of the menu and of what it opens. Imported as `words`. */
export const talkToPerson = "Talk to a person";
export const download = "Download transcript";
export const startOver = "Start over";
export const forget = "Forget me";
export const forgetQuestion = "Erase this conversation and everything remembered about you here?";
export const forgetYes = "Erase everything";
export const forgetNo = "Keep it";
export const forgetFailed = "That didn’t work just now. Please try again when you are online.";
export const assistant = "AI assistant";
export const youSaid = "You:";
