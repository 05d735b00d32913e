/** Who has the agent's place in which conversation, and what they said there: one person at a time [TRN-6]. */
import { randomUUID } from "node:crypto";
import type { ConversationEvent } from "../dialogue/events.ts";
import { fold } from "../dialogue/reduce.ts";
import type { Treatment } from "../experiment/plan.ts";
import type { PersonNews, PersonRegistry, PersonResult } from "../gateway/ports.ts";
import { type LoggedRow, loggedEvent, logging, numbering } from "./append-events.ts";
import { isoInstant, persevere, type Queries, type Sql } from "./database.ts";
import { isUuid } from "./visitor-repository.ts";

/** A conversation whose row is locked, so that nobody comes, goes or speaks in it meanwhile. */
interface Held {
  conversationId: string;
  siteId: string;
  visitorId: string;
  siteKey: string;
  treatment: Treatment;
  isClosed: boolean;
  /** `isSilent`: there was no sign of life of theirs for as long as was asked. */
  person: { id: string; name: string; since: string; isSilent: boolean } | null;
}

const UNKNOWN: PersonResult = { ok: false, code: "conversation/unknown" };
const CLOSED: PersonResult = { ok: false, code: "conversation/closed" };
const ABSENT: PersonResult = { ok: false, code: "person/absent" };
const NOTHING_NEW: PersonResult = { ok: true, news: null };

export function personRepository(sql: Sql): PersonRegistry {
  /** @param act is told the attempt: beyond the first, what it finds done may have been done by the one before. */
  const inConversation = async (
    { conversationId, siteId, silentMs = 0 }: { conversationId: string; siteId?: string; silentMs?: number },
    act: (held: Held, transaction: Queries, attempt: number) => Promise<PersonResult>,
  ): Promise<PersonResult> => {
    if (!isUuid(conversationId)) return UNKNOWN;
    return await persevere((attempt) =>
      sql.begin(async (transaction) => {
        const held = await hold(transaction, conversationId, silentMs);
        if (held === null || (siteId !== undefined && held.siteId !== siteId)) return UNKNOWN;
        return await act(held, transaction, attempt);
      }),
    );
  };

  return {
    join: (siteId, conversationId, person) =>
      inConversation({ conversationId, siteId }, async (held, transaction, attempt) => {
        if (held.isClosed) return CLOSED;
        if (held.person && held.person.id !== person.id)
          return { ok: false, code: "person/elsewhere", name: held.person.name, since: held.person.since };
        if (held.person) {
          await seen(transaction, conversationId);
          return attempt > 1 ? await lastNews(transaction, held, "agent-joined") : NOTHING_NEW;
        }
        await transaction`
          insert into conversation_persons (conversation_id, site_id, person_id, name, joined_at, seen_at)
          values (${conversationId}, ${siteId}, ${person.id}, ${person.name}, clock_timestamp(), clock_timestamp())`;
        const event = { type: "agent-joined" as const, name: person.name, person: person.id };
        return await append(sql, transaction, held, event);
      }),

    speak: (siteId, conversationId, personId, { id, text }) =>
      inConversation({ conversationId, siteId }, async (held, transaction, attempt) => {
        const before = await transaction<LoggedRow[]>`
          select position, seq, at, body from events
          where visitor_id = ${held.visitorId} and type = 'person-spoke' and client_id = ${id}`;
        const [known] = before.map(loggedEvent);
        if (known) return attempt > 1 ? { ok: true, news: newsOf(held, known) } : NOTHING_NEW;
        if (held.isClosed) return CLOSED;
        if (held.person === null || held.person.id !== personId) return ABSENT;
        await seen(transaction, conversationId);
        const { unanswered } = fold((await readLog(transaction, conversationId)).map(loggedEvent));
        const answers = unanswered.map((message) => message.id);
        const event = { type: "person-spoke" as const, id, name: held.person.name, text, answers };
        return await append(sql, transaction, held, event, id);
      }),

    leave: (siteId, conversationId, personId) =>
      inConversation({ conversationId, siteId }, async (held, transaction, attempt) => {
        if (held.person?.id === personId) return await goneFrom(sql, transaction, held, "handed-back");
        return attempt > 1 && held.person === null ? await lastNews(transaction, held, "agent-left") : ABSENT;
      }),

    async attend(siteId, conversationId, personId) {
      if (!isUuid(conversationId)) return false;
      const rows = await persevere(
        () => sql`
          update conversation_persons set seen_at = clock_timestamp()
          where conversation_id = ${conversationId} and site_id = ${siteId} and person_id = ${personId}
          returning conversation_id`,
      );
      return rows.length > 0;
    },

    async leaveSilent(silentMs) {
      const silent = await persevere(
        () => sql<{ conversationId: string }[]>`
          select conversation_id as "conversationId" from conversation_persons where ${isSilent(sql, silentMs)}`,
      );
      const news: PersonNews[] = [];
      for (const { conversationId } of silent) {
        const result = await inConversation({ conversationId, silentMs }, async (held, transaction) =>
          // Another server may have been quicker, or the person is back.
          held.person?.isSilent ? await goneFrom(sql, transaction, held, "timed-out") : NOTHING_NEW,
        );
        if (result.ok && result.news) news.push(result.news);
      }
      return news;
    },
  };
}

