CREATE TABLE "catalog_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"replaces" boolean NOT NULL,
	"counts" jsonb,
	"rejected" integer,
	"code" text,
	"message" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"site_id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"format" text NOT NULL,
	"replaces" boolean NOT NULL,
	"every_seconds" integer NOT NULL,
	"etag" text,
	"last_modified" text,
	"digest" text,
	"next_at" timestamp with time zone NOT NULL,
	"lease" uuid,
	"leased_until" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone,
	"last_code" text,
	"last_message" text
);
--> statement-breakpoint
CREATE TABLE "held_records" (
	"import_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"content_hash" text NOT NULL,
	"hidden" text,
	"record" jsonb NOT NULL,
	CONSTRAINT "held_records_import_id_sku_pk" PRIMARY KEY("import_id","sku")
);
--> statement-breakpoint
CREATE TABLE "product_versions" (
	"site_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"version" integer NOT NULL,
	"record" jsonb NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	CONSTRAINT "product_versions_site_id_sku_version_pk" PRIMARY KEY("site_id","sku","version")
);
--> statement-breakpoint
CREATE TABLE "shop_versions" (
	"site_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"version" bigint,
	"patches" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "shop_versions_site_id_sku_pk" PRIMARY KEY("site_id","sku")
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "changed_in" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog_imports" ADD CONSTRAINT "catalog_imports_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_records" ADD CONSTRAINT "held_records_import_id_catalog_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."catalog_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_versions" ADD CONSTRAINT "product_versions_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_versions" ADD CONSTRAINT "shop_versions_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "catalog_imports_site" ON "catalog_imports" USING btree ("site_id","finished_at");--> statement-breakpoint
CREATE INDEX "feeds_next" ON "feeds" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "products_changed" ON "products" USING btree ("site_id","changed_in");--> statement-breakpoint
CREATE INDEX "variants_sku" ON "variants" USING btree ("site_id","sku");