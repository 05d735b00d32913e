CREATE TABLE "content_gaps" (
	"conversation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"place" integer NOT NULL,
	"site_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"topic" text NOT NULL,
	"value" text NOT NULL,
	"sku" text,
	"kind" text,
	"words" text NOT NULL,
	"gap" bigint GENERATED ALWAYS AS (hashtextextended(type || chr(31) || topic || chr(31) || value || chr(31) || coalesce(kind, ''), 0)) STORED,
	CONSTRAINT "content_gaps_conversation_id_position_place_pk" PRIMARY KEY("conversation_id","position","place")
);
--> statement-breakpoint
ALTER TABLE "content_gaps" ADD CONSTRAINT "content_gaps_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_gaps" ADD CONSTRAINT "content_gaps_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_gaps_site" ON "content_gaps" USING btree ("site_id","at","gap","conversation_id");--> statement-breakpoint
CREATE INDEX "content_gaps_gap" ON "content_gaps" USING btree ("site_id","gap","at");