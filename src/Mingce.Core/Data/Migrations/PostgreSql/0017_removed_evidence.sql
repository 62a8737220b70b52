-- 移出: evidence that was taken out of its record, and may come back.
ALTER TABLE evidence ADD COLUMN "RemovedAt" timestamp with time zone;
DROP INDEX "IX_evidence_UnitId_ActivityId";
CREATE INDEX "IX_evidence_UnitId_ActivityId_RemovedAt" ON evidence ("UnitId", "ActivityId", "RemovedAt");
