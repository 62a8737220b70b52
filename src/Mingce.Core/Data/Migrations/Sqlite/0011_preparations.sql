-- 活动准备 with its papers, 模板, 活动参考, 保管期限; what takes a phrase's place, and its incomplete forms.
ALTER TABLE "phrases" ADD COLUMN "SuccessorId" TEXT NULL;
ALTER TABLE "phrases" ADD COLUMN "Incomplete" TEXT NOT NULL DEFAULT '';

CREATE TABLE "preparations" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "KindId" TEXT NOT NULL,
    "HeldOn" TEXT NOT NULL,
    "Time" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "Participants" TEXT NOT NULL,
    "Host" TEXT NOT NULL,
    "Contact" TEXT NOT NULL,
    "Responsible" TEXT NOT NULL,
    "Steps" TEXT NOT NULL,
    "SignIn" TEXT NOT NULL,
    "RoutineId" TEXT NULL,
    "OccurrenceOn" TEXT NULL,
    "EnteredAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_preparations" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_preparations_routines_UnitId_RoutineId" FOREIGN KEY ("UnitId", "RoutineId") REFERENCES "routines" ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_preparations_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "papers" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PreparationId" TEXT NOT NULL,
    "Form" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "PreparationVersion" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_papers" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_papers_preparations_UnitId_PreparationId" FOREIGN KEY ("UnitId", "PreparationId") REFERENCES "preparations" ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_papers_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "paper_templates" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Form" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_paper_templates" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_paper_templates_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ideas" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "KindIds" TEXT NOT NULL,
    "Festivals" TEXT NOT NULL,
    "Months" TEXT NOT NULL,
    "Steps" TEXT NOT NULL,
    "Needs" TEXT NOT NULL,
    "People" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "Cost" TEXT NOT NULL,
    "PresetId" TEXT NOT NULL,
    "IsRetired" INTEGER NOT NULL,
    "ActivityId" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_ideas" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_ideas_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "retention_terms" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "MaterialId" TEXT NOT NULL,
    "Years" INTEGER NULL,
    "Source" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_retention_terms" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_retention_terms_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_preparations_UnitId_HeldOn" ON "preparations" ("UnitId", "HeldOn");
CREATE UNIQUE INDEX "IX_preparations_UnitId_RoutineId_OccurrenceOn" ON "preparations" ("UnitId", "RoutineId", "OccurrenceOn") WHERE "RoutineId" IS NOT NULL;
CREATE UNIQUE INDEX "IX_papers_UnitId_PreparationId_Form" ON "papers" ("UnitId", "PreparationId", "Form");
CREATE UNIQUE INDEX "IX_paper_templates_UnitId_Form" ON "paper_templates" ("UnitId", "Form");
CREATE UNIQUE INDEX "IX_ideas_UnitId_PresetId" ON "ideas" ("UnitId", "PresetId") WHERE "PresetId" <> '';
CREATE UNIQUE INDEX "IX_retention_terms_UnitId_MaterialId" ON "retention_terms" ("UnitId", "MaterialId");
