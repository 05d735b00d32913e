/**
 * The tables. `events` is the truth of every conversation; the counters on `conversations` are what numbers it, and
 * `decisions` and `outcomes` are written in the same statement as the event they come from. Money is in minor units.
 * Features of PostgreSQL 15 at the most. After a change: `npm run migrations`.
 */
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  customType,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AuditDetail, Role, Scope } from "../admin/access/ports.ts";
import type { CatalogFormat } from "../catalog/import/detect-format.ts";
import type { Attribute, Variant } from "../catalog/product.ts";
import type { MatchedBy, ProductReference } from "../catalog/reviews/imported-review.ts";
import type {
  ContentGap,
  ConversationEvent,
  ConversationEventType,
  DecisionRecord,
} from "../dialogue/events.ts";
import type { AnswerScope } from "../dialogue/merchant-answer.ts";
import type { Phase } from "../dialogue/state.ts";
import type { Mode, Strategy } from "../dialogue/strategies.ts";
import type { MetricKey } from "../experiment/metrics.ts";
import type {
  ExperimentPlan,
  ExperimentState,
  Halt,
  LeftOut,
  Placement,
  Treatment,
} from "../experiment/plan.ts";
import type { UnitStanding } from "../experiment/report/figures.ts";
import type { Look } from "../experiment/report/look.ts";
import type { ChatPurpose } from "../model/chat-model.ts";
import type { EmbeddingState } from "../semantic/ports.ts";
import type { PolicyFile } from "../strategy/policy-file.ts";
import type {
  CatalogRecord,
  ImportCounts,
  ImportState,
  ProductRecord,
  ShopPatches,
} from "./catalog-records.ts";
import type { ExperimentDecision, OrderItem } from "./experiment-records.ts";
import type { StoredSettings } from "./site-settings.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true });
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
const siteId = () =>
  uuid("site_id")
    .notNull()
    .references(() => sites.id, { onDelete: "cascade" });

export const sites = pgTable("sites", {
  id: uuid().primaryKey(),
  siteKey: text("site_key").notNull().unique(),
  /** Kept readable: identity hashes and signed orders are checked with it. */
  secretKey: text("secret_key").notNull(),
  name: text().notNull(),
  origins: text().array().notNull(),
  currency: text().notNull(),
  locale: text().notNull(),
  mode: text().$type<Mode>().notNull(),
  /** What the merchant set away from the defaults. */
  settings: jsonb().$type<StoredSettings>().notNull().default({}),
  /** Grows by one with each import or push that changed something. */
  catalogVersion: integer("catalog_version").notNull().default(0),
  createdAt: instant("created_at").notNull().defaultNow(),
});

/** A site's own policies. A version never changes: what a decision record names can be looked up for good. */
export const policies = pgTable(
  "policies",
  {
    siteId: siteId(),
    name: text().notNull(),
    version: text().notNull(),
    /** As it was imported, with its training record. */
    file: jsonb().$type<PolicyFile>().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.name, table.version] })],
);

/** Which policy was put in place of which, so that it can be undone. References as in the settings. */
export const policyChanges = pgTable(
  "policy_changes",
  {
    id: uuid().primaryKey(),
    siteId: siteId(),
    from: text("from_policy").notNull(),
    to: text("to_policy").notNull(),
    /** In the words of whoever did it; empty when none were given. */
    why: text().notNull(),
    /** As the audit log names them; empty for changes of before this was kept. */
    by: text().notNull().default(""),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [index("policy_changes_site").on(table.siteId, table.at)],
);

/** What a site's language model took, added up by day (UTC) and by what it was asked for [MODEL-5]. */
export const modelUsage = pgTable(
  "model_usage",
  {
    siteId: siteId(),
    day: date().notNull(),
    purpose: text().$type<ChatPurpose>().notNull(),
    requests: integer().notNull(),
    promptTokens: bigint("prompt_tokens", { mode: "number" }).notNull(),
    /** Of the prompts' tokens, those that the endpoint had in its cache. */
    cachedTokens: bigint("cached_tokens", { mode: "number" }).notNull(),
    completionTokens: bigint("completion_tokens", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.day, table.purpose] })],
);

