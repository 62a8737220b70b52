-- 专项工作 of an activity, by name.
ALTER TABLE activities ADD COLUMN "Campaign" text NOT NULL DEFAULT '';
CREATE INDEX "IX_activities_UnitId_Campaign" ON activities ("UnitId", "Campaign") WHERE "Campaign" <> '';
