/** Looking for words in what was said; the conditions are those of the index `events_words`. */
import type postgres from "postgres";
import type { Queries } from "./database.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** The words as PostgreSQL looks for them, each as the beginning of one. Null when none are; empty when what is looked for has no words. */
export async function readWords(sql: Queries, words: string | undefined): Promise<string | null> {
  if (words === undefined) return null;
  const [row] = await sql<{ words: string }[]>`
    select regexp_replace(websearch_to_tsquery('simple', ${words})::text, '''(?=[ )]|$)', ''':*', 'g') as words`;
  return row?.words ?? "";
}

/** What a message or a turn says; of `events`. */
export function saidIn(sql: Queries): Fragment {
  return sql`coalesce(body ->> 'text', body #>> '{turn,text}', '')`;
}

/** A condition on `events`. @param words as `readWords` gives them. */
export function saysWords(sql: Queries, words: string): Fragment {
  return sql`type in ('message-stored', 'turn-spoken', 'person-spoke')
    and to_tsvector('simple', ${saidIn(sql)}) @@ ${words}::text::tsquery`;
}
