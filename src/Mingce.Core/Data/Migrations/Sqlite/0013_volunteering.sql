-- 志愿服务: hours by list and person, in minutes; certificates with their register; volunteers' numbers; days of publicity.
ALTER TABLE "units" ADD COLUMN "PublicityDays" INTEGER NOT NULL DEFAULT 7;
ALTER TABLE "people" ADD COLUMN "VolunteerNumber" TEXT NOT NULL DEFAULT '';

CREATE TABLE "hours_lists" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "ActivityId" TEXT NULL,
    "EnteredById" TEXT NOT NULL,
    "EnteredBy" TEXT NOT NULL,
    "EnteredAt" TEXT NOT NULL,
    "ConfirmedBy" TEXT NOT NULL,
    "ConfirmedAt" TEXT NULL,
    "PublicFromOn" TEXT NULL,
    "PublicToOn" TEXT NULL,
    "WithdrawnAt" TEXT NULL,
    "WithdrawnReason" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_hours_lists" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_hours_lists_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_hours_lists_UnitId_ActivityId" ON "hours_lists" ("UnitId", "ActivityId");

CREATE TABLE "hours_entries" (
    "UnitId" TEXT NOT NULL,
    "ListId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "PersonId" TEXT NOT NULL,
    "FromOn" TEXT NOT NULL,
    "ToOn" TEXT NOT NULL,
    "Minutes" INTEGER NOT NULL,
    "Project" TEXT NOT NULL,
    "Organisation" TEXT NOT NULL,
    CONSTRAINT "PK_hours_entries" PRIMARY KEY ("UnitId", "ListId", "Ordinal"),
    CONSTRAINT "FK_hours_entries_hours_lists_UnitId_ListId" FOREIGN KEY ("UnitId", "ListId") REFERENCES "hours_lists" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_hours_entries_people_UnitId_PersonId" FOREIGN KEY ("UnitId", "PersonId") REFERENCES "people" ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_hours_entries_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_hours_entries_UnitId_PersonId_FromOn" ON "hours_entries" ("UnitId", "PersonId", "FromOn");

CREATE TABLE "volunteer_certificates" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "PersonId" TEXT NOT NULL,
    "PersonName" TEXT NOT NULL,
    "VolunteerNumber" TEXT NOT NULL,
    "FromOn" TEXT NOT NULL,
    "ToOn" TEXT NOT NULL,
    "Minutes" INTEGER NOT NULL,
    "Services" TEXT NOT NULL,
    "Responsible" TEXT NOT NULL,
    "Handler" TEXT NOT NULL,
    "Contact" TEXT NOT NULL,
    "IssuedOn" TEXT NOT NULL,
    "IssuedBy" TEXT NOT NULL,
    "RevokedAt" TEXT NULL,
    "RevokedBy" TEXT NOT NULL,
    "RevokedReason" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_volunteer_certificates" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_volunteer_certificates_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_volunteer_certificates_UnitId_Year_Ordinal" ON "volunteer_certificates" ("UnitId", "Year", "Ordinal");
