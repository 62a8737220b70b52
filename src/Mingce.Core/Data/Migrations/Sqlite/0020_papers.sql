-- 删除 of a 来文 or 报送 that may come back, and both in search.
ALTER TABLE "incoming_papers" ADD COLUMN "RemovedAt" TEXT NULL;
ALTER TABLE "returns" ADD COLUMN "RemovedAt" TEXT NULL;
INSERT INTO "search_pending" ("UnitId", "Id", "Noun", "SubjectId") SELECT "UnitId", "Id", 'IncomingPaper', "Id" FROM "incoming_papers";
INSERT INTO "search_pending" ("UnitId", "Id", "Noun", "SubjectId") SELECT "UnitId", "Id", 'Return', "Id" FROM "returns";