async function hold(sql: Queries, conversationId: string, silentMs: number): Promise<Held | null> {
  // Appending takes the same lock.
  const [held] = await sql<Omit<Held, "conversationId" | "person">[]>`
    select site_id as "siteId", visitor_id as "visitorId", site_key as "siteKey", treatment, closed_at is not null as "isClosed"
    from conversations join sites on sites.id = site_id
    where conversations.id = ${conversationId} for no key update of conversations`;
  if (held === undefined) return null;
  // In a statement of its own, which sees what was done while the lock was waited for.
  const [person] = await sql<NonNullable<Held["person"]>[]>`
    select person_id as id, name, joined_at as since, ${isSilent(sql, silentMs)} as "isSilent"
    from conversation_persons where conversation_id = ${conversationId}`;
  return {
    ...held,
    conversationId,
    person: person ? { ...person, since: isoInstant(person.since) } : null,
  };
}

function isSilent(sql: Queries, silentMs: number) {
  return sql`seen_at < clock_timestamp() - make_interval(secs => ${silentMs / 1_000}::double precision)`;
}

async function seen(sql: Queries, conversationId: string): Promise<void> {
  await sql`update conversation_persons set seen_at = clock_timestamp() where conversation_id = ${conversationId}`;
}

async function goneFrom(
  sql: Sql,
  transaction: Queries,
  held: Held,
  reason: "handed-back" | "timed-out",
): Promise<PersonResult> {
  await transaction`delete from conversation_persons where conversation_id = ${held.conversationId}`;
  if (held.isClosed) return NOTHING_NEW;
  const event = { type: "agent-left" as const, name: held.person?.name ?? "", reason };
  return await append(sql, transaction, held, event);
}

async function append(
  sql: Sql,
  transaction: Queries,
  held: Held,
  event: ConversationEvent,
  id: string = randomUUID(),
): Promise<PersonResult> {
  const wanted = { conversationId: held.conversationId, events: [event], id, turnsBefore: null };
  const [row] = await transaction<LoggedRow[]>`
    with ${numbering(sql, wanted)}, ${logging(sql, wanted)} select position, seq, at, body from logged`;
  if (!row) throw new Error("a conversation that is held took no event");
  return { ok: true, news: newsOf(held, loggedEvent(row)) };
}

async function lastNews(
  sql: Queries,
  held: Held,
  type: "agent-joined" | "agent-left",
): Promise<PersonResult> {
  const rows = await sql<LoggedRow[]>`
    select position, seq, at, body from events
    where conversation_id = ${held.conversationId} and type = ${type} order by position desc limit 1`;
  const [logged] = rows.map(loggedEvent);
  return { ok: true, news: logged ? newsOf(held, logged) : null };
}

function readLog(sql: Queries, conversationId: string): Promise<LoggedRow[]> {
  return sql<LoggedRow[]>`
    select position, seq, at, body #- '{turn,decision}' as body from events
    where conversation_id = ${conversationId} order by position`;
}

function newsOf({ conversationId, siteKey, treatment }: Held, logged: PersonNews["logged"]): PersonNews {
  return { conversationId, siteKey, treatment, logged };
}
