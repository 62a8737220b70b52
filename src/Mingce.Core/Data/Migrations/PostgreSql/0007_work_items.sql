-- 任务清单、来文、报送记录; the person behind an account, and who stands in for whom (AB角).
ALTER TABLE accounts ADD COLUMN "PersonId" uuid;

CREATE TABLE incoming_papers (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Title" text NOT NULL,
    "Number" text NOT NULL,
    "Issuer" text NOT NULL,
    "ReceivedOn" date NOT NULL,
    "Remark" text NOT NULL,
    "IsChecked" boolean NOT NULL,
    "OriginalPlace" text NOT NULL,
    "OriginalKeeper" text NOT NULL,
    "EnteredAt" timestamp with time zone NOT NULL,
    "Sha256" text NOT NULL,
    "Size" bigint NOT NULL,
    "FileName" text NOT NULL,
    "MediaType" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_incoming_papers" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_incoming_papers_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE work_items (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Title" text NOT NULL,
    "Text" text NOT NULL,
    "List" text NOT NULL,
    "Year" integer NOT NULL,
    "ParentId" uuid,
    "DueOn" date,
    "TargetHundredths" bigint,
    "TargetUnit" text NOT NULL,
    "Finding" text NOT NULL,
    "FoundOn" date,
    "Measure" text NOT NULL,
    "SourceActivityId" uuid,
    "PaperId" uuid,
    "Status" text NOT NULL,
    "Percent" integer NOT NULL,
    "ClosedOn" date,
    "EnteredAt" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_work_items" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_work_items_incoming_papers_UnitId_PaperId" FOREIGN KEY ("UnitId", "PaperId") REFERENCES incoming_papers ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_items_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_items_work_items_UnitId_ParentId" FOREIGN KEY ("UnitId", "ParentId") REFERENCES work_items ("UnitId", "Id") ON DELETE RESTRICT
);

CREATE TABLE paper_deadlines (
    "UnitId" uuid NOT NULL,
    "PaperId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Quote" text NOT NULL,
    "DueOn" date NOT NULL,
    CONSTRAINT "PK_paper_deadlines" PRIMARY KEY ("UnitId", "PaperId", "Ordinal"),
    CONSTRAINT "FK_paper_deadlines_incoming_papers_UnitId_PaperId" FOREIGN KEY ("UnitId", "PaperId") REFERENCES incoming_papers ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_paper_deadlines_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE work_item_bodies (
    "UnitId" uuid NOT NULL,
    "WorkItemId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Part" text NOT NULL,
    "Name" text NOT NULL,
    "DepartmentId" uuid,
    "GroupId" uuid,
    "PersonId" uuid,
    CONSTRAINT "PK_work_item_bodies" PRIMARY KEY ("UnitId", "WorkItemId", "Ordinal"),
    CONSTRAINT "FK_work_item_bodies_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_item_bodies_work_items_UnitId_WorkItemId" FOREIGN KEY ("UnitId", "WorkItemId") REFERENCES work_items ("UnitId", "Id") ON DELETE CASCADE
);

CREATE TABLE work_item_steps (
    "UnitId" uuid NOT NULL,
    "WorkItemId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Form" text NOT NULL,
    "On" date NOT NULL,
    "Percent" integer,
    "Text" text NOT NULL,
    "By" text NOT NULL,
    "AccountId" uuid NOT NULL,
    CONSTRAINT "PK_work_item_steps" PRIMARY KEY ("UnitId", "WorkItemId", "Ordinal"),
    CONSTRAINT "FK_work_item_steps_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_item_steps_work_items_UnitId_WorkItemId" FOREIGN KEY ("UnitId", "WorkItemId") REFERENCES work_items ("UnitId", "Id") ON DELETE CASCADE
);

CREATE TABLE work_item_activities (
    "UnitId" uuid NOT NULL,
    "WorkItemId" uuid NOT NULL,
    "ActivityId" uuid NOT NULL,
    CONSTRAINT "PK_work_item_activities" PRIMARY KEY ("UnitId", "WorkItemId", "ActivityId"),
    CONSTRAINT "FK_work_item_activities_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES activities ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_work_item_activities_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_item_activities_work_items_UnitId_WorkItemId" FOREIGN KEY ("UnitId", "WorkItemId") REFERENCES work_items ("UnitId", "Id") ON DELETE CASCADE
);

CREATE TABLE returns (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Title" text NOT NULL,
    "Recipient" text NOT NULL,
    "SentOn" date NOT NULL,
    "Way" text NOT NULL,
    "Edition" text NOT NULL,
    "Receipt" text NOT NULL,
    "SentBy" text NOT NULL,
    "WorkItemId" uuid,
    "PaperId" uuid,
    "EnteredAt" timestamp with time zone NOT NULL,
    "Sha256" text NOT NULL,
    "Size" bigint NOT NULL,
    "FileName" text NOT NULL,
    "MediaType" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_returns" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_returns_incoming_papers_UnitId_PaperId" FOREIGN KEY ("UnitId", "PaperId") REFERENCES incoming_papers ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_returns_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_returns_work_items_UnitId_WorkItemId" FOREIGN KEY ("UnitId", "WorkItemId") REFERENCES work_items ("UnitId", "Id") ON DELETE RESTRICT
);

CREATE TABLE stand_ins (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "HolderId" uuid NOT NULL,
    "DeputyId" uuid NOT NULL,
    "FromOn" date NOT NULL,
    "ToOn" date NOT NULL,
    "Reason" text NOT NULL,
    "RevokedAt" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_stand_ins" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_stand_ins_accounts_UnitId_DeputyId" FOREIGN KEY ("UnitId", "DeputyId") REFERENCES accounts ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_stand_ins_accounts_UnitId_HolderId" FOREIGN KEY ("UnitId", "HolderId") REFERENCES accounts ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_stand_ins_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_work_items_UnitId_Year" ON work_items ("UnitId", "Year");

CREATE INDEX "IX_work_items_UnitId_Status_DueOn" ON work_items ("UnitId", "Status", "DueOn");

CREATE INDEX "IX_work_items_UnitId_ParentId" ON work_items ("UnitId", "ParentId");

CREATE INDEX "IX_work_items_UnitId_PaperId" ON work_items ("UnitId", "PaperId");

CREATE INDEX "IX_work_item_activities_UnitId_ActivityId" ON work_item_activities ("UnitId", "ActivityId");

CREATE INDEX "IX_incoming_papers_UnitId_ReceivedOn" ON incoming_papers ("UnitId", "ReceivedOn");

CREATE INDEX "IX_returns_UnitId_SentOn" ON returns ("UnitId", "SentOn");

CREATE INDEX "IX_returns_UnitId_WorkItemId" ON returns ("UnitId", "WorkItemId");

CREATE INDEX "IX_returns_UnitId_PaperId" ON returns ("UnitId", "PaperId");

CREATE INDEX "IX_stand_ins_UnitId_HolderId" ON stand_ins ("UnitId", "HolderId");

CREATE INDEX "IX_stand_ins_UnitId_DeputyId" ON stand_ins ("UnitId", "DeputyId");
