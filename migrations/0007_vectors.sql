CREATE TABLE "embedding_runs" (
	"site_id" uuid PRIMARY KEY NOT NULL,
	"model" text NOT NULL,
	"state" text NOT NULL,
	"stamp" integer DEFAULT 0 NOT NULL,
	"lease" uuid,
	"leased_until" timestamp with time zone,
	"code" text,
	"message" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product_vectors" (
	"site_id" uuid NOT NULL,
	"model" text NOT NULL,
	"sku" text NOT NULL,
	"text_hash" text NOT NULL,
	"content_hash" text NOT NULL,
	"vector" "bytea" NOT NULL,
	"stamp" integer NOT NULL,
	CONSTRAINT "product_vectors_site_id_model_sku_pk" PRIMARY KEY("site_id","model","sku")
);
--> statement-breakpoint
ALTER TABLE "embedding_runs" ADD CONSTRAINT "embedding_runs_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_vectors" ADD CONSTRAINT "product_vectors_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_vectors_stamp" ON "product_vectors" USING btree ("site_id","model","stamp");