/** Opening a conversation: the one there is or a new one, asked for by the shopper or by what a page shows. */
import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { Page } from "../../shared/shopper-socket.ts";
import type { ConversationEvent } from "../dialogue/events.ts";
import type { PageContext } from "../dialogue/state.ts";
import { varies } from "../experiment/place-visitor.ts";
import type { Placement, RunningExperiment, Treatment } from "../experiment/plan.ts";
import type { ConversationDesk, OpenedConversation, OpenRequest } from "../gateway/ports.ts";
import type { OpeningHistory } from "../initiative/openings.ts";
import { logging, numbering } from "./append-events.ts";
import { persevere, type Sql } from "./database.ts";
import { expose, placePerson } from "./exposure-repository.ts";
import { recollect } from "./recollect.ts";
import { storableJson, storableText } from "./storable-json.ts";

/** The agent is to speak first: about what, and whether it may. */
type Unasked = Pick<Parameters<ConversationDesk["openUnasked"]>[0], "notice" | "isWelcome">;

/**
 * The visitor's open conversation, or a new one; null when the agent was to speak first and is not welcome. The visitor's row
 * is locked meanwhile, so of several tabs at once each sees what those before it have stored [INI-2].
 */
export async function openConversation(
  sql: Sql,
  { siteId, visitorId, fresh, forgetful, memory, mode, locale, page, experiments = [] }: OpenRequest,
  unasked: Unasked | null,
): Promise<OpenedConversation | null> {
  // Chosen before the first attempt, so that an attempt whose answer was lost is found again and not repeated.
  const conversationId = randomUUID();
  const pauseSeconds = memory ? memory.pauseHours * 3_600 : null;
  return await persevere(() =>
    sql.begin(async (transaction) => {
      // Two tabs that open at once wait here for each other, and the second finds the conversation of the first. The lock
      // lets rows that refer to the visitor in: a turn that is stored meanwhile may note an exposure.
      const [visitor] = await transaction`
        select id from visitors where id = ${visitorId} and site_id = ${siteId} for no key update`;
      if (visitor === undefined) throw new Error(`no visitor ${visitorId} at site ${siteId}`);
      // What was erased is as if it had never been: nobody is welcomed back to it.
      const past = await transaction<(Given & { id: string; open: boolean })[]>`
        select id, treatment, placements, closed_at is null and coalesce(
          last_event_at > now() - make_interval(secs => ${pauseSeconds}::double precision), true) as open
        from conversations where visitor_id = ${visitorId} and erased_at is null order by opened_at desc`;
      const made = past.find(({ id }) => id === conversationId);
      if (made) return { conversationId, created: true, treatment: made.treatment };
      if (unasked && !unasked.isWelcome(await openingHistory(transaction, visitorId))) return null;
      const current = fresh ? undefined : past.find(({ open }) => open);
      const { treatment, placements } =
        current ?? (await placePerson(transaction, visitorId, experiments, "conversation"));
      if (unasked && treatment.initiative === false) {
        await expose(transaction, visitorId, ofInitiative(placements, experiments));
        return null;
      }
      if (current !== undefined) {
        if (unasked)
          await add(sql, transaction, current.id, { type: "attention-noticed", notice: unasked.notice });
        return { conversationId: current.id, created: false, treatment };
      }
      const givenMode = treatment.mode ?? mode;
      await transaction`
        insert into conversations (id, site_id, visitor_id, mode, locale, treatment, placements, opened_at)
        values (${conversationId}, ${siteId}, ${visitorId}, ${givenMode}, ${storableText(locale)},
          ${storableJson(treatment)}::text::jsonb, ${storableJson(placements)}::text::jsonb, clock_timestamp())`;
      const [last] = past;
      const opened: ConversationEvent = {
        type: "conversation-opened",
        mode: givenMode,
        locale,
        page: pageContext(page),
        visit: past.length + 1,
        remembered: last && memory && !forgetful ? await recollect(transaction, last.id, memory.days) : null,
      };
      await add(sql, transaction, conversationId, opened);
      if (unasked)
        await add(sql, transaction, conversationId, { type: "attention-noticed", notice: unasked.notice });
      return { conversationId, created: true, treatment };
    }),
  );
}

interface Given {
  treatment: Treatment;
  placements: Placement[];
}

/** Of the placements, those that an opening makes a difference in. */
function ofInitiative(placements: Placement[], experiments: readonly RunningExperiment[]): Placement[] {
  const about = new Set(experiments.filter((each) => varies(each, "initiative")).map(({ id }) => id));
  return placements.filter(({ experimentId }) => about.has(experimentId));
}

/** One event more, within a transaction. */
async function add(
  sql: Sql,
  transaction: postgres.ISql,
  conversationId: string,
  event: ConversationEvent,
): Promise<void> {
  const append = { conversationId, events: [event], id: randomUUID(), turnsBefore: null };
  await transaction`with ${numbering(sql, append)}, ${logging(sql, append)} select from logged`;
}

/** Openings older than the longest quiet time that a merchant would set bear on nothing. */
const HISTORY_DAYS = 60;

async function openingHistory(sql: postgres.ISql, visitorId: string): Promise<OpeningHistory> {
  const rows = await sql<{ kind: string; at: number }[]>`
    select 'opening' as kind, extract(epoch from at)::double precision * 1000 as at from events
    where visitor_id = ${visitorId} and type = 'attention-noticed' and client_id is not null
      and at > now() - ${HISTORY_DAYS} * interval '1 day'
    union all
    select 'dismissal', extract(epoch from at)::double precision * 1000 from outcomes
    where visitor_id = ${visitorId} and type = 'opening-dismiss' and at > now() - ${HISTORY_DAYS} * interval '1 day'
    order by at`;
  const of = (wanted: string) => rows.filter(({ kind }) => kind === wanted).map(({ at }) => at);
  return { openings: of("opening"), dismissals: of("dismissal") };
}

export function pageContext({ url, title, sku }: Page): PageContext {
  return { url, title: title ?? null, sku: sku ?? null };
}
