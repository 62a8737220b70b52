-- When a routine falls due and who answers for it; what a person decided about one occurrence.
ALTER TABLE routines ADD COLUMN "StartsOn" date;
ALTER TABLE routines ADD COLUMN "EndsOn" date;
ALTER TABLE routines ADD COLUMN "DueMonth" integer;
ALTER TABLE routines ADD COLUMN "DueDay" integer;
ALTER TABLE routines ADD COLUMN "DueBefore" boolean NOT NULL DEFAULT false;
ALTER TABLE routines ADD COLUMN "Ordinal" integer;
ALTER TABLE routines ADD COLUMN "Festivals" text NOT NULL DEFAULT '';
ALTER TABLE routines ADD COLUMN "Responsible" text NOT NULL DEFAULT '';
ALTER TABLE routines ADD COLUMN "Words" text NOT NULL DEFAULT '';
ALTER TABLE routines ADD COLUMN "PresetId" text NOT NULL DEFAULT '';

CREATE TABLE waivers (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "RoutineId" uuid NOT NULL,
    "OccurrenceOn" date NOT NULL,
    "Form" text NOT NULL,
    "Reason" text NOT NULL,
    "PostponedToOn" date,
    "ActivityId" uuid,
    "OtherRoutineId" uuid,
    "OtherOccurrenceOn" date,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_waivers" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_waivers_routines_UnitId_RoutineId" FOREIGN KEY ("UnitId", "RoutineId") REFERENCES routines ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_waivers_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_waivers_UnitId_RoutineId_OccurrenceOn" ON waivers ("UnitId", "RoutineId", "OccurrenceOn");
