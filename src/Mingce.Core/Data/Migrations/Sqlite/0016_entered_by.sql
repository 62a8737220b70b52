-- Who registered an activity may correct it.
ALTER TABLE "activities" ADD COLUMN "EnteredById" TEXT NULL;