export const members = pgTable(
  "members",
  {
    id: uuid().primaryKey(),
    siteId: siteId(),
    /** Whose member it is: one person's members of several sites have it in common, and their password with it [ADM-9]. */
    accountId: uuid("account_id").notNull().defaultRandom(),
    email: text().notNull(),
    role: text().$type<Role>().notNull(),
    /** scrypt, with its salt and cost. */
    passwordHash: text("password_hash").notNull(),
    /** A one-time password is to be replaced at the first login. */
    passwordIsOneTime: boolean("password_is_one_time").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("members_email").on(table.siteId, table.email),
    // Whoever signs in says an address, and not always a site.
    index("members_by_email").on(table.email),
    uniqueIndex("members_account").on(table.accountId, table.siteId),
  ],
);

/** Who is signed in where [ADM-2]. What stands in the cookie is not kept, its hash is. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    userAgent: text("user_agent").notNull(),
  },
  (table) => [index("sessions_member").on(table.memberId)],
);

/** One-time links by which members choose a password [ADM-5]; a used one is gone. */
export const memberLinks = pgTable("member_links", {
  tokenHash: text("token_hash").primaryKey(),
  /** The latest link is the only one. */
  memberId: uuid("member_id")
    .notNull()
    .unique()
    .references(() => members.id, { onDelete: "cascade" }),
  expiresAt: instant("expires_at").notNull(),
});

/** Keys beside the site's secret one, for programs [ADM-6]. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid().primaryKey(),
    siteId: siteId(),
    name: text().notNull(),
    keyHash: text("key_hash").notNull().unique(),
    /** Its last characters, by which people tell keys apart. */
    ending: text().notNull(),
    scopes: text().array().$type<Scope[]>().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
  },
  (table) => [index("api_keys_site").on(table.siteId)],
);

/** Who changed what from where [ADM-7]. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    siteId: siteId(),
    at: instant("at").notNull().defaultNow(),
    by: text("done_by").notNull(),
    /** The address it came from, or the machine that a command ran on. */
    from: text("done_from").notNull(),
    action: text().notNull(),
    detail: jsonb().$type<AuditDetail>().notNull(),
    /** Like ones of a program in one minute are one entry. */
    times: integer().notNull().default(1),
    /** What such entries have in common; null of those that stand alone. */
    likeness: text(),
  },
  (table) => [
    index("audit_entries_site").on(table.siteId, table.id),
    uniqueIndex("audit_entries_likeness").on(table.siteId, table.likeness),
  ],
);

/** On which of a shop's addresses its pages have loaded the widget [ADM-11]. */
export const scriptSightings = pgTable(
  "script_sightings",
  {
    siteId: siteId(),
    origin: text().notNull(),
    /** Of the page that was seen last, without what follows a question mark; null until one said its address. */
    page: text(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.origin] })],
);

export const products = pgTable(
  "products",
  {
    siteId: siteId(),
    sku: text().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    brand: text(),
    categories: jsonb().$type<string[]>().notNull(),
    tags: jsonb().$type<string[]>().notNull(),
    url: text().notNull(),
    imageUrl: text("image_url"),
    /** Null on hidden products only. */
    priceMinor: bigint("price_minor", { mode: "number" }),
    wasMinor: bigint("was_minor", { mode: "number" }),
    currency: text(),
    inStock: boolean("in_stock").notNull(),
    attributes: jsonb().$type<Attribute[]>().notNull(),
    ratingValue: doublePrecision("rating_value"),
    ratingCount: integer("rating_count"),
    popularity: doublePrecision(),
    /** Why the product is never shown; null when it may be. */
    hidden: text(),
    version: integer().notNull().default(1),
    /** Of everything that was said about the product, variants and reviews included: equal hashes are no change. */
    contentHash: text("content_hash").notNull(),
    /** The catalog version of the last change. */
    changedIn: integer("changed_in").notNull().default(0),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.sku] }),
    index("products_changed").on(table.siteId, table.changedIn),
  ],
);

