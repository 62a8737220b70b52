-- One-time passwords that have to be changed, and accounts that are closed.
ALTER TABLE accounts ADD COLUMN "MustChangePassword" boolean NOT NULL DEFAULT false;
ALTER TABLE accounts ADD COLUMN "ClosedAt" timestamp with time zone;

-- 登录记录 lists the events of one subject.
CREATE INDEX "IX_events_UnitId_Subject_Id" ON events ("UnitId", "Subject", "Id");
