-- 提取底稿 while a report is worked through, calendar feeds, the robot's reminders, the office's own holidays, 旬 of a rule.
ALTER TABLE "imported_reports" ADD COLUMN "Declined" TEXT NOT NULL DEFAULT '';
ALTER TABLE "routines" ADD COLUMN "DueTenDays" INTEGER NULL;

CREATE TABLE "report_works" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Findings" TEXT NOT NULL,
    "KeptUntil" TEXT NOT NULL,
    CONSTRAINT "PK_report_works" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_report_works_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "report_drafts" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "ReportId" TEXT NOT NULL,
    "DraftId" TEXT NULL,
    "IsRoutine" INTEGER NOT NULL,
    "Start" INTEGER NOT NULL,
    "End" INTEGER NOT NULL,
    "Doubts" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "SeenAt" TEXT NULL,
    CONSTRAINT "PK_report_drafts" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_report_drafts_report_works_UnitId_ReportId" FOREIGN KEY ("UnitId", "ReportId") REFERENCES "report_works" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_report_drafts_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_report_drafts_UnitId_ReportId" ON "report_drafts" ("UnitId", "ReportId");

CREATE TABLE "calendar_feeds" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "SecretHash" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_calendar_feeds" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_calendar_feeds_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_calendar_feeds_UnitId_AccountId" ON "calendar_feeds" ("UnitId", "AccountId");

CREATE TABLE "reminder_robots" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Form" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "IsOn" INTEGER NOT NULL,
    "SendAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_reminder_robots" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_reminder_robots_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_reminder_robots_UnitId" ON "reminder_robots" ("UnitId");

CREATE TABLE "reminder_sends" (
    "UnitId" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    CONSTRAINT "PK_reminder_sends" PRIMARY KEY ("UnitId", "On"),
    CONSTRAINT "FK_reminder_sends_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "holiday_years" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Source" TEXT NOT NULL,
    "Off" TEXT NOT NULL,
    "Working" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_holiday_years" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_holiday_years_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_holiday_years_UnitId_Year" ON "holiday_years" ("UnitId", "Year");