/** What products were before their last changes, so that a claim's evidence stays checkable [CAT-3]. */
export const productVersions = pgTable(
  "product_versions",
  {
    siteId: siteId(),
    sku: text().notNull(),
    version: integer().notNull(),
    record: jsonb().$type<ProductRecord>().notNull(),
    validFrom: instant("valid_from").notNull(),
    validUntil: instant("valid_until").notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.sku, table.version] })],
);

/** How far a shop's pushes have come, by product. A row may stand for a product that is gone, or was never there. */
export const shopVersions = pgTable(
  "shop_versions",
  {
    siteId: siteId(),
    sku: text().notNull(),
    /** The shop's own number of the last whole product or deletion; null when only stock or prices were pushed. */
    version: bigint({ mode: "number" }),
    /** Newer than `version`, by what they are about. */
    patches: jsonb().$type<ShopPatches>().notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.sku] })],
);

export const catalogImports = pgTable(
  "catalog_imports",
  {
    id: uuid().primaryKey(),
    siteId: siteId(),
    state: text().$type<ImportState>().notNull(),
    /** Where it came from, in words: "products.csv", "feed". */
    source: text().notNull(),
    replaces: boolean().notNull(),
    counts: jsonb().$type<ImportCounts>(),
    /** Rows that could not be used; null until the file was read to its end. */
    rejected: integer(),
    /** Why it is held, failed or was rejected. */
    code: text(),
    message: text(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at").notNull().defaultNow(),
  },
  (table) => [index("catalog_imports_site").on(table.siteId, table.finishedAt)],
);

/** What a held import would put, until it is confirmed or rejected [CAT-2]. */
export const heldRecords = pgTable(
  "held_records",
  {
    importId: uuid("import_id")
      .notNull()
      .references(() => catalogImports.id, { onDelete: "cascade" }),
    sku: text().notNull(),
    contentHash: text("content_hash").notNull(),
    hidden: text(),
    record: jsonb().$type<CatalogRecord>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.sku] })],
);

/** A site's feed, and when it is next due. */
export const feeds = pgTable(
  "feeds",
  {
    siteId: uuid("site_id")
      .primaryKey()
      .references(() => sites.id, { onDelete: "cascade" }),
    url: text().notNull(),
    format: text().$type<CatalogFormat | "auto">().notNull(),
    replaces: boolean().notNull(),
    everySeconds: integer("every_seconds").notNull(),
    /** What the server said of the copy that was read last, and that copy's SHA-256. */
    etag: text(),
    lastModified: text("last_modified"),
    digest: text(),
    nextAt: instant("next_at").notNull(),
    /** Whoever pulls holds the lease; a process that died loses it by time. */
    lease: uuid(),
    leasedUntil: instant("leased_until"),
    /** Failures since the last success. */
    failures: integer().notNull().default(0),
    lastAt: instant("last_at"),
    lastCode: text("last_code"),
    lastMessage: text("last_message"),
  },
  (table) => [index("feeds_next").on(table.nextAt)],
);

/** What products mean, as an embedding model tells it. What is of no product any more goes when the next run completes. */
export const productVectors = pgTable(
  "product_vectors",
  {
    siteId: siteId(),
    model: text().notNull(),
    sku: text().notNull(),
    /** Of the text it was made from: the same text is not embedded again. */
    textHash: text("text_hash").notNull(),
    /** Of the product when it was last looked at: a product of the same content need not be looked at again. */
    contentHash: text("content_hash").notNull(),
    /** One signed byte per dimension. */
    vector: bytes().notNull(),
    /** Grows with each batch of the site, so that whoever has read up to one reads on from there. */
    stamp: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.model, table.sku] }),
    index("product_vectors_stamp").on(table.siteId, table.model, table.stamp),
  ],
);

