-- How often what a session and its kinds are made of was changed.
ALTER TABLE "units" ADD COLUMN "SetupChanges" bigint NOT NULL DEFAULT 0;
