-- The ledger: units and their bodies, people and accounts; activities with evidence; routines; imports; grades; events.
CREATE TABLE units (
    "Id" uuid NOT NULL,
    "Version" integer NOT NULL,
    "FullName" text NOT NULL,
    "ShortName" text NOT NULL,
    "SelfName" text NOT NULL,
    "Type" text NOT NULL,
    "DepartmentWord" text NOT NULL,
    "HasPartyGroup" boolean NOT NULL,
    "HasBranchCommittee" boolean NOT NULL,
    "HasPartySubgroups" boolean NOT NULL,
    "EstablishedPosts" integer,
    CONSTRAINT "PK_units" PRIMARY KEY ("Id")
);

CREATE TABLE accounts (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Name" text NOT NULL,
    "DisplayName" text NOT NULL,
    "Role" text NOT NULL,
    "PasswordHash" text NOT NULL,
    "SessionStamp" uuid NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_accounts" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_accounts_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE activities (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Title" text NOT NULL,
    "Text" text NOT NULL,
    "Status" text NOT NULL,
    "Actor" text NOT NULL,
    "Source" text NOT NULL,
    "FromOn" date NOT NULL,
    "ToOn" date NOT NULL,
    "Precision" text NOT NULL,
    "Place" text NOT NULL,
    "PlannedHeadcount" integer,
    "ActualHeadcount" integer,
    "Count" integer NOT NULL,
    "CountUnit" text NOT NULL,
    "CountBound" text NOT NULL,
    "IsSummary" boolean NOT NULL,
    "Mark" text NOT NULL,
    "EnteredAt" timestamp with time zone NOT NULL,
    "IntakeId" uuid,
    "Fingerprint" text NOT NULL,
    "ResemblesId" uuid,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_activities" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_activities_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE departments (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Name" text NOT NULL,
    "SortOrder" integer NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_departments" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_departments_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE events (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "By" text NOT NULL,
    "Subject" text NOT NULL,
    "SubjectId" uuid NOT NULL,
    "What" text NOT NULL,
    "Why" text NOT NULL,
    CONSTRAINT "PK_events" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_events_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE groups (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Form" text NOT NULL,
    "Name" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_groups" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_groups_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE hand_grades (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "SchemeId" text NOT NULL,
    "CheckId" text NOT NULL,
    "Year" integer NOT NULL,
    "Points" integer NOT NULL,
    "Reason" text NOT NULL,
    "GivenBy" text NOT NULL,
    "GivenAt" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_hand_grades" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_hand_grades_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE imported_reports (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Year" integer NOT NULL,
    "Sha256" text NOT NULL,
    "FileName" text NOT NULL,
    "Title" text NOT NULL,
    "ImportedAt" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_imported_reports" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_imported_reports_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE phrases (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Slot" text NOT NULL,
    "Text" text NOT NULL,
    "Source" text NOT NULL,
    "ValidFrom" date NOT NULL,
    "ValidTo" date,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_phrases" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_phrases_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE routines (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Title" text NOT NULL,
    "KindId" text NOT NULL,
    "Status" text NOT NULL,
    "Text" text NOT NULL,
    "Place" text NOT NULL,
    "Year" integer NOT NULL,
    "Frequency" text NOT NULL,
    "Interval" integer NOT NULL,
    "Times" integer NOT NULL,
    "ByDay" text NOT NULL,
    "Part" text NOT NULL,
    "Hours" integer,
    "Mark" text NOT NULL,
    "EnteredAt" timestamp with time zone NOT NULL,
    "IntakeId" uuid,
    "Fingerprint" text NOT NULL,
    "ResemblesId" uuid,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_routines" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_routines_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE superiors (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Line" text NOT NULL,
    "Name" text NOT NULL,
    "SuperiorUnitId" uuid,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_superiors" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_superiors_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE activity_hosts (
    "UnitId" uuid NOT NULL,
    "ActivityId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Name" text NOT NULL,
    "DepartmentId" uuid,
    "GroupId" uuid,
    CONSTRAINT "PK_activity_hosts" PRIMARY KEY ("UnitId", "ActivityId", "Ordinal"),
    CONSTRAINT "FK_activity_hosts_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES activities ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_activity_hosts_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE activity_kinds (
    "UnitId" uuid NOT NULL,
    "ActivityId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "KindId" text NOT NULL,
    CONSTRAINT "PK_activity_kinds" PRIMARY KEY ("UnitId", "ActivityId", "Ordinal"),
    CONSTRAINT "FK_activity_kinds_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES activities ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_activity_kinds_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE activity_quantities (
    "UnitId" uuid NOT NULL,
    "ActivityId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Hundredths" bigint NOT NULL,
    "Unit" text NOT NULL,
    "Bound" text NOT NULL,
    "Item" text NOT NULL,
    CONSTRAINT "PK_activity_quantities" PRIMARY KEY ("UnitId", "ActivityId", "Ordinal"),
    CONSTRAINT "FK_activity_quantities_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES activities ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_activity_quantities_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE evidence (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "ActivityId" uuid NOT NULL,
    "Form" text NOT NULL,
    "Title" text NOT NULL,
    "AddedAt" timestamp with time zone NOT NULL,
    "Sha256" text NOT NULL,
    "Size" bigint NOT NULL,
    "FileName" text NOT NULL,
    "MediaType" text NOT NULL,
    "CapturedAt" timestamp without time zone,
    "Width" integer,
    "Height" integer,
    "Url" text NOT NULL,
    "OriginalNumber" text NOT NULL,
    "OriginalPlace" text NOT NULL,
    "OriginalKeeper" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_evidence" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_evidence_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES activities ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_evidence_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE people (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Name" text NOT NULL,
    "DepartmentId" uuid,
    "Staffing" text NOT NULL,
    "Position" text NOT NULL,
    "PoliticalStatus" text NOT NULL,
    "JoinedOn" date,
    "LeftOn" date,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_people" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_people_departments_UnitId_DepartmentId" FOREIGN KEY ("UnitId", "DepartmentId") REFERENCES departments ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_people_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_accounts_Name" ON accounts ("Name");

CREATE INDEX "IX_activities_UnitId_FromOn_Id" ON activities ("UnitId", "FromOn", "Id");

CREATE INDEX "IX_activities_UnitId_IntakeId" ON activities ("UnitId", "IntakeId");

CREATE INDEX "IX_activity_kinds_UnitId_KindId_ActivityId" ON activity_kinds ("UnitId", "KindId", "ActivityId");

CREATE UNIQUE INDEX "IX_departments_UnitId_Name" ON departments ("UnitId", "Name");

CREATE INDEX "IX_events_UnitId_SubjectId" ON events ("UnitId", "SubjectId");

CREATE INDEX "IX_evidence_UnitId_ActivityId" ON evidence ("UnitId", "ActivityId");

CREATE UNIQUE INDEX "IX_evidence_UnitId_ActivityId_Sha256" ON evidence ("UnitId", "ActivityId", "Sha256") WHERE "Sha256" <> '';

CREATE INDEX "IX_evidence_UnitId_Sha256" ON evidence ("UnitId", "Sha256");

CREATE UNIQUE INDEX "IX_groups_UnitId_Name" ON groups ("UnitId", "Name");

CREATE UNIQUE INDEX "IX_hand_grades_UnitId_SchemeId_Year_CheckId" ON hand_grades ("UnitId", "SchemeId", "Year", "CheckId");

CREATE UNIQUE INDEX "IX_imported_reports_UnitId_Year_Sha256" ON imported_reports ("UnitId", "Year", "Sha256");

CREATE INDEX "IX_people_UnitId_DepartmentId" ON people ("UnitId", "DepartmentId");

CREATE INDEX "IX_routines_UnitId_Year" ON routines ("UnitId", "Year");

CREATE UNIQUE INDEX "IX_units_FullName" ON units ("FullName");