/** Who embeds a site's catalog, and what became of it. */
export const embeddingRuns = pgTable("embedding_runs", {
  siteId: uuid("site_id")
    .primaryKey()
    .references(() => sites.id, { onDelete: "cascade" }),
  model: text().notNull(),
  state: text().$type<EmbeddingState>().notNull(),
  /** Of the last batch. */
  stamp: integer().notNull().default(0),
  /** Whoever embeds holds the lease; a process that died loses it by time. */
  lease: uuid(),
  leasedUntil: instant("leased_until"),
  code: text(),
  message: text(),
  at: instant("at").notNull(),
});

export const variants = pgTable(
  "variants",
  {
    siteId: uuid("site_id").notNull(),
    productSku: text("product_sku").notNull(),
    /** Place in the merchant's order, from 1. */
    place: integer().notNull(),
    sku: text().notNull(),
    options: jsonb().$type<Variant["options"]>().notNull(),
    priceMinor: bigint("price_minor", { mode: "number" }).notNull(),
    currency: text().notNull(),
    inStock: boolean("in_stock").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.productSku, table.place] }),
    foreignKey({
      columns: [table.siteId, table.productSku],
      foreignColumns: [products.siteId, products.sku],
    }).onDelete("cascade"),
    index("variants_sku").on(table.siteId, table.sku),
  ],
);

export const reviews = pgTable(
  "reviews",
  {
    siteId: uuid("site_id").notNull(),
    productSku: text("product_sku").notNull(),
    place: integer().notNull(),
    id: text().notNull(),
    author: text().notNull(),
    rating: doublePrecision().notNull(),
    text: text().notNull(),
    /** ISO 8601 date, as the merchant gave it. */
    at: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.productSku, table.place] }),
    foreignKey({
      columns: [table.siteId, table.productSku],
      foreignColumns: [products.siteId, products.sku],
    }).onDelete("cascade"),
  ],
);

/**
 * Reviews of files. They stay when a catalog is imported that has none, and wait for their product when it is not there
 * yet. A removed one keeps its id, so that the next import of the same file does not bring it back.
 */
