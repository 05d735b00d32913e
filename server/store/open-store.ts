/** Opens everything durable: a PostgreSQL server that is named, or the embedded one, brought to the current schema. */
import type { AccountDesk, AuditLog, KeyDesk, SessionDesk } from "../admin/access/ports.ts";
import type { PolicyRegistry } from "../admin/policies/ports.ts";
import type { SetupLedger } from "../admin/setup-api.ts";
import type { ExperimentBook } from "../experiment/ports.ts";
import type { ConversationDesk, ExposureDesk, OrderDesk, PersonRegistry } from "../gateway/ports.ts";
import type { SightingDesk } from "../gateway/sight-script.ts";
import type { OverviewLedger } from "../insight/overview.ts";
import type {
  ConversationArchive,
  ConversationList,
  ExperimentLedger,
  GapLedger,
  LiveLedger,
  OutcomeLedger,
  StrategyLedger,
} from "../insight/ports.ts";
import type { ShopChangeLog } from "../insight/shop-changes.ts";
import type { LearningDesk, TalkArchive } from "../learn/ports.ts";
import type { ModelUsageLedger } from "../model/ports.ts";
import type { VectorDesk } from "../semantic/ports.ts";
import type { ConversationLog } from "../turn/ports.ts";
import { accountRepository } from "./account-repository.ts";
import { type AnswerRepository, answerRepository } from "./answer-repository.ts";
import { auditRepository } from "./audit-repository.ts";
import { type CatalogRepository, catalogRepository } from "./catalog-repository.ts";
import { conversationArchive } from "./conversation-archive.ts";
import { conversationList } from "./conversation-list.ts";
import { conversationDesk, conversationLog } from "./conversation-repository.ts";
import {
  type ConnectionOptions,
  connectionOfUrl,
  connectionWasLost,
  openDatabase,
  persevere,
} from "./database.ts";
import { type EmbeddedPostgres, openEmbedded } from "./embedded/open-embedded.ts";
import { experimentFigures } from "./experiment-figures.ts";
import { experimentRepository } from "./experiment-repository.ts";
import { exposureDesk } from "./exposure-repository.ts";
import { type FeedRepository, feedRepository } from "./feed-repository.ts";
import { gapRepository } from "./gap-repository.ts";
import { keyRepository } from "./key-repository.ts";
import { learningRepository } from "./learning-repository.ts";
import { liveConversations } from "./live-conversations.ts";
import { type MemberRepository, memberRepository } from "./member-repository.ts";
import { migrateDatabase } from "./migrate.ts";
import { modelUsageRepository } from "./model-usage-repository.ts";
import { orderDesk } from "./order-repository.ts";
import { outcomeRepository } from "./outcome-repository.ts";
import { overviewRepository } from "./overview-repository.ts";
import { personRepository } from "./person-repository.ts";
import { policyRegistry } from "./policy-repository.ts";
import { createRefusalCounter, type OutcomeRefusalCounter } from "./refusal-counter.ts";
import { type ReviewRepository, reviewRepository } from "./review-repository.ts";
import { sessionRepository } from "./session-repository.ts";
import { setupLedger, sightingDesk } from "./setup-repository.ts";
import { shopChangeLog } from "./shop-changes.ts";
import { type SiteRepository, siteRepository } from "./site-repository.ts";
import { strategyRepository } from "./strategy-repository.ts";
import { talkRepository } from "./talk-repository.ts";
import { vectorRepository } from "./vector-repository.ts";
import { type VisitorRepository, visitorRepository } from "./visitor-repository.ts";

export interface Store {
  sites: SiteRepository;
  members: MemberRepository;
  accounts: AccountDesk;
  sessions: SessionDesk;
  keys: KeyDesk;
  audit: AuditLog;
  visitors: VisitorRepository;
  /** For the gateway. */
  desk: ConversationDesk;
  /** Who has the agent's place. */
  persons: PersonRegistry;
  orders: OrderDesk;
  /** Of outcome events that changed nothing. */
  refusals: OutcomeRefusalCounter;
  exposures: ExposureDesk;
  /** Where the shops' scripts were seen. */
  sightings: SightingDesk;
  /** For a turn. */
  log: ConversationLog;
  catalogs: CatalogRepository;
  feeds: FeedRepository;
  policies: PolicyRegistry;
  modelUsage: ModelUsageLedger;
  reviews: ReviewRepository;
  /** What products mean. */
  vectors: VectorDesk;
  /** For the merchant. */
  archive: ConversationArchive;
  conversationList: ConversationList;
  /** Those that go on now. */
  live: LiveLedger;
  gaps: GapLedger;
  answers: AnswerRepository;
  strategies: StrategyLedger;
  outcomes: OutcomeLedger;
  setup: SetupLedger;
  overview: OverviewLedger;
  shopChanges: ShopChangeLog;
  /** For judging policies, and for learning. */
  talks: TalkArchive;
  learning: LearningDesk;
  experiments: ExperimentBook;
  experimentFigures: ExperimentLedger;
  /** How many migrations opening has applied. */
  migrationsApplied: number;
  /** Answers when the database does; throws when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** A server of the operator's own; the embedded PostgreSQL when left out. */
  databaseUrl?: string | undefined;
  /** Where the embedded PostgreSQL keeps its data. */
  dataDir: string;
  /** Told what an operator wants to know: where data was put, what was restarted. */
  log?: (line: string) => void;
}

/** A server that is started together with Overture may take a moment longer. */
const OPEN_PATIENCE_MS = 5_000;

/** Throws an `Error` with one clear line when there is no database to be had. */
export async function openStore({ databaseUrl, dataDir, log = () => {} }: StoreOptions): Promise<Store> {
  const embedded = databaseUrl === undefined ? await openEmbedded(dataDir, log) : null;
  try {
    return await openRepositories(
      embedded?.connectionOptions ?? connectionOfUrl(databaseUrl ?? ""),
      embedded,
    );
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}

async function openRepositories(
  connection: ConnectionOptions,
  embedded: EmbeddedPostgres | null,
): Promise<Store> {
  const { applied } = await persevere(() => migrateDatabase(connection), OPEN_PATIENCE_MS).catch(explain);
  const database = openDatabase(connection);
  const refusals = createRefusalCounter(database.sql);
  return {
    sites: siteRepository(database),
    members: memberRepository(database),
    accounts: accountRepository(database),
    sessions: sessionRepository(database),
    keys: keyRepository(database),
    audit: auditRepository(database),
    visitors: visitorRepository(database),
    desk: conversationDesk(database.sql, refusals),
    persons: personRepository(database.sql),
    orders: orderDesk(database.sql, refusals),
    refusals,
    exposures: exposureDesk(database.sql),
    sightings: sightingDesk(database.sql),
    log: conversationLog(database.sql),
    catalogs: catalogRepository(database.sql, connection),
    feeds: feedRepository(database.sql),
    policies: policyRegistry(database),
    modelUsage: modelUsageRepository(database.sql),
    reviews: reviewRepository(database.sql, connection),
    vectors: vectorRepository(database.sql),
    archive: conversationArchive(database.sql),
    conversationList: conversationList(database.sql),
    live: liveConversations(database.sql),
    gaps: gapRepository(database.sql),
    answers: answerRepository(database.sql),
    strategies: strategyRepository(database.sql),
    setup: setupLedger(database.sql),
    outcomes: outcomeRepository(database.sql, refusals),
    overview: overviewRepository(database.sql),
    shopChanges: shopChangeLog(database.sql),
    talks: talkRepository(database.sql),
    learning: learningRepository(database.sql),
    experiments: experimentRepository(database),
    experimentFigures: experimentFigures(database.sql),
    migrationsApplied: applied,
    async ping() {
      await database.sql`select 1`;
    },
    async close() {
      // What could not be counted must not keep the rest from closing.
      await refusals.close().catch(() => {});
      await database.close();
      await embedded?.release();
    },
  };
}

/** The client's own error for a server that does not answer may have no message at all. */
function explain(error: unknown): never {
  if (!connectionWasLost(error)) throw error;
  const code = error instanceof Error && "code" in error ? error.code : "no answer";
  throw new Error(`the database cannot be reached (${code})`, { cause: error });
}
