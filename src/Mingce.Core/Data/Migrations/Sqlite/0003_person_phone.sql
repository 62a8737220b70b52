-- 联系电话 of a person.
ALTER TABLE "people" ADD COLUMN "Phone" TEXT NOT NULL DEFAULT '';
