-- 在用测评体系 of a unit, empty leaves it to the program; the activity to which imported hours belong.
ALTER TABLE "units" ADD COLUMN "SchemeIds" TEXT NOT NULL DEFAULT '';
ALTER TABLE "hours_entries" ADD COLUMN "ActivityId" TEXT NULL;
