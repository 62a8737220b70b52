-- 任务清单、来文、报送记录; the person behind an account, and who stands in for whom (AB角).
ALTER TABLE "accounts" ADD COLUMN "PersonId" TEXT NULL;

CREATE TABLE "incoming_papers" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Number" TEXT NOT NULL,
    "Issuer" TEXT NOT NULL,
    "ReceivedOn" TEXT NOT NULL,
    "Remark" TEXT NOT NULL,
    "IsChecked" INTEGER NOT NULL,
    "OriginalPlace" TEXT NOT NULL,
    "OriginalKeeper" TEXT NOT NULL,
    "EnteredAt" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "FileName" TEXT NOT NULL,
    "MediaType" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_incoming_papers" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_incoming_papers_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "work_items" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "List" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "ParentId" TEXT NULL,
    "DueOn" TEXT NULL,
    "TargetHundredths" INTEGER NULL,
    "TargetUnit" TEXT NOT NULL,
    "Finding" TEXT NOT NULL,
    "FoundOn" TEXT NULL,
    "Measure" TEXT NOT NULL,
    "SourceActivityId" TEXT NULL,
    "PaperId" TEXT NULL,
    "Status" TEXT NOT NULL,
    "Percent" INTEGER NOT NULL,
    "ClosedOn" TEXT NULL,
    "EnteredAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_work_items" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_work_items_incoming_papers_UnitId_PaperId" FOREIGN KEY ("UnitId", "PaperId") REFERENCES "incoming_papers" ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_items_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_items_work_items_UnitId_ParentId" FOREIGN KEY ("UnitId", "ParentId") REFERENCES "work_items" ("UnitId", "Id") ON DELETE RESTRICT
);

CREATE TABLE "paper_deadlines" (
    "UnitId" TEXT NOT NULL,
    "PaperId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Quote" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    CONSTRAINT "PK_paper_deadlines" PRIMARY KEY ("UnitId", "PaperId", "Ordinal"),
    CONSTRAINT "FK_paper_deadlines_incoming_papers_UnitId_PaperId" FOREIGN KEY ("UnitId", "PaperId") REFERENCES "incoming_papers" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_paper_deadlines_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "work_item_bodies" (
    "UnitId" TEXT NOT NULL,
    "WorkItemId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Part" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "DepartmentId" TEXT NULL,
    "GroupId" TEXT NULL,
    "PersonId" TEXT NULL,
    CONSTRAINT "PK_work_item_bodies" PRIMARY KEY ("UnitId", "WorkItemId", "Ordinal"),
    CONSTRAINT "FK_work_item_bodies_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_item_bodies_work_items_UnitId_WorkItemId" FOREIGN KEY ("UnitId", "WorkItemId") REFERENCES "work_items" ("UnitId", "Id") ON DELETE CASCADE
);

CREATE TABLE "work_item_steps" (
    "UnitId" TEXT NOT NULL,
    "WorkItemId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Form" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "Percent" INTEGER NULL,
    "Text" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    CONSTRAINT "PK_work_item_steps" PRIMARY KEY ("UnitId", "WorkItemId", "Ordinal"),
    CONSTRAINT "FK_work_item_steps_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_item_steps_work_items_UnitId_WorkItemId" FOREIGN KEY ("UnitId", "WorkItemId") REFERENCES "work_items" ("UnitId", "Id") ON DELETE CASCADE
);

CREATE TABLE "work_item_activities" (
    "UnitId" TEXT NOT NULL,
    "WorkItemId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    CONSTRAINT "PK_work_item_activities" PRIMARY KEY ("UnitId", "WorkItemId", "ActivityId"),
    CONSTRAINT "FK_work_item_activities_activities_UnitId_ActivityId" FOREIGN KEY ("UnitId", "ActivityId") REFERENCES "activities" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_work_item_activities_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_work_item_activities_work_items_UnitId_WorkItemId" FOREIGN KEY ("UnitId", "WorkItemId") REFERENCES "work_items" ("UnitId", "Id") ON DELETE CASCADE
);

CREATE TABLE "returns" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Recipient" TEXT NOT NULL,
    "SentOn" TEXT NOT NULL,
    "Way" TEXT NOT NULL,
    "Edition" TEXT NOT NULL,
    "Receipt" TEXT NOT NULL,
    "SentBy" TEXT NOT NULL,
    "WorkItemId" TEXT NULL,
    "PaperId" TEXT NULL,
    "EnteredAt" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "FileName" TEXT NOT NULL,
    "MediaType" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_returns" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_returns_incoming_papers_UnitId_PaperId" FOREIGN KEY ("UnitId", "PaperId") REFERENCES "incoming_papers" ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_returns_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_returns_work_items_UnitId_WorkItemId" FOREIGN KEY ("UnitId", "WorkItemId") REFERENCES "work_items" ("UnitId", "Id") ON DELETE RESTRICT
);

CREATE TABLE "stand_ins" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "HolderId" TEXT NOT NULL,
    "DeputyId" TEXT NOT NULL,
    "FromOn" TEXT NOT NULL,
    "ToOn" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "RevokedAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_stand_ins" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_stand_ins_accounts_UnitId_DeputyId" FOREIGN KEY ("UnitId", "DeputyId") REFERENCES "accounts" ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_stand_ins_accounts_UnitId_HolderId" FOREIGN KEY ("UnitId", "HolderId") REFERENCES "accounts" ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_stand_ins_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_work_items_UnitId_Year" ON "work_items" ("UnitId", "Year");

CREATE INDEX "IX_work_items_UnitId_Status_DueOn" ON "work_items" ("UnitId", "Status", "DueOn");

CREATE INDEX "IX_work_items_UnitId_ParentId" ON "work_items" ("UnitId", "ParentId");

CREATE INDEX "IX_work_items_UnitId_PaperId" ON "work_items" ("UnitId", "PaperId");

CREATE INDEX "IX_work_item_activities_UnitId_ActivityId" ON "work_item_activities" ("UnitId", "ActivityId");

CREATE INDEX "IX_incoming_papers_UnitId_ReceivedOn" ON "incoming_papers" ("UnitId", "ReceivedOn");

CREATE INDEX "IX_returns_UnitId_SentOn" ON "returns" ("UnitId", "SentOn");

CREATE INDEX "IX_returns_UnitId_WorkItemId" ON "returns" ("UnitId", "WorkItemId");

CREATE INDEX "IX_returns_UnitId_PaperId" ON "returns" ("UnitId", "PaperId");

CREATE INDEX "IX_stand_ins_UnitId_HolderId" ON "stand_ins" ("UnitId", "HolderId");

CREATE INDEX "IX_stand_ins_UnitId_DeputyId" ON "stand_ins" ("UnitId", "DeputyId");
