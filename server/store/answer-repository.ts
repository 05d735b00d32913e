/** What merchants have answered once for all, in all its versions [GAP-1]. */
import { randomUUID } from "node:crypto";
import type { AnswerContent, AnswerDesk, StoredAnswer } from "../admin/answer-desk.ts";
import type { AnswerScope } from "../dialogue/merchant-answer.ts";
import type { AnswerArchive } from "../turn/ports.ts";
import type { ProductRecord } from "./catalog-records.ts";
import { productRecordJson } from "./catalog-rows.ts";
import { isoInstant, persevere, type Sql } from "./database.ts";
import { storableJson, storableText } from "./storable-json.ts";

export interface AnswerRepository extends AnswerDesk, AnswerArchive {
  /** Some of the products that can be shown and that an answer holds for. */
  productsOf(siteId: string, about: AnswerScope, limit: number): Promise<ProductRecord[]>;
}

/** Every turn looks at each of them. */
const ANSWERS_MAX = 1_000;
/** Looked through for those of a category; more than that, and the catalog's first stand for all of it. */
const PRODUCTS_SEEN = 20_000;
const CATEGORIES_MAX = 300;

interface AnswerRow {
  id: string;
  version: number;
  question: string;
  topic: string;
  phrases: string[];
  scope: AnswerScope["type"];
  refs: string[];
  text: string;
  removed: boolean;
  by: string;
  at: string;
  created_at: string;
}

export function answerRepository(sql: Sql): AnswerRepository {
  const current = (siteId: string, removed: boolean) =>
    persevere(
      () => sql<AnswerRow[]>`
      select latest.*, first.at as created_at from (
        select distinct on (id) * from answers where site_id = ${siteId} order by id, version desc
      ) as latest join answers as first on first.id = latest.id and first.version = 1
      where latest.removed = ${removed} order by latest.at desc, latest.id`,
    );
  return {
    async standing(siteId) {
      return (await current(siteId, false)).map((row) => {
        const { removed: _, by: __, at: ___, createdAt: ____, ...answer } = answerOf(row);
        return answer;
      });
    },
    list: async (siteId, removed) => (await current(siteId, removed)).map(answerOf),
    async versions(siteId, answerId) {
      const rows = await persevere(
        () => sql<AnswerRow[]>`
          select *, (select at from answers as first where first.id = answers.id and first.version = 1) as created_at
          from answers where site_id = ${siteId} and id::text = ${storableText(answerId)} order by version desc`,
      );
      return rows.map(answerOf);
    },
    async add(siteId, content, by) {
      const [row] = await sql<AnswerRow[]>`
        insert into answers (id, version, site_id, question, topic, phrases, scope, refs, text, by, at)
        select ${randomUUID()}::uuid, 1, ${siteId}::uuid, ${columnsOf(sql, content)}, ${storableText(by)}::text, now()
        where (
          select count(*) from (
            select distinct on (id) removed from answers where site_id = ${siteId} order by id, version desc
          ) as latest where not removed
        ) < ${ANSWERS_MAX}
        returning *, at as created_at`;
      return row === undefined ? null : answerOf(row);
    },
    async change(siteId, answerId, content, by, from) {
      const [before] = await this.versions(siteId, answerId);
      if (before === undefined || before.removed) return "unknown";
      if (from !== null && before.version !== from) return "changed";
      const rows = await sql<AnswerRow[]>`
        insert into answers (id, version, site_id, question, topic, phrases, scope, refs, text, by, at)
        select ${before.id}::uuid, ${before.version + 1}::integer, ${siteId}::uuid, ${columnsOf(sql, content)}, ${storableText(by)}::text, now()
        on conflict do nothing returning *, ${before.createdAt}::text as created_at`;
      // Somebody else's change came first.
      return rows[0] === undefined ? "changed" : answerOf(rows[0]);
    },
    async setRemoved(siteId, answerId, removed, by) {
      const [before] = await this.versions(siteId, answerId);
      if (before === undefined) return null;
      if (before.removed === removed) return before;
      const rows = await sql<AnswerRow[]>`
        insert into answers (id, version, site_id, question, topic, phrases, scope, refs, text, removed, by, at)
        select id, version + 1, site_id, question, topic, phrases, scope, refs, text, ${removed}::boolean, ${storableText(by)}::text, now()
        from answers where id = ${before.id} and version = ${before.version}
        on conflict do nothing returning *, ${before.createdAt}::text as created_at`;
      return rows[0] === undefined ? this.setRemoved(siteId, answerId, removed, by) : answerOf(rows[0]);
    },
    async unknownIn(siteId, about) {
      if (about.type === "shop") return [];
      if (about.type === "category")
        return (await this.productsOf(siteId, about, 1)).length > 0 ? [] : [about.category];
      const known = await this.titles(siteId, about.skus);
      return about.skus.filter((sku) => !Object.hasOwn(known, storableText(sku)));
    },
    async titles(siteId, skus) {
      if (skus.length === 0) return {};
      const rows = await persevere(
        () => sql<{ sku: string; title: string }[]>`
          select sku, title from products where site_id = ${siteId} and ${isOneOf(sql, skus)}`,
      );
      return Object.fromEntries(rows.map(({ sku, title }) => [sku, title]));
    },
    async categories(siteId) {
      return persevere(
        () => sql<{ category: string; products: number }[]>`
          select category, count(*)::integer as products
          from (
            select categories from products where site_id = ${siteId} and hidden is null order by sku limit ${PRODUCTS_SEEN}
          ) as seen, lateral jsonb_array_elements_text(categories) as category
          group by category order by products desc, category limit ${CATEGORIES_MAX}`,
      );
    },
    async productsOf(siteId, about, limit) {
      const rows = await persevere(
        () => sql<{ record: ProductRecord }[]>`
          select ${productRecordJson(sql)} as record from products
          where site_id = ${siteId} and hidden is null and ${withinScope(sql, siteId, about)}
          order by sku limit ${limit}`,
      );
      return rows.map(({ record }) => record);
    },
  };
}

