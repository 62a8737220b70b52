-- 提取底稿 while a report is worked through, calendar feeds, the robot's reminders, the office's own holidays, 旬 of a rule.
ALTER TABLE imported_reports ADD COLUMN "Declined" text NOT NULL DEFAULT '';
ALTER TABLE routines ADD COLUMN "DueTenDays" integer;

CREATE TABLE report_works (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Text" text NOT NULL,
    "Findings" text NOT NULL,
    "KeptUntil" date NOT NULL,
    CONSTRAINT "PK_report_works" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_report_works_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE report_drafts (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "ReportId" uuid NOT NULL,
    "DraftId" uuid,
    "IsRoutine" boolean NOT NULL,
    "Start" integer NOT NULL,
    "End" integer NOT NULL,
    "Doubts" text NOT NULL,
    "State" text NOT NULL,
    "SeenAt" timestamp with time zone,
    CONSTRAINT "PK_report_drafts" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_report_drafts_report_works_UnitId_ReportId" FOREIGN KEY ("UnitId", "ReportId") REFERENCES report_works ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_report_drafts_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_report_drafts_UnitId_ReportId" ON report_drafts ("UnitId", "ReportId");

CREATE TABLE calendar_feeds (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "SecretHash" text NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_calendar_feeds" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_calendar_feeds_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_calendar_feeds_UnitId_AccountId" ON calendar_feeds ("UnitId", "AccountId");

CREATE TABLE reminder_robots (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Form" text NOT NULL,
    "Address" text NOT NULL,
    "IsOn" boolean NOT NULL,
    "SendAt" integer NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_reminder_robots" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_reminder_robots_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_reminder_robots_UnitId" ON reminder_robots ("UnitId");

CREATE TABLE reminder_sends (
    "UnitId" uuid NOT NULL,
    "On" date NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Outcome" text NOT NULL,
    CONSTRAINT "PK_reminder_sends" PRIMARY KEY ("UnitId", "On"),
    CONSTRAINT "FK_reminder_sends_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE holiday_years (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Year" integer NOT NULL,
    "Source" text NOT NULL,
    "Off" text NOT NULL,
    "Working" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_holiday_years" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_holiday_years_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_holiday_years_UnitId_Year" ON holiday_years ("UnitId", "Year");
