-- 认定: everything that a named person states goes into one table; hand grades are one kind of it.
CREATE TABLE "attestations" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "SchemeId" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "About" TEXT NOT NULL,
    "Choice" TEXT NOT NULL,
    "Points" INTEGER NULL,
    "Number" INTEGER NULL,
    "Base" INTEGER NULL,
    "On" TEXT NULL,
    "ActivityId" TEXT NULL,
    "Reason" TEXT NOT NULL,
    "GivenBy" TEXT NOT NULL,
    "GivenAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_attestations" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_attestations_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_attestations_UnitId_SchemeId" ON "attestations" ("UnitId", "SchemeId");

CREATE UNIQUE INDEX "IX_attestations_UnitId_SchemeId_Year_Kind_Subject" ON "attestations" ("UnitId", "SchemeId", "Year", "Kind", "Subject") WHERE "Kind" <> 'Bonus';

INSERT INTO "attestations" ("UnitId", "Id", "SchemeId", "Year", "Kind", "Subject", "About", "Choice", "Points", "Reason", "GivenBy", "GivenAt", "Version")
SELECT "UnitId", "Id", "SchemeId", "Year", 'Grade', "CheckId", '', '', "Points", "Reason", "GivenBy", "GivenAt", "Version" FROM "hand_grades";

DROP TABLE "hand_grades";
