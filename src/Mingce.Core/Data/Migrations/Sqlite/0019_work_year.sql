-- 工作年度, where it is not the year of the calendar.
ALTER TABLE "units" ADD COLUMN "WorkYear" INTEGER NULL;
