CREATE TABLE "experiment_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"experiment_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" text NOT NULL,
	"action" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "experiment_counts" (
	"experiment_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"standing" text NOT NULL,
	"units" bigint NOT NULL,
	CONSTRAINT "experiment_counts_experiment_id_arm_standing_pk" PRIMARY KEY("experiment_id","arm","standing")
);
--> statement-breakpoint
CREATE TABLE "experiment_looks" (
	"experiment_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"look" jsonb NOT NULL,
	CONSTRAINT "experiment_looks_experiment_id_at_pk" PRIMARY KEY("experiment_id","at")
);
--> statement-breakpoint
CREATE TABLE "experiment_sums" (
	"experiment_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"metric" text NOT NULL,
	"non_zero" bigint NOT NULL,
	"sum" numeric NOT NULL,
	"sum_squares" numeric NOT NULL,
	"over_sum" numeric NOT NULL,
	"over_squares" numeric NOT NULL,
	"over_cross" numeric NOT NULL,
	"before_sum" numeric NOT NULL,
	"before_squares" numeric NOT NULL,
	"before_cross" numeric NOT NULL,
	CONSTRAINT "experiment_sums_experiment_id_arm_metric_pk" PRIMARY KEY("experiment_id","arm","metric")
);
--> statement-breakpoint
CREATE TABLE "experiment_units" (
	"experiment_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"exposed_at" timestamp with time zone NOT NULL,
	"standing" text NOT NULL,
	CONSTRAINT "experiment_units_experiment_id_visitor_id_pk" PRIMARY KEY("experiment_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "experiment_values" (
	"experiment_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"visitor_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"value" double precision NOT NULL,
	"over_value" double precision,
	"before_value" double precision NOT NULL,
	CONSTRAINT "experiment_values_experiment_id_metric_visitor_id_pk" PRIMARY KEY("experiment_id","metric","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "experiments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"plan" jsonb NOT NULL,
	"seed" text NOT NULL,
	"coverage" double precision NOT NULL,
	"halts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"decision" jsonb
);
--> statement-breakpoint
CREATE TABLE "exposures" (
	"experiment_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "exposures_experiment_id_visitor_id_pk" PRIMARY KEY("experiment_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "order_refunds" (
	"site_id" uuid NOT NULL,
	"order_id" text NOT NULL,
	"refund_id" text NOT NULL,
	"value" bigint NOT NULL,
	"currency" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_refunds_site_id_order_id_refund_id_pk" PRIMARY KEY("site_id","order_id","refund_id")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"site_id" uuid NOT NULL,
	"order_id" text NOT NULL,
	"visitor_id" uuid,
	"placed_at" timestamp with time zone,
	"value" bigint,
	"currency" text,
	"signed" boolean DEFAULT false NOT NULL,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "orders_site_id_order_id_pk" PRIMARY KEY("site_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "outcome_refusals" (
	"site_id" uuid NOT NULL,
	"day" date NOT NULL,
	"reason" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "outcome_refusals_site_id_day_reason_pk" PRIMARY KEY("site_id","day","reason")
);
--> statement-breakpoint
CREATE TABLE "unsettled_visitors" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "treatment" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "placements" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "alias_of" uuid;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "left_out" text;--> statement-breakpoint
ALTER TABLE "experiment_changes" ADD CONSTRAINT "experiment_changes_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_counts" ADD CONSTRAINT "experiment_counts_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_looks" ADD CONSTRAINT "experiment_looks_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_sums" ADD CONSTRAINT "experiment_sums_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_units" ADD CONSTRAINT "experiment_units_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_values" ADD CONSTRAINT "experiment_values_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_visitor_id_visitors_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_refunds" ADD CONSTRAINT "order_refunds_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_visitor_id_visitors_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_refusals" ADD CONSTRAINT "outcome_refusals_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiment_changes_experiment" ON "experiment_changes" USING btree ("experiment_id","at");--> statement-breakpoint
CREATE INDEX "experiment_values_largest" ON "experiment_values" USING btree ("experiment_id","metric","value" DESC NULLS LAST) WHERE "experiment_values"."value" <> 0;--> statement-breakpoint
CREATE UNIQUE INDEX "experiments_key" ON "experiments" USING btree ("site_id","key");--> statement-breakpoint
CREATE INDEX "experiments_running" ON "experiments" USING btree ("site_id") WHERE "experiments"."state" in ('running', 'paused');--> statement-breakpoint
CREATE INDEX "exposures_visitor" ON "exposures" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "orders_visitor" ON "orders" USING btree ("visitor_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_site" ON "orders" USING btree ("site_id","placed_at");--> statement-breakpoint
CREATE INDEX "unsettled_visitors_site" ON "unsettled_visitors" USING btree ("site_id","id");--> statement-breakpoint
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_alias_of_visitors_id_fk" FOREIGN KEY ("alias_of") REFERENCES "public"."visitors"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visitors_alias" ON "visitors" USING btree ("alias_of") WHERE "visitors"."alias_of" is not null;--> statement-breakpoint
CREATE INDEX "visitors_left_out" ON "visitors" USING btree ("site_id","created_at") WHERE "visitors"."left_out" is not null;--> statement-breakpoint
-- Written by hand: the purchases that were known before there were orders. One that the shop's server had signed has an id that is
-- made of its order's.
INSERT INTO "orders" ("site_id", "order_id", "visitor_id", "placed_at", "value", "currency", "signed")
SELECT DISTINCT ON ("site_id", "key") "site_id", "key", "visitor_id", "first_at", "minor", upper("told_currency"), "is_signed"
FROM (
	SELECT "outcomes"."site_id", coalesce("order_id", "signal_id"::text) AS "key", "visitor_id", "at",
		min("at") OVER (PARTITION BY "outcomes"."site_id", coalesce("order_id", "signal_id"::text)) AS "first_at",
		CASE WHEN "value" BETWEEN 0 AND 9007199254740991 THEN round("value")::bigint END AS "minor",
		CASE WHEN "value" BETWEEN 0 AND 9007199254740991 THEN coalesce("outcomes"."currency", "sites"."currency") END AS "told_currency",
		coalesce("signal_id" = (substr("hash", 1, 12) || '8' || substr("hash", 14, 3) || '8' || substr("hash", 18, 15))::uuid, false) AS "is_signed"
	FROM "outcomes" JOIN "sites" ON "sites"."id" = "outcomes"."site_id", LATERAL (
		SELECT encode(sha256(convert_to('["overture order","' || "outcomes"."site_id" || '",' || to_json("order_id") || ']', 'UTF8')), 'hex') AS "hash"
	) AS "made"
	WHERE "type" = 'purchase'
) AS "purchases"
ORDER BY "site_id", "key", "is_signed" DESC, "at";

