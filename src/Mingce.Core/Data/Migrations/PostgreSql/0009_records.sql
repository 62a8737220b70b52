-- The life of a record: fields of its kinds, kinds of the unit, checked captions, parts of a total, and what a change changed.
ALTER TABLE activities ADD COLUMN "PartOfId" uuid NULL;
ALTER TABLE evidence ADD COLUMN "Caption" text NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN "ChangesJson" text NOT NULL DEFAULT '';

CREATE TABLE activity_details (
    "UnitId" uuid NOT NULL,
    "ActivityId" uuid NOT NULL,
    "FieldId" text NOT NULL,
    "Value" text NOT NULL,
    CONSTRAINT "PK_activity_details" PRIMARY KEY ("UnitId", "ActivityId", "FieldId"),
    CONSTRAINT "FK_activity_details_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES activities ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_activity_details_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE unit_kinds (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "KindId" text NOT NULL,
    "Name" text NOT NULL,
    "CountsAs" text NOT NULL,
    "Signals" text NOT NULL,
    "IsRetired" boolean NOT NULL,
    "FieldsJson" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_unit_kinds" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_unit_kinds_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_activities_UnitId_PartOfId" ON activities ("UnitId", "PartOfId") WHERE "PartOfId" IS NOT NULL;

CREATE UNIQUE INDEX "IX_unit_kinds_UnitId_KindId" ON unit_kinds ("UnitId", "KindId");
