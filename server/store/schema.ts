/**
 * The tables. `events` is the truth of every conversation; the counters on `conversations` are what numbers it, and
 * `decisions` and `outcomes` are written in the same statement as the event they come from. Money is in minor units.
 * Features of PostgreSQL 15 at the most. After a change: `npm run migrations`.
 */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Attribute, Variant } from "../catalog/product.ts";
import type { ConversationEvent, ConversationEventType, DecisionRecord } from "../dialogue/events.ts";
import type { Mode, Strategy } from "../dialogue/strategies.ts";
import type { StoredSettings } from "./site-settings.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true });
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
  /** Grows by one with each import that changed something. */
  catalogVersion: integer("catalog_version").notNull().default(0),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const members = pgTable(
  "members",
  {
    id: uuid().primaryKey(),
    siteId: siteId(),
    email: text().notNull(),
    /** scrypt, with its salt and cost. */
    passwordHash: text("password_hash").notNull(),
    /** A one-time password is to be replaced at the first login. */
    passwordIsOneTime: boolean("password_is_one_time").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("members_email").on(table.siteId, table.email)],
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
    /** Of everything an import says about the product, variants and reviews included. */
    contentHash: text("content_hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.sku] })],
);

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

export const visitors = pgTable(
  "visitors",
  {
    id: uuid().primaryKey(),
    siteId: siteId(),
    /** The shop's own id of a signed-in shopper. */
    userId: text("user_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("visitors_user").on(table.siteId, table.userId).where(sql`${table.userId} is not null`),
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
    /** The numbers of the last event. Updating them is the lock under which events are numbered. */
    position: integer().notNull().default(0),
    seq: integer().notNull().default(0),
    /** How many `turn-spoken` events there are: a turn decided on fewer is stale. */
    turns: integer().notNull().default(0),
    openedAt: instant("opened_at").notNull().defaultNow(),
    lastEventAt: instant("last_event_at").notNull().defaultNow(),
    closedAt: instant("closed_at"),
    erasedAt: instant("erased_at"),
  },
  (table) => [
    index("conversations_visitor").on(table.visitorId, table.openedAt),
    index("conversations_site").on(table.siteId, table.openedAt),
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
  ],
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
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.position] }),
    index("decisions_site").on(table.siteId, table.at),
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
