-- 搜索: the searched text of each row, the full-text index over its pairs of characters, what waits to be read, and what was destroyed.
CREATE TABLE "search_entries" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_search_entries" PRIMARY KEY AUTOINCREMENT,
    "UnitId" TEXT NOT NULL,
    "Noun" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "OwnerId" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    CONSTRAINT "FK_search_entries_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_search_entries_UnitId_OwnerId_Noun_SubjectId" ON "search_entries" ("UnitId", "OwnerId", "Noun", "SubjectId");

CREATE TABLE "search_pending" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Noun" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    CONSTRAINT "PK_search_pending" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_search_pending_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "file_texts" (
    "UnitId" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    CONSTRAINT "PK_file_texts" PRIMARY KEY ("UnitId", "Sha256"),
    CONSTRAINT "FK_file_texts_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

-- Holds no text of its own; its terms are made by a function of the program, so only the program writes entries.
CREATE VIRTUAL TABLE search_grams USING fts5(grams, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE TRIGGER search_entries_added AFTER INSERT ON "search_entries" BEGIN
    INSERT INTO search_grams (rowid, grams) VALUES (new."Number", search_words(new."UnitId", new."Text"));
END;

CREATE TRIGGER search_entries_changed AFTER UPDATE OF "Text" ON "search_entries" BEGIN
    DELETE FROM search_grams WHERE rowid = old."Number";
    INSERT INTO search_grams (rowid, grams) VALUES (new."Number", search_words(new."UnitId", new."Text"));
END;

CREATE TRIGGER search_entries_removed AFTER DELETE ON "search_entries" BEGIN
    DELETE FROM search_grams WHERE rowid = old."Number";
END;

-- 销毁: what stays of something that was destroyed.
CREATE TABLE "destructions" (
    "UnitId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Form" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "KeptSince" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "FinishedAt" TEXT NULL,
    CONSTRAINT "PK_destructions" PRIMARY KEY ("UnitId", "Id"),
    CONSTRAINT "FK_destructions_units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_destructions_UnitId_ActivityId" ON "destructions" ("UnitId", "ActivityId");

-- Records from before there was an index are read in the background.
INSERT INTO "search_pending" ("UnitId", "Id", "Noun", "SubjectId") SELECT "UnitId", "Id", 'Activity', "Id" FROM "activities" WHERE "Status" = 'Entered';

INSERT INTO "search_pending" ("UnitId", "Id", "Noun", "SubjectId") SELECT "UnitId", "Id", 'WorkItem', "Id" FROM "work_items";
