/**
 * Persons who speak in the agent's place [TRN-6, TRN-7]: what they do is stored, then told to whoever carries it on (the
 * shoppers' tabs, the agent, the other nodes). The place of one who gives no sign of life any more goes back to the agent.
 */
import type { Log } from "./log.ts";
import type { Person, PersonNews, PersonRegistry, PersonResult } from "./ports.ts";
import type { Clock } from "./silence-watch.ts";

/** Without a sign of life for so long, a person has gone. It is told in the dashboard. */
export const PERSON_SILENT_MS = 10 * 60_000;
/** How often it is looked whether somebody has. */
const LOOK_MS = 15_000;

export interface PersonDesk {
  takeOver(siteId: string, conversationId: string, person: Person): Promise<PersonResult>;
  say(
    siteId: string,
    conversationId: string,
    personId: string,
    message: { id: string; text: string },
  ): Promise<PersonResult>;
  handBack(siteId: string, conversationId: string, personId: string): Promise<PersonResult>;
  /** A sign of life; false when the place is not this person's any more. */
  attend(siteId: string, conversationId: string, personId: string): Promise<boolean>;
  /** Hears of everything that is new, once it is stored. */
  listen(hear: (news: PersonNews) => void): void;
  /** Looks after persons who have gone, until `stop`. */
  watch(clock: Clock, log: Log): { stop(): void };
}

export function createPersonDesk(registry: PersonRegistry, silentMs = PERSON_SILENT_MS): PersonDesk {
  const listeners: ((news: PersonNews) => void)[] = [];
  const tell = (news: PersonNews) => {
    for (const hear of listeners) hear(news);
  };
  const told = async (doing: Promise<PersonResult>): Promise<PersonResult> => {
    const result = await doing;
    if (result.ok && result.news) tell(result.news);
    return result;
  };
  return {
    takeOver: (siteId, conversationId, person) => told(registry.join(siteId, conversationId, person)),
    say: (siteId, conversationId, personId, message) =>
      told(registry.speak(siteId, conversationId, personId, message)),
    handBack: (siteId, conversationId, personId) => told(registry.leave(siteId, conversationId, personId)),
    attend: (siteId, conversationId, personId) => registry.attend(siteId, conversationId, personId),
    listen(hear) {
      listeners.push(hear);
    },
    watch(clock, log) {
      let cancel = () => {};
      let isOver = false;
      const look = async () => {
        await registry
          .leaveSilent(silentMs)
          .then((all) => all.forEach(tell))
          .catch((error: unknown) => log.error({ error }, "persons who have gone could not be looked for"));
        if (!isOver) cancel = clock.wakeAfter(LOOK_MS, () => void look());
      };
      void look();
      return {
        stop() {
          isOver = true;
          cancel();
        },
      };
    },
  };
}
