/** What merchants have answered, as turns know it: read again whenever a site says that something of it changed [GAP-2]. */
import type { MerchantAnswer } from "../dialogue/merchant-answer.ts";
import type { AnswerArchive } from "./ports.ts";

export interface AnswerShelf {
  /**
   * Never rejects: what cannot be read leaves those that were read before, and is tried again at the next turn.
   * @param version the site's; 0 where nothing was ever answered.
   */
  find(siteId: string, version: number): Promise<readonly MerchantAnswer[]>;
}

export function createAnswerShelf(archive: AnswerArchive, onTrouble: (error: unknown) => void): AnswerShelf {
  const held = new Map<string, { version: number; answers: readonly MerchantAnswer[] }>();
  return {
    async find(siteId, version) {
      const known = held.get(siteId);
      if (version === (known?.version ?? 0)) return known?.answers ?? [];
      try {
        const answers = await archive.standing(siteId);
        held.set(siteId, { version, answers });
        return answers;
      } catch (error) {
        onTrouble(error);
        return known?.answers ?? [];
      }
    },
  };
}
