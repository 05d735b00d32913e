CREATE TABLE "imported_reviews" (
	"site_id" uuid NOT NULL,
	"id" text NOT NULL,
	"source" text NOT NULL,
	"reference" jsonb NOT NULL,
	"product_sku" text,
	"matched_by" text,
	"author" text NOT NULL,
	"author_keys" text[] NOT NULL,
	"rating" double precision NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"at" text NOT NULL,
	"verified" boolean,
	"language" text,
	"helpful" integer NOT NULL,
	"content_hash" text NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "imported_reviews_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
ALTER TABLE "imported_reviews" ADD CONSTRAINT "imported_reviews_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_reviews_product" ON "imported_reviews" USING btree ("site_id","product_sku");