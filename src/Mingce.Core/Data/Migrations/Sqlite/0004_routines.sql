-- When a routine falls due and who answers for it; what a person decided about one occurrence.
ALTER TABLE "routines" ADD COLUMN "StartsOn" TEXT NULL;
ALTER TABLE "routines" ADD COLUMN "EndsOn" TEXT NULL;
ALTER TABLE "routines" ADD COLUMN "DueMonth" INTEGER NULL;
ALTER TABLE "routines" ADD COLUMN "DueDay" INTEGER NULL;
ALTER TABLE "routines" ADD COLUMN "DueBefore" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "routines" ADD COLUMN "Ordinal" INTEGER NULL;
ALTER TABLE "routines" ADD COLUMN "Festivals" TEXT NOT NULL DEFAULT '';
ALTER TABLE "routines" ADD COLUMN "Responsible" TEXT NOT NULL DEFAULT '';
ALTER TABLE "routines" ADD COLUMN "Words" TEXT NOT NULL DEFAULT '';
ALTER TABLE "routines" ADD COLUMN "PresetId" TEXT NOT NULL DEFAULT '';

CREATE TABLE "waivers" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "RoutineId" TEXT NOT NULL,
    "OccurrenceOn" TEXT NOT NULL,
    "Form" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "PostponedToOn" TEXT NULL,
    "ActivityId" TEXT NULL,
    "OtherRoutineId" TEXT NULL,
    "OtherOccurrenceOn" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_waivers" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_waivers_routines_UnitId_RoutineId" FOREIGN KEY ("UnitId", "RoutineId") REFERENCES "routines" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_waivers_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_waivers_UnitId_RoutineId_OccurrenceOn" ON "waivers" ("UnitId", "RoutineId", "OccurrenceOn");
