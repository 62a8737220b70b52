-- 联系电话 of a person; people and groups stay in the order in which they were entered.
ALTER TABLE people ADD COLUMN "Phone" text NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN "SortOrder" integer NOT NULL DEFAULT 0;
ALTER TABLE groups ADD COLUMN "SortOrder" integer NOT NULL DEFAULT 0;