function withinScope(sql: Sql, siteId: string, about: AnswerScope) {
  if (about.type === "shop") return sql`true`;
  if (about.type === "products") return isOneOf(sql, about.skus);
  return sql`sku in (
    select sku from (
      select sku, categories from products where site_id = ${siteId} and hidden is null order by sku limit ${PRODUCTS_SEEN}
    ) as seen
    where exists (
      select from jsonb_array_elements_text(categories) as name where lower(name) = lower(${storableText(about.category)})
    )
  )`;
}

function isOneOf(sql: Sql, skus: readonly string[]) {
  return sql`sku in (select jsonb_array_elements_text(${storableJson(skus.map(storableText))}::text::jsonb))`;
}

/** Question, topic, phrases, scope, refs and text, in the table's order. */
function columnsOf(sql: Sql, { question, topic, phrases, about, text }: AnswerContent) {
  const refs = about.type === "products" ? about.skus : about.type === "category" ? [about.category] : [];
  return sql`${storableText(question)}::text, ${storableText(topic)}::text, ${storableJson(phrases)}::text::jsonb,
    ${about.type}::text, ${storableJson(refs)}::text::jsonb, ${storableText(text)}::text`;
}

function answerOf({
  scope,
  refs,
  at,
  created_at,
  id,
  version,
  question,
  topic,
  phrases,
  text,
  removed,
  by,
}: AnswerRow): StoredAnswer {
  const about: AnswerScope =
    scope === "shop"
      ? { type: "shop" }
      : scope === "category"
        ? { type: "category", category: refs[0] ?? "" }
        : { type: "products", skus: refs };
  const instants = { at: isoInstant(at), createdAt: isoInstant(created_at) };
  return { id, version, question, topic, phrases, about, text, removed, by, ...instants };
}
