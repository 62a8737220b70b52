-- 移出: evidence that was taken out of its record, and may come back.
ALTER TABLE "evidence" ADD COLUMN "RemovedAt" TEXT NULL;
DROP INDEX "IX_evidence_UnitId_ActivityId";
CREATE INDEX "IX_evidence_UnitId_ActivityId_RemovedAt" ON "evidence" ("UnitId", "ActivityId", "RemovedAt");
