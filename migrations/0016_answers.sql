CREATE TABLE "answers" (
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"site_id" uuid NOT NULL,
	"question" text NOT NULL,
	"topic" text NOT NULL,
	"phrases" jsonb NOT NULL,
	"scope" text NOT NULL,
	"refs" jsonb NOT NULL,
	"text" text NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "answers_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answers_site" ON "answers" USING btree ("site_id","id","version" DESC NULLS LAST);