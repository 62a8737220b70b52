-- The ledger: units and their bodies, people and accounts; activities with evidence; routines; imports; grades; events.
CREATE TABLE "units" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_units" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "FullName" TEXT NOT NULL,
    "ShortName" TEXT NOT NULL,
    "SelfName" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "DepartmentWord" TEXT NOT NULL,
    "HasPartyGroup" INTEGER NOT NULL,
    "HasBranchCommittee" INTEGER NOT NULL,
    "HasPartySubgroups" INTEGER NOT NULL,
    "EstablishedPosts" INTEGER NULL
);

CREATE TABLE "accounts" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "DisplayName" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "PasswordHash" TEXT NOT NULL,
    "SessionStamp" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_accounts" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_accounts_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "activities" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Actor" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "FromOn" TEXT NOT NULL,
    "ToOn" TEXT NOT NULL,
    "Precision" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "PlannedHeadcount" INTEGER NULL,
    "ActualHeadcount" INTEGER NULL,
    "Count" INTEGER NOT NULL,
    "CountUnit" TEXT NOT NULL,
    "CountBound" TEXT NOT NULL,
    "IsSummary" INTEGER NOT NULL,
    "Mark" TEXT NOT NULL,
    "EnteredAt" TEXT NOT NULL,
    "IntakeId" TEXT NULL,
    "Fingerprint" TEXT NOT NULL,
    "ResemblesId" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_activities" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_activities_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "departments" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SortOrder" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_departments" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_departments_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "events" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "What" TEXT NOT NULL,
    "Why" TEXT NOT NULL,
    CONSTRAINT "PK_events" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_events_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "groups" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Form" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_groups" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_groups_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "hand_grades" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "SchemeId" TEXT NOT NULL,
    "CheckId" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Points" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL,
    "GivenBy" TEXT NOT NULL,
    "GivenAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_hand_grades" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_hand_grades_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "imported_reports" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "ImportedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_imported_reports" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_imported_reports_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "phrases" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Slot" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "ValidTo" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_phrases" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_phrases_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "routines" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "KindId" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Frequency" TEXT NOT NULL,
    "Interval" INTEGER NOT NULL,
    "Times" INTEGER NOT NULL,
    "ByDay" TEXT NOT NULL,
    "Part" TEXT NOT NULL,
    "Hours" INTEGER NULL,
    "Mark" TEXT NOT NULL,
    "EnteredAt" TEXT NOT NULL,
    "IntakeId" TEXT NULL,
    "Fingerprint" TEXT NOT NULL,
    "ResemblesId" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_routines" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_routines_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "superiors" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Line" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SuperiorUnitId" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_superiors" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_superiors_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "activity_hosts" (
    "UnitId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "DepartmentId" TEXT NULL,
    "GroupId" TEXT NULL,
    CONSTRAINT "PK_activity_hosts" PRIMARY KEY ("UnitId", "ActivityId", "Ordinal"),
    CONSTRAINT "FK_activity_hosts_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES "activities" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_activity_hosts_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "activity_kinds" (
    "UnitId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "KindId" TEXT NOT NULL,
    CONSTRAINT "PK_activity_kinds" PRIMARY KEY ("UnitId", "ActivityId", "Ordinal"),
    CONSTRAINT "FK_activity_kinds_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES "activities" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_activity_kinds_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "activity_quantities" (
    "UnitId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Hundredths" INTEGER NOT NULL,
    "Unit" TEXT NOT NULL,
    "Bound" TEXT NOT NULL,
    "Item" TEXT NOT NULL,
    CONSTRAINT "PK_activity_quantities" PRIMARY KEY ("UnitId", "ActivityId", "Ordinal"),
    CONSTRAINT "FK_activity_quantities_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES "activities" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_activity_quantities_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "evidence" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "Form" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "AddedAt" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "FileName" TEXT NOT NULL,
    "MediaType" TEXT NOT NULL,
    "CapturedAt" TEXT NULL,
    "Width" INTEGER NULL,
    "Height" INTEGER NULL,
    "Url" TEXT NOT NULL,
    "OriginalNumber" TEXT NOT NULL,
    "OriginalPlace" TEXT NOT NULL,
    "OriginalKeeper" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_evidence" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_evidence_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES "activities" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_evidence_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "people" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "DepartmentId" TEXT NULL,
    "Staffing" TEXT NOT NULL,
    "Position" TEXT NOT NULL,
    "PoliticalStatus" TEXT NOT NULL,
    "JoinedOn" TEXT NULL,
    "LeftOn" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_people" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_people_departments_UnitId_DepartmentId" FOREIGN KEY ("UnitId", "DepartmentId") REFERENCES "departments" ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_people_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_accounts_Name" ON "accounts" ("Name");

CREATE INDEX "IX_activities_UnitId_FromOn_Id" ON "activities" ("UnitId", "FromOn", "Id");

CREATE INDEX "IX_activities_UnitId_IntakeId" ON "activities" ("UnitId", "IntakeId");

CREATE INDEX "IX_activity_kinds_UnitId_KindId_ActivityId" ON "activity_kinds" ("UnitId", "KindId", "ActivityId");

CREATE UNIQUE INDEX "IX_departments_UnitId_Name" ON "departments" ("UnitId", "Name");

CREATE INDEX "IX_events_UnitId_SubjectId" ON "events" ("UnitId", "SubjectId");

CREATE INDEX "IX_evidence_UnitId_ActivityId" ON "evidence" ("UnitId", "ActivityId");

CREATE UNIQUE INDEX "IX_evidence_UnitId_ActivityId_Sha256" ON "evidence" ("UnitId", "ActivityId", "Sha256") WHERE "Sha256" <> '';

CREATE INDEX "IX_evidence_UnitId_Sha256" ON "evidence" ("UnitId", "Sha256");

CREATE UNIQUE INDEX "IX_groups_UnitId_Name" ON "groups" ("UnitId", "Name");

CREATE UNIQUE INDEX "IX_hand_grades_UnitId_SchemeId_Year_CheckId" ON "hand_grades" ("UnitId", "SchemeId", "Year", "CheckId");

CREATE UNIQUE INDEX "IX_imported_reports_UnitId_Year_Sha256" ON "imported_reports" ("UnitId", "Year", "Sha256");

CREATE INDEX "IX_people_UnitId_DepartmentId" ON "people" ("UnitId", "DepartmentId");

CREATE INDEX "IX_routines_UnitId_Year" ON "routines" ("UnitId", "Year");

CREATE UNIQUE INDEX "IX_units_FullName" ON "units" ("FullName");

