-- The life of a record: fields of its kinds, kinds of the unit, checked captions, parts of a total, and what a change changed.
ALTER TABLE "activities" ADD COLUMN "PartOfId" TEXT NULL;
ALTER TABLE "evidence" ADD COLUMN "Caption" TEXT NOT NULL DEFAULT '';
ALTER TABLE "events" ADD COLUMN "ChangesJson" TEXT NOT NULL DEFAULT '';

CREATE TABLE "activity_details" (
    "UnitId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "FieldId" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    CONSTRAINT "PK_activity_details" PRIMARY KEY ("UnitId", "ActivityId", "FieldId"),
    CONSTRAINT "FK_activity_details_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES "activities" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_activity_details_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "unit_kinds" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "KindId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "CountsAs" TEXT NOT NULL,
    "Signals" TEXT NOT NULL,
    "IsRetired" INTEGER NOT NULL,
    "FieldsJson" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_unit_kinds" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_unit_kinds_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_activities_UnitId_PartOfId" ON "activities" ("UnitId", "PartOfId") WHERE "PartOfId" IS NOT NULL;

CREATE UNIQUE INDEX "IX_unit_kinds_UnitId_KindId" ON "unit_kinds" ("UnitId", "KindId");