export const importedReviews = pgTable(
  "imported_reviews",
  {
    siteId: siteId(),
    /** The file's own behind the source's name, or made of what the review says. */
    id: text().notNull(),
    /** The app it was exported from, "file", or "catalog" where a review of a catalog's was removed. */
    source: text().notNull(),
    reference: jsonb().$type<ProductReference>().notNull(),
    /** The product it was matched to, and by what of the reference. */
    productSku: text("product_sku"),
    matchedBy: text("matched_by").$type<MatchedBy>(),
    author: text().notNull(),
    /** Hashes of the full name and the e-mail address, by which a reviewer is found and can be erased. */
    authorKeys: text("author_keys").array().notNull(),
    rating: doublePrecision().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    at: text().notNull(),
    verified: boolean(),
    language: text(),
    helpful: integer().notNull(),
    contentHash: text("content_hash").notNull(),
    removedAt: instant("removed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.id] }),
    index("imported_reviews_product").on(table.siteId, table.productSku),
  ],
);

export const visitors = pgTable(
  "visitors",
  {
    id: uuid().primaryKey(),
    siteId: siteId(),
    /** The shop's own id of a signed-in shopper. */
    userId: text("user_id"),
    /** The visitor this one turned out to be, when a known shopper signed in on another device [EXP-1]. */
    aliasOf: uuid("alias_of").references((): AnyPgColumn => visitors.id, { onDelete: "set null" }),
    /** Why the visitor counts in no experiment; null who does. */
    leftOut: text("left_out").$type<LeftOut>(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("visitors_user").on(table.siteId, table.userId).where(sql`${table.userId} is not null`),
    index("visitors_alias").on(table.aliasOf).where(sql`${table.aliasOf} is not null`),
    index("visitors_left_out").on(table.siteId, table.createdAt).where(sql`${table.leftOut} is not null`),
  ],
);

export const conversations = pgTable(
  "conversations",
  {
    id: uuid().primaryKey(),
    siteId: siteId(),
    visitorId: uuid("visitor_id")
      .notNull()
      .references(() => visitors.id, { onDelete: "cascade" }),
    mode: text().$type<Mode>().notNull(),
    locale: text().notNull(),
    /** What the visitor was given when it was opened, and by which experiments; it stays so to its end. */
    treatment: jsonb().$type<Treatment>().notNull().default({}),
    placements: jsonb().$type<Placement[]>().notNull().default([]),
    /** The numbers of the last event. Updating them is the lock under which events are numbered. */
    position: integer().notNull().default(0),
    seq: integer().notNull().default(0),
    /** How many `turn-spoken` events there are: a turn decided on fewer is stale. */
    turns: integer().notNull().default(0),
    openedAt: instant("opened_at").notNull().defaultNow(),
    lastEventAt: instant("last_event_at").notNull().defaultNow(),
    closedAt: instant("closed_at"),
    erasedAt: instant("erased_at"),
    /** When the site's bandit learned from it, which it does once [POL-7]. */
    learnedAt: instant("learned_at"),
  },
  (table) => [
    index("conversations_visitor").on(table.visitorId, table.openedAt),
    index("conversations_site").on(table.siteId, table.openedAt),
    // Not by the last event, whose every change would have to be written here, too.
    index("conversations_to_learn").on(table.siteId, table.openedAt).where(sql`${table.learnedAt} is null`),
  ],
);

export const events = pgTable(
  "events",
  {
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    seq: integer(),
    at: instant("at").notNull(),
    type: text().$type<ConversationEventType>().notNull(),
    body: jsonb().$type<ConversationEvent>().notNull(),
    /** The id a client gave the event, and the visitor it is unique for [WIRE-2]. */
    clientId: uuid("client_id"),
    visitorId: uuid("visitor_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.position] }),
    uniqueIndex("events_seq").on(table.conversationId, table.seq).where(sql`${table.seq} is not null`),
    uniqueIndex("events_client_id")
      .on(table.visitorId, table.type, table.clientId)
      .where(sql`${table.clientId} is not null`),
    // What was said, for a search in words; and where a person was asked for (`store/conversation-list.ts`).
    index("events_words")
      .using("gin", sql`to_tsvector('simple', coalesce(body ->> 'text', body #>> '{turn,text}', ''))`)
      .where(sql`type in ('message-stored', 'turn-spoken', 'person-spoke')`),
    index("events_person_joined").on(table.conversationId, table.position).where(sql`type = 'agent-joined'`),
    // How much shoppers wrote is counted over whole periods: the messages themselves are a hundred times as large.
    index("events_messages").on(table.conversationId).where(sql`type = 'message-stored'`),
    // Seldom, and looked for in all of a period's conversations.
    index("events_joined").on(table.conversationId).where(sql`type = 'agent-joined'`),
    index("events_person_asked")
      .on(table.conversationId)
      .where(
        sql`type = 'human-asked' or type = 'messages-understood' and jsonb_path_exists(body, '$.messages[*].understanding.acts[*] ? (@ == "ask-human")')`,
      ),
  ],
);

/**
 * Who has the agent's place in which conversation [TRN-6]: what the log says, kept where one row is one person at a time, and
 * with what the log does not say, the person's last sign of life.
 */
export const conversationPersons = pgTable(
  "conversation_persons",
  {
    conversationId: uuid("conversation_id")
      .primaryKey()
      .references(() => conversations.id, { onDelete: "cascade" }),
    siteId: siteId(),
    personId: text("person_id").notNull(),
    name: text().notNull(),
    joinedAt: instant("joined_at").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (table) => [index("conversation_persons_seen").on(table.seenAt)],
);

export const decisions = pgTable(
  "decisions",
  {
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** Of the `turn-spoken` event it led to. */
    position: integer().notNull(),
    siteId: siteId(),
    turnId: text("turn_id").notNull(),
    at: instant("at").notNull(),
    policy: text().notNull(),
    policyVersion: text("policy_version").notNull(),
    strategies: jsonb().$type<Strategy[]>().notNull(),
    record: jsonb().$type<DecisionRecord>().notNull(),
    /** The shopper had settled on an item when the turn was decided: a feature of its first step, where it can be counted. */
    chosen: boolean().generatedAlwaysAs(
      sql`coalesce(jsonb_exists(record #> '{steps,0,features}', 'chosen'), false)`,
    ),
    /** When the turn was decided; null of records that do not say. */
    phase: text().$type<Phase>().generatedAlwaysAs(sql`record ->> 'phase'`),
    /** Cut where it is longer than any name a person reads: an index holds it. */
    sought: text().generatedAlwaysAs(sql`left(record ->> 'sought', 200)`),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.position] }),
    // With all that counting strategies reads: the records themselves are a hundred times as large.
    index("decisions_site").on(
      table.siteId,
      table.at,
      table.conversationId,
      table.position,
      table.strategies,
      table.chosen,
      table.phase,
      table.sought,
    ),
  ],
);

/** What shoppers asked or wished for in vain [LED-3], written in the same statement as the turn that had to say so. */
export const contentGaps = pgTable(
  "content_gaps",
  {
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** Of the `turn-spoken` event, and the gap's place in it from 1. */
    position: integer().notNull(),
    place: integer().notNull(),
    siteId: siteId(),
    at: instant("at").notNull(),
    type: text().$type<ContentGap["type"]>().notNull(),
    topic: text().notNull(),
    value: text().notNull(),
    sku: text(),
    kind: text(),
    words: text().notNull(),
    /** The same for what is the same gap: counting by one number is much quicker than by four texts. */
    gap: bigint({ mode: "number" }).generatedAlwaysAs(
      sql`hashtextextended(type || chr(31) || topic || chr(31) || value || chr(31) || coalesce(kind, ''), 0)`,
    ),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.position, table.place] }),
    // With all that counting reads.
    index("content_gaps_site").on(table.siteId, table.at, table.gap, table.conversationId),
    index("content_gaps_gap").on(table.siteId, table.gap, table.at),
  ],
);

