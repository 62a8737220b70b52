-- How often the ledger of a unit was changed; what the list of activities counts and sorts by.
ALTER TABLE "units" ADD COLUMN "Changes" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "IX_activities_UnitId_Status_FromOn_Id_ToOn" ON "activities" ("UnitId", "Status", "FromOn", "Id", "ToOn");
DROP INDEX "IX_activities_UnitId_FromOn_Id";
