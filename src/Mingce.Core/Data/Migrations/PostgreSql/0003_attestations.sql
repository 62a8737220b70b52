-- 认定: everything that a named person states goes into one table; hand grades are one kind of it.
CREATE TABLE attestations (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "SchemeId" text NOT NULL,
    "Year" integer NOT NULL,
    "Kind" text NOT NULL,
    "Subject" text NOT NULL,
    "About" text NOT NULL,
    "Choice" text NOT NULL,
    "Points" integer,
    "Number" integer,
    "Base" integer,
    "On" date,
    "ActivityId" uuid,
    "Reason" text NOT NULL,
    "GivenBy" text NOT NULL,
    "GivenAt" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_attestations" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_attestations_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_attestations_UnitId_SchemeId" ON attestations ("UnitId", "SchemeId");

CREATE UNIQUE INDEX "IX_attestations_UnitId_SchemeId_Year_Kind_Subject" ON attestations ("UnitId", "SchemeId", "Year", "Kind", "Subject") WHERE "Kind" <> 'Bonus';

INSERT INTO attestations ("UnitId", "Id", "SchemeId", "Year", "Kind", "Subject", "About", "Choice", "Points", "Reason", "GivenBy", "GivenAt", "Version")
SELECT "UnitId", "Id", "SchemeId", "Year", 'Grade', "CheckId", '', '', "Points", "Reason", "GivenBy", "GivenAt", "Version" FROM hand_grades;

DROP TABLE hand_grades;
