CREATE TABLE "model_usage" (
	"site_id" uuid NOT NULL,
	"day" date NOT NULL,
	"purpose" text NOT NULL,
	"requests" integer NOT NULL,
	"prompt_tokens" bigint NOT NULL,
	"cached_tokens" bigint NOT NULL,
	"completion_tokens" bigint NOT NULL,
	CONSTRAINT "model_usage_site_id_day_purpose_pk" PRIMARY KEY("site_id","day","purpose")
);
--> statement-breakpoint
ALTER TABLE "model_usage" ADD CONSTRAINT "model_usage_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;