CREATE TABLE "conversation_persons" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "events_words";--> statement-breakpoint
ALTER TABLE "conversation_persons" ADD CONSTRAINT "conversation_persons_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_persons" ADD CONSTRAINT "conversation_persons_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_persons_seen" ON "conversation_persons" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "events_person_joined" ON "events" USING btree ("conversation_id","position") WHERE type = 'agent-joined';--> statement-breakpoint
CREATE INDEX "events_words" ON "events" USING gin (to_tsvector('simple', coalesce(body ->> 'text', body #>> '{turn,text}', ''))) WHERE type in ('message-stored', 'turn-spoken', 'person-spoke');