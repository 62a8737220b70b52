-- 志愿服务: hours by list and person, in minutes; certificates with their register; volunteers' numbers; days of publicity.
ALTER TABLE units ADD COLUMN "PublicityDays" integer NOT NULL DEFAULT 7;
ALTER TABLE people ADD COLUMN "VolunteerNumber" text NOT NULL DEFAULT '';

CREATE TABLE hours_lists (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Source" text NOT NULL,
    "Title" text NOT NULL,
    "ActivityId" uuid,
    "EnteredById" uuid NOT NULL,
    "EnteredBy" text NOT NULL,
    "EnteredAt" timestamp with time zone NOT NULL,
    "ConfirmedBy" text NOT NULL,
    "ConfirmedAt" timestamp with time zone,
    "PublicFromOn" date,
    "PublicToOn" date,
    "WithdrawnAt" timestamp with time zone,
    "WithdrawnReason" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_hours_lists" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_hours_lists_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_hours_lists_UnitId_ActivityId" ON hours_lists ("UnitId", "ActivityId");

CREATE TABLE hours_entries (
    "UnitId" uuid NOT NULL,
    "ListId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "PersonId" uuid NOT NULL,
    "FromOn" date NOT NULL,
    "ToOn" date NOT NULL,
    "Minutes" integer NOT NULL,
    "Project" text NOT NULL,
    "Organisation" text NOT NULL,
    CONSTRAINT "PK_hours_entries" PRIMARY KEY ("UnitId", "ListId", "Ordinal"),
    CONSTRAINT "FK_hours_entries_hours_lists_UnitId_ListId" FOREIGN KEY ("UnitId", "ListId") REFERENCES hours_lists ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_hours_entries_people_UnitId_PersonId" FOREIGN KEY ("UnitId", "PersonId") REFERENCES people ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_hours_entries_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_hours_entries_UnitId_PersonId_FromOn" ON hours_entries ("UnitId", "PersonId", "FromOn");

CREATE TABLE volunteer_certificates (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Year" integer NOT NULL,
    "Ordinal" integer NOT NULL,
    "PersonId" uuid NOT NULL,
    "PersonName" text NOT NULL,
    "VolunteerNumber" text NOT NULL,
    "FromOn" date NOT NULL,
    "ToOn" date NOT NULL,
    "Minutes" integer NOT NULL,
    "Services" text NOT NULL,
    "Responsible" text NOT NULL,
    "Handler" text NOT NULL,
    "Contact" text NOT NULL,
    "IssuedOn" date NOT NULL,
    "IssuedBy" text NOT NULL,
    "RevokedAt" timestamp with time zone,
    "RevokedBy" text NOT NULL,
    "RevokedReason" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_volunteer_certificates" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_volunteer_certificates_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_volunteer_certificates_UnitId_Year_Ordinal" ON volunteer_certificates ("UnitId", "Year", "Ordinal");