/**
 * What merchants have answered once for all [GAP-1]. Only ever added to: each change of an answer, its removal and its return are
 * versions, the last of which stands. So what was cited can be read, and the number of rows tells whether anything changed.
 */
export const answers = pgTable(
  "answers",
  {
    id: uuid().notNull(),
    version: integer().notNull(),
    siteId: siteId(),
    question: text().notNull(),
    topic: text().notNull(),
    phrases: jsonb().$type<string[]>().notNull(),
    scope: text().$type<AnswerScope["type"]>().notNull(),
    /** The category, or the skus; empty where it holds for the shop. */
    refs: jsonb().$type<string[]>().notNull(),
    text: text().notNull(),
    removed: boolean().notNull().default(false),
    /** As the audit log names them. */
    by: text().notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.version] }),
    index("answers_site").on(table.siteId, table.id, table.version.desc()),
  ],
);

export const outcomes = pgTable(
  "outcomes",
  {
    visitorId: uuid("visitor_id")
      .notNull()
      .references(() => visitors.id, { onDelete: "cascade" }),
    signalId: uuid("signal_id").notNull(),
    siteId: siteId(),
    /** Null for what happened before any talk. */
    conversationId: uuid("conversation_id").references(() => conversations.id, { onDelete: "cascade" }),
    type: text().notNull(),
    sku: text(),
    turnId: text("turn_id"),
    value: doublePrecision(),
    currency: text(),
    orderId: text("order_id"),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.signalId] }),
    index("outcomes_site").on(table.siteId, table.at),
  ],
);

