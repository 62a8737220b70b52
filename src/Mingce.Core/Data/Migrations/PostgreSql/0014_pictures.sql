-- The day of a photo; files that came ahead of their form; prints of pictures and which look alike.
ALTER TABLE evidence ADD COLUMN "PhotoOn" date;
ALTER TABLE evidence ADD COLUMN "PhotoOnBasis" text NOT NULL DEFAULT 'None';
UPDATE evidence SET "PhotoOn" = "CapturedAt"::date, "PhotoOnBasis" = 'Header' WHERE "CapturedAt" IS NOT NULL;

CREATE TABLE pending_files (
    "UnitId" uuid NOT NULL,
    "FormId" uuid NOT NULL,
    "Sha256" text NOT NULL,
    "AccountId" uuid NOT NULL,
    "Key" text NOT NULL,
    "AddedAt" timestamp with time zone NOT NULL,
    "IsDropped" boolean NOT NULL,
    "Size" bigint NOT NULL,
    "FileName" text NOT NULL,
    "MediaType" text NOT NULL,
    "CapturedAt" timestamp without time zone,
    "Width" integer,
    "Height" integer,
    "PhotoOn" date,
    "PhotoOnBasis" text NOT NULL,
    CONSTRAINT "PK_pending_files" PRIMARY KEY ("UnitId", "FormId", "Sha256"),
    CONSTRAINT "FK_pending_files_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_pending_files_AddedAt" ON pending_files ("AddedAt");

CREATE TABLE picture_prints (
    "UnitId" uuid NOT NULL,
    "Sha256" text NOT NULL,
    "Ordinal" integer NOT NULL,
    "Band0" integer NOT NULL,
    "Band1" integer NOT NULL,
    "Band2" integer NOT NULL,
    "Band3" integer NOT NULL,
    CONSTRAINT "PK_picture_prints" PRIMARY KEY ("UnitId", "Sha256", "Ordinal"),
    CONSTRAINT "FK_picture_prints_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_picture_prints_UnitId_Band0" ON picture_prints ("UnitId", "Band0");
CREATE INDEX "IX_picture_prints_UnitId_Band1" ON picture_prints ("UnitId", "Band1");
CREATE INDEX "IX_picture_prints_UnitId_Band2" ON picture_prints ("UnitId", "Band2");
CREATE INDEX "IX_picture_prints_UnitId_Band3" ON picture_prints ("UnitId", "Band3");

CREATE TABLE picture_likenesses (
    "UnitId" uuid NOT NULL,
    "Sha256" text NOT NULL,
    "OtherSha256" text NOT NULL,
    "Distance" integer NOT NULL,
    CONSTRAINT "PK_picture_likenesses" PRIMARY KEY ("UnitId", "Sha256", "OtherSha256"),
    CONSTRAINT "FK_picture_likenesses_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES units ("Id") ON DELETE RESTRICT
);
