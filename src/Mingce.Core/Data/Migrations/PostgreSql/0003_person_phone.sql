-- 联系电话 of a person.
ALTER TABLE people ADD COLUMN "Phone" text NOT NULL DEFAULT '';