/**
 * Purchases, each once by the shop's own id of the order. What is told of one (its placing, refunds, its cancellation) may come in any
 * order and more than once: a row may stand for an order of which only a refund is known yet.
 */
export const orders = pgTable(
  "orders",
  {
    siteId: siteId(),
    /** The shop's; of a purchase that a page reported without one, the signal's id. */
    orderId: text("order_id").notNull(),
    /** Null until somebody says who bought. */
    visitorId: uuid("visitor_id").references(() => visitors.id, { onDelete: "cascade" }),
    /** Null until the order itself is known. */
    placedAt: instant("placed_at"),
    /** The total in minor units of `currency`. */
    value: bigint({ mode: "number" }),
    currency: text(),
    /** The shop's server has signed it, which stands against what a page reported. */
    signed: boolean().notNull().default(false),
    items: jsonb().$type<OrderItem[]>().notNull().default([]),
    /** The sum of its refunds, in minor units; never more than `value` once that is known. */
    refunded: bigint({ mode: "number" }).notNull().default(0),
    cancelledAt: instant("cancelled_at"),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.orderId] }),
    index("orders_visitor").on(table.visitorId, table.placedAt),
    index("orders_site").on(table.siteId, table.placedAt),
  ],
);

export const orderRefunds = pgTable(
  "order_refunds",
  {
    siteId: siteId(),
    orderId: text("order_id").notNull(),
    /** The shop's own id of the refund: each counts once. */
    refundId: text("refund_id").notNull(),
    value: bigint({ mode: "number" }).notNull(),
    /** One that is not the order's currency takes nothing off it. */
    currency: text().notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.orderId, table.refundId] })],
);

/** Outcome events that changed nothing, counted by day (UTC) and reason. */
export const outcomeRefusals = pgTable(
  "outcome_refusals",
  {
    siteId: siteId(),
    day: date().notNull(),
    reason: text().notNull(),
    count: bigint({ mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.day, table.reason] })],
);

export const experiments = pgTable(
  "experiments",
  {
    id: uuid().primaryKey(),
    siteId: siteId(),
    /** As it is called in addresses and commands; unique in its site. */
    key: text().notNull(),
    name: text().notNull(),
    state: text().$type<ExperimentState>().notNull(),
    /** Frozen once it has started [EXP-11]. */
    plan: jsonb().$type<ExperimentPlan>().notNull(),
    seed: text().notNull(),
    /** The share of the traffic that is in it. */
    coverage: doublePrecision().notNull(),
    halts: jsonb().$type<Halt[]>().notNull().default([]),
    createdAt: instant("created_at").notNull().defaultNow(),
    startedAt: instant("started_at"),
    stoppedAt: instant("stopped_at"),
    /** What was decided when it was stopped. */
    decision: jsonb().$type<ExperimentDecision>(),
  },
  (table) => [
    uniqueIndex("experiments_key").on(table.siteId, table.key),
    index("experiments_running").on(table.siteId).where(sql`${table.state} in ('running', 'paused')`),
  ],
);

/** Who did what to an experiment [EXP-11]. */
export const experimentChanges = pgTable(
  "experiment_changes",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    experimentId: uuid("experiment_id")
      .notNull()
      .references(() => experiments.id, { onDelete: "cascade" }),
    at: instant("at").notNull().defaultNow(),
    by: text("changed_by").notNull(),
    action: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index("experiment_changes_experiment").on(table.experimentId, table.at)],
);

/** Who could first notice which arm when [EXP-2]: once per visitor and experiment, never changed. */
export const exposures = pgTable(
  "exposures",
  {
    experimentId: uuid("experiment_id")
      .notNull()
      .references(() => experiments.id, { onDelete: "cascade" }),
    visitorId: uuid("visitor_id")
      .notNull()
      .references(() => visitors.id, { onDelete: "cascade" }),
    arm: text().notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.experimentId, table.visitorId] }),
    index("exposures_visitor").on(table.visitorId),
  ],
);

