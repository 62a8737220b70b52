-- The day of a photo; files that came ahead of their form; prints of pictures and which look alike.
ALTER TABLE "evidence" ADD COLUMN "PhotoOn" TEXT NULL;
ALTER TABLE "evidence" ADD COLUMN "PhotoOnBasis" TEXT NOT NULL DEFAULT 'None';
UPDATE "evidence" SET "PhotoOn" = substr("CapturedAt", 1, 10), "PhotoOnBasis" = 'Header' WHERE "CapturedAt" IS NOT NULL;

CREATE TABLE "pending_files" (
    "UnitId" TEXT NOT NULL,
    "FormId" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "AddedAt" TEXT NOT NULL,
    "IsDropped" INTEGER NOT NULL,
    "Size" INTEGER NOT NULL,
    "FileName" TEXT NOT NULL,
    "MediaType" TEXT NOT NULL,
    "CapturedAt" TEXT NULL,
    "Width" INTEGER NULL,
    "Height" INTEGER NULL,
    "PhotoOn" TEXT NULL,
    "PhotoOnBasis" TEXT NOT NULL,
    CONSTRAINT "PK_pending_files" PRIMARY KEY ("UnitId", "FormId", "Sha256"),
    CONSTRAINT "FK_pending_files_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_pending_files_AddedAt" ON "pending_files" ("AddedAt");

CREATE TABLE "picture_prints" (
    "UnitId" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Band0" INTEGER NOT NULL,
    "Band1" INTEGER NOT NULL,
    "Band2" INTEGER NOT NULL,
    "Band3" INTEGER NOT NULL,
    CONSTRAINT "PK_picture_prints" PRIMARY KEY ("UnitId", "Sha256", "Ordinal"),
    CONSTRAINT "FK_picture_prints_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_picture_prints_UnitId_Band0" ON "picture_prints" ("UnitId", "Band0");
CREATE INDEX "IX_picture_prints_UnitId_Band1" ON "picture_prints" ("UnitId", "Band1");
CREATE INDEX "IX_picture_prints_UnitId_Band2" ON "picture_prints" ("UnitId", "Band2");
CREATE INDEX "IX_picture_prints_UnitId_Band3" ON "picture_prints" ("UnitId", "Band3");

CREATE TABLE "picture_likenesses" (
    "UnitId" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "OtherSha256" TEXT NOT NULL,
    "Distance" INTEGER NOT NULL,
    CONSTRAINT "PK_picture_likenesses" PRIMARY KEY ("UnitId", "Sha256", "OtherSha256"),
    CONSTRAINT "FK_picture_likenesses_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);
