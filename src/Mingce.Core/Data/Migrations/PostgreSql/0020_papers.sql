-- 删除 of a 来文 or 报送 that may come back, and both in search.
ALTER TABLE incoming_papers ADD COLUMN "RemovedAt" timestamp with time zone;
ALTER TABLE returns ADD COLUMN "RemovedAt" timestamp with time zone;
INSERT INTO search_pending ("UnitId", "Id", "Noun", "SubjectId") SELECT "UnitId", "Id", 'IncomingPaper', "Id" FROM incoming_papers;
INSERT INTO search_pending ("UnitId", "Id", "Noun", "SubjectId") SELECT "UnitId", "Id", 'Return', "Id" FROM returns;