/** Visitors of whom something was stored that no experiment's figures hold yet. Written with what they are about. */
export const unsettledVisitors = pgTable(
  "unsettled_visitors",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    siteId: uuid("site_id").notNull(),
    visitorId: uuid("visitor_id").notNull(),
  },
  (table) => [index("unsettled_visitors_site").on(table.siteId, table.id)],
);

/** Each person exposed to an experiment, however many visitors they were, and whether they count. */
export const experimentUnits = pgTable(
  "experiment_units",
  {
    experimentId: uuid("experiment_id")
      .notNull()
      .references(() => experiments.id, { onDelete: "cascade" }),
    /** Of a person who is several visitors, the one that the others are aliases of. */
    visitorId: uuid("visitor_id").notNull(),
    arm: text().notNull(),
    exposedAt: instant("exposed_at").notNull(),
    /** "crossed" was seen in two arms [EXP-2]. */
    standing: text().$type<UnitStanding>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.experimentId, table.visitorId] })],
);

/** What a person who counts has done, by metric. No row where there is nothing but zero. */
export const experimentValues = pgTable(
  "experiment_values",
  {
    experimentId: uuid("experiment_id")
      .notNull()
      .references(() => experiments.id, { onDelete: "cascade" }),
    metric: text().$type<MetricKey>().notNull(),
    visitorId: uuid("visitor_id").notNull(),
    arm: text().notNull(),
    /** Money in minor units. */
    value: doublePrecision().notNull(),
    /** What a ratio's value is over; null of other metrics. */
    over: doublePrecision("over_value"),
    /** The same before the exposure [EXP-8]. */
    before: doublePrecision("before_value").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.experimentId, table.metric, table.visitorId] }),
    // The largest values first: winsorising looks at those only.
    index("experiment_values_largest")
      .on(table.experimentId, table.metric, table.value.desc())
      .where(sql`${table.value} <> 0`),
  ],
);

/** The sums that reports are made of, kept in step with the two tables above: a report never goes through visitors. */
export const experimentSums = pgTable(
  "experiment_sums",
  {
    experimentId: uuid("experiment_id")
      .notNull()
      .references(() => experiments.id, { onDelete: "cascade" }),
    arm: text().notNull(),
    metric: text().$type<MetricKey>().notNull(),
    /** Visitors whose value is not zero. */
    nonZero: bigint("non_zero", { mode: "number" }).notNull(),
    sum: numeric({ mode: "number" }).notNull(),
    sumSquares: numeric("sum_squares", { mode: "number" }).notNull(),
    overSum: numeric("over_sum", { mode: "number" }).notNull(),
    overSquares: numeric("over_squares", { mode: "number" }).notNull(),
    /** Of value times over. */
    overCross: numeric("over_cross", { mode: "number" }).notNull(),
    beforeSum: numeric("before_sum", { mode: "number" }).notNull(),
    beforeSquares: numeric("before_squares", { mode: "number" }).notNull(),
    /** Of value times before. */
    beforeCross: numeric("before_cross", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.experimentId, table.arm, table.metric] })],
);

/** How many persons there are of each standing. */
export const experimentCounts = pgTable(
  "experiment_counts",
  {
    experimentId: uuid("experiment_id")
      .notNull()
      .references(() => experiments.id, { onDelete: "cascade" }),
    arm: text().notNull(),
    standing: text().$type<UnitStanding>().notNull(),
    units: bigint({ mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.experimentId, table.arm, table.standing] })],
);

/** What a look at an experiment showed: the course of its intervals, and the smallest of its always-valid p-values. */
export const experimentLooks = pgTable(
  "experiment_looks",
  {
    experimentId: uuid("experiment_id")
      .notNull()
      .references(() => experiments.id, { onDelete: "cascade" }),
    at: instant("at").notNull(),
    look: jsonb().$type<Look>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.experimentId, table.at] })],
);
