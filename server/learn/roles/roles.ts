/** Who may be played by a language model in self-play [POL-4]. */
import { PROMPT_VERSION } from "../../speak/model/prompt.ts";
import { CRITIC_PROMPT_VERSION } from "./critic-prompt.ts";
import { SHOPPER_PROMPT_VERSION } from "./shopper-prompt.ts";

export const ROLES = ["shopper", "critic", "assistant"] as const;
export type Role = (typeof ROLES)[number];

/** A record is only of use to the prompts it was made with. */
export const PROMPT_VERSIONS: Readonly<Record<Role, string>> = {
  shopper: SHOPPER_PROMPT_VERSION,
  critic: CRITIC_PROMPT_VERSION,
  assistant: PROMPT_VERSION,
};
