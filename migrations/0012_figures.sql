DROP INDEX "decisions_site";--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "phase" text GENERATED ALWAYS AS (record ->> 'phase') STORED;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "sought" text GENERATED ALWAYS AS (left(record ->> 'sought', 200)) STORED;--> statement-breakpoint
CREATE INDEX "decisions_site" ON "decisions" USING btree ("site_id","at","conversation_id","position","strategies","chosen","phase","sought");