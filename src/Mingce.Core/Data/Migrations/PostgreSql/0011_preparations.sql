-- 活动准备 with its papers, 模板, 活动参考, 保管期限; what takes a phrase's place, and its incomplete forms.
ALTER TABLE phrases ADD COLUMN "SuccessorId" uuid;
ALTER TABLE phrases ADD COLUMN "Incomplete" text NOT NULL DEFAULT '';

CREATE TABLE preparations (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Title" text NOT NULL,
    "KindId" text NOT NULL,
    "HeldOn" date NOT NULL,
    "Time" text NOT NULL,
    "Place" text NOT NULL,
    "Participants" text NOT NULL,
    "Host" text NOT NULL,
    "Contact" text NOT NULL,
    "Responsible" text NOT NULL,
    "Steps" text NOT NULL,
    "SignIn" text NOT NULL,
    "RoutineId" uuid,
    "OccurrenceOn" date,
    "EnteredAt" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_preparations" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_preparations_routines_UnitId_RoutineId" FOREIGN KEY ("UnitId", "RoutineId") REFERENCES routines ("UnitId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_preparations_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE papers (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "PreparationId" uuid NOT NULL,
    "Form" text NOT NULL,
    "Text" text NOT NULL,
    "PreparationVersion" integer NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_papers" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_papers_preparations_UnitId_PreparationId" FOREIGN KEY ("UnitId", "PreparationId") REFERENCES preparations ("UnitId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_papers_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE paper_templates (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Form" text NOT NULL,
    "Text" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_paper_templates" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_paper_templates_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE ideas (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Title" text NOT NULL,
    "KindIds" text NOT NULL,
    "Festivals" text NOT NULL,
    "Months" text NOT NULL,
    "Steps" text NOT NULL,
    "Needs" text NOT NULL,
    "People" text NOT NULL,
    "Place" text NOT NULL,
    "Cost" text NOT NULL,
    "PresetId" text NOT NULL,
    "IsRetired" boolean NOT NULL,
    "ActivityId" uuid,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ideas" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_ideas_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE TABLE retention_terms (
    "UnitId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "MaterialId" text NOT NULL,
    "Years" integer,
    "Source" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_retention_terms" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_retention_terms_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_preparations_UnitId_HeldOn" ON preparations ("UnitId", "HeldOn");
CREATE UNIQUE INDEX "IX_preparations_UnitId_RoutineId_OccurrenceOn" ON preparations ("UnitId", "RoutineId", "OccurrenceOn") WHERE "RoutineId" IS NOT NULL;
CREATE UNIQUE INDEX "IX_papers_UnitId_PreparationId_Form" ON papers ("UnitId", "PreparationId", "Form");
CREATE UNIQUE INDEX "IX_paper_templates_UnitId_Form" ON paper_templates ("UnitId", "Form");
CREATE UNIQUE INDEX "IX_ideas_UnitId_PresetId" ON ideas ("UnitId", "PresetId") WHERE "PresetId" <> '';
CREATE UNIQUE INDEX "IX_retention_terms_UnitId_MaterialId" ON retention_terms ("UnitId", "MaterialId");
