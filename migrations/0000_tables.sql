CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"locale" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"turns" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_event_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"erased_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"conversation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"site_id" uuid NOT NULL,
	"turn_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"policy" text NOT NULL,
	"policy_version" text NOT NULL,
	"strategies" jsonb NOT NULL,
	"record" jsonb NOT NULL,
	CONSTRAINT "decisions_conversation_id_position_pk" PRIMARY KEY("conversation_id","position")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"conversation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"seq" integer,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"body" jsonb NOT NULL,
	"client_id" uuid,
	"visitor_id" uuid NOT NULL,
	CONSTRAINT "events_conversation_id_position_pk" PRIMARY KEY("conversation_id","position")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"password_is_one_time" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"visitor_id" uuid NOT NULL,
	"signal_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"conversation_id" uuid,
	"type" text NOT NULL,
	"sku" text,
	"turn_id" text,
	"value" double precision,
	"currency" text,
	"order_id" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outcomes_visitor_id_signal_id_pk" PRIMARY KEY("visitor_id","signal_id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"site_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"brand" text,
	"categories" jsonb NOT NULL,
	"tags" jsonb NOT NULL,
	"url" text NOT NULL,
	"image_url" text,
	"price_minor" bigint,
	"was_minor" bigint,
	"currency" text,
	"in_stock" boolean NOT NULL,
	"attributes" jsonb NOT NULL,
	"rating_value" double precision,
	"rating_count" integer,
	"popularity" double precision,
	"hidden" text,
	"version" integer DEFAULT 1 NOT NULL,
	"content_hash" text NOT NULL,
	CONSTRAINT "products_site_id_sku_pk" PRIMARY KEY("site_id","sku")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"site_id" uuid NOT NULL,
	"product_sku" text NOT NULL,
	"place" integer NOT NULL,
	"id" text NOT NULL,
	"author" text NOT NULL,
	"rating" double precision NOT NULL,
	"text" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "reviews_site_id_product_sku_place_pk" PRIMARY KEY("site_id","product_sku","place")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_key" text NOT NULL,
	"secret_key" text NOT NULL,
	"name" text NOT NULL,
	"origins" text[] NOT NULL,
	"currency" text NOT NULL,
	"locale" text NOT NULL,
	"mode" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"catalog_version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sites_site_key_unique" UNIQUE("site_key")
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"site_id" uuid NOT NULL,
	"product_sku" text NOT NULL,
	"place" integer NOT NULL,
	"sku" text NOT NULL,
	"options" jsonb NOT NULL,
	"price_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"in_stock" boolean NOT NULL,
	CONSTRAINT "variants_site_id_product_sku_place_pk" PRIMARY KEY("site_id","product_sku","place")
);
--> statement-breakpoint
CREATE TABLE "visitors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"user_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_visitor_id_visitors_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_visitor_id_visitors_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_site_id_product_sku_products_site_id_sku_fk" FOREIGN KEY ("site_id","product_sku") REFERENCES "public"."products"("site_id","sku") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_site_id_product_sku_products_site_id_sku_fk" FOREIGN KEY ("site_id","product_sku") REFERENCES "public"."products"("site_id","sku") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_visitor" ON "conversations" USING btree ("visitor_id","opened_at");--> statement-breakpoint
CREATE INDEX "conversations_site" ON "conversations" USING btree ("site_id","opened_at");--> statement-breakpoint
CREATE INDEX "decisions_site" ON "decisions" USING btree ("site_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_seq" ON "events" USING btree ("conversation_id","seq") WHERE "events"."seq" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "events_client_id" ON "events" USING btree ("visitor_id","type","client_id") WHERE "events"."client_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" USING btree ("site_id","email");--> statement-breakpoint
CREATE INDEX "outcomes_site" ON "outcomes" USING btree ("site_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "visitors_user" ON "visitors" USING btree ("site_id","user_id") WHERE "visitors"."user_id" is not null;