-- Harrowgate Vale College, External Speakers and Room Bookings Policy: Inviting a speaker
-- Made by prevent build from the policy sha256:0bcc373d9c4997e387caf36631976907d95945409dd8fb9a5c6fe9009a52540d. Do not edit.
--
-- What is found of each event in the table requests, for DuckDB. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" VARCHAR
--   "date" DATE
--   "room_tier" VARCHAR
--   "audience" BIGINT
--   "purpose" VARCHAR
--   "speakers" STRUCT("name" VARCHAR, "spoken_before" VARCHAR, "concern" VARCHAR, "outline_on" DATE)[]
--   "reference" VARCHAR
--   "received_on" DATE
--   "timetabled" VARCHAR
--   "class_only" VARCHAR
--   "arrangements__first_aider" VARCHAR
--   "arrangements__stewards" VARCHAR
--   "arrangements__independent_chair" VARCHAR
--   "arrangements__recording" VARCHAR
--   "risk_assessment__completed" DATE
--   "provisional_approvals__vice_principal__decision" VARCHAR
--   "provisional_approvals__vice_principal__date" DATE
--   "approvals__vice_principal__decision" VARCHAR
--   "approvals__vice_principal__date" DATE
--   "approvals__vice_principal__latest" DATE
--   "approvals__vice_principal__by" VARCHAR
--   "approvals__director_of_students__decision" VARCHAR
--   "approvals__director_of_students__date" DATE
--   "approvals__director_of_students__latest" DATE
--   "approvals__director_of_students__by" VARCHAR
--   "approvals__principal__decision" VARCHAR
--   "approvals__principal__date" DATE
--   "approvals__principal__latest" DATE
--   "approvals__assistant_principal__decision" VARCHAR
--   "approvals__assistant_principal__date" DATE
--   "approvals__assistant_principal__latest" DATE
--   "approvals__duty_manager__decision" VARCHAR
--   "approvals__duty_manager__date" DATE
--   "approvals__duty_manager__latest" DATE
--   "approvals__head_of_department__decision" VARCHAR
--   "approvals__head_of_department__date" DATE
--   "approvals__head_of_department__latest" DATE
--   "approvals__estates_manager__decision" VARCHAR
--   "approvals__estates_manager__date" DATE
--   "approvals__estates_manager__latest" DATE
--   "advice__prevent_lead__date" DATE
--   "advice__prevent_lead__latest" DATE
--   "changed_on" DATE
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_speaker_event" AS
WITH "bank_holidays" AS (
  SELECT
    "closed"."day"
  FROM (VALUES
    (CAST('2000-01-01' AS DATE)),
    (CAST('2000-01-03' AS DATE)),
    (CAST('2000-04-21' AS DATE)),
    (CAST('2000-04-24' AS DATE)),
    (CAST('2000-05-01' AS DATE)),
    (CAST('2000-05-29' AS DATE)),
    (CAST('2000-08-28' AS DATE)),
    (CAST('2000-12-25' AS DATE)),
    (CAST('2000-12-26' AS DATE)),
    (CAST('2001-01-01' AS DATE)),
    (CAST('2001-04-13' AS DATE)),
    (CAST('2001-04-16' AS DATE)),
    (CAST('2001-05-07' AS DATE)),
    (CAST('2001-05-28' AS DATE)),
    (CAST('2001-08-27' AS DATE)),
    (CAST('2001-12-25' AS DATE)),
    (CAST('2001-12-26' AS DATE)),
    (CAST('2002-01-01' AS DATE)),
    (CAST('2002-03-29' AS DATE)),
    (CAST('2002-04-01' AS DATE)),
    (CAST('2002-05-06' AS DATE)),
    (CAST('2002-06-03' AS DATE)),
    (CAST('2002-06-04' AS DATE)),
    (CAST('2002-08-26' AS DATE)),
    (CAST('2002-12-25' AS DATE)),
    (CAST('2002-12-26' AS DATE)),
    (CAST('2003-01-01' AS DATE)),
    (CAST('2003-04-18' AS DATE)),
    (CAST('2003-04-21' AS DATE)),
    (CAST('2003-05-05' AS DATE)),
    (CAST('2003-05-26' AS DATE)),
    (CAST('2003-08-25' AS DATE)),
    (CAST('2003-12-25' AS DATE)),
    (CAST('2003-12-26' AS DATE)),
    (CAST('2004-01-01' AS DATE)),
    (CAST('2004-04-09' AS DATE)),
    (CAST('2004-04-12' AS DATE)),
    (CAST('2004-05-03' AS DATE)),
    (CAST('2004-05-31' AS DATE)),
    (CAST('2004-08-30' AS DATE)),
    (CAST('2004-12-25' AS DATE)),
    (CAST('2004-12-26' AS DATE)),
    (CAST('2004-12-27' AS DATE)),
    (CAST('2004-12-28' AS DATE)),
    (CAST('2005-01-01' AS DATE)),
    (CAST('2005-01-03' AS DATE)),
    (CAST('2005-03-25' AS DATE)),
    (CAST('2005-03-28' AS DATE)),
    (CAST('2005-05-02' AS DATE)),
    (CAST('2005-05-30' AS DATE)),
    (CAST('2005-08-29' AS DATE)),
    (CAST('2005-12-25' AS DATE)),
    (CAST('2005-12-26' AS DATE)),
    (CAST('2005-12-27' AS DATE)),
    (CAST('2006-01-01' AS DATE)),
    (CAST('2006-01-02' AS DATE)),
    (CAST('2006-04-14' AS DATE)),
    (CAST('2006-04-17' AS DATE)),
    (CAST('2006-05-01' AS DATE)),
    (CAST('2006-05-29' AS DATE)),
    (CAST('2006-08-28' AS DATE)),
    (CAST('2006-12-25' AS DATE)),
    (CAST('2006-12-26' AS DATE)),
    (CAST('2007-01-01' AS DATE)),
    (CAST('2007-04-06' AS DATE)),
    (CAST('2007-04-09' AS DATE)),
    (CAST('2007-05-07' AS DATE)),
    (CAST('2007-05-28' AS DATE)),
    (CAST('2007-08-27' AS DATE)),
    (CAST('2007-12-25' AS DATE)),
    (CAST('2007-12-26' AS DATE)),
    (CAST('2008-01-01' AS DATE)),
    (CAST('2008-03-21' AS DATE)),
    (CAST('2008-03-24' AS DATE)),
    (CAST('2008-05-05' AS DATE)),
    (CAST('2008-05-26' AS DATE)),
    (CAST('2008-08-25' AS DATE)),
    (CAST('2008-12-25' AS DATE)),
    (CAST('2008-12-26' AS DATE)),
    (CAST('2009-01-01' AS DATE)),
    (CAST('2009-04-10' AS DATE)),
    (CAST('2009-04-13' AS DATE)),
    (CAST('2009-05-04' AS DATE)),
    (CAST('2009-05-25' AS DATE)),
    (CAST('2009-08-31' AS DATE)),
    (CAST('2009-12-25' AS DATE)),
    (CAST('2009-12-26' AS DATE)),
    (CAST('2009-12-28' AS DATE)),
    (CAST('2010-01-01' AS DATE)),
    (CAST('2010-04-02' AS DATE)),
    (CAST('2010-04-05' AS DATE)),
    (CAST('2010-05-03' AS DATE)),
    (CAST('2010-05-31' AS DATE)),
    (CAST('2010-08-30' AS DATE)),
    (CAST('2010-12-25' AS DATE)),
    (CAST('2010-12-26' AS DATE)),
    (CAST('2010-12-27' AS DATE)),
    (CAST('2010-12-28' AS DATE)),
    (CAST('2011-01-01' AS DATE)),
    (CAST('2011-01-03' AS DATE)),
    (CAST('2011-04-22' AS DATE)),
    (CAST('2011-04-25' AS DATE)),
    (CAST('2011-04-29' AS DATE)),
    (CAST('2011-05-02' AS DATE)),
    (CAST('2011-05-30' AS DATE)),
    (CAST('2011-08-29' AS DATE)),
    (CAST('2011-12-25' AS DATE)),
    (CAST('2011-12-26' AS DATE)),
    (CAST('2011-12-27' AS DATE)),
    (CAST('2012-01-01' AS DATE)),
    (CAST('2012-01-02' AS DATE)),
    (CAST('2012-04-06' AS DATE)),
    (CAST('2012-04-09' AS DATE)),
    (CAST('2012-05-07' AS DATE)),
    (CAST('2012-06-04' AS DATE)),
    (CAST('2012-06-05' AS DATE)),
    (CAST('2012-08-27' AS DATE)),
    (CAST('2012-12-25' AS DATE)),
    (CAST('2012-12-26' AS DATE)),
    (CAST('2013-01-01' AS DATE)),
    (CAST('2013-03-29' AS DATE)),
    (CAST('2013-04-01' AS DATE)),
    (CAST('2013-05-06' AS DATE)),
    (CAST('2013-05-27' AS DATE)),
    (CAST('2013-08-26' AS DATE)),
    (CAST('2013-12-25' AS DATE)),
    (CAST('2013-12-26' AS DATE)),
    (CAST('2014-01-01' AS DATE)),
    (CAST('2014-04-18' AS DATE)),
    (CAST('2014-04-21' AS DATE)),
    (CAST('2014-05-05' AS DATE)),
    (CAST('2014-05-26' AS DATE)),
    (CAST('2014-08-25' AS DATE)),
    (CAST('2014-12-25' AS DATE)),
    (CAST('2014-12-26' AS DATE)),
    (CAST('2015-01-01' AS DATE)),
    (CAST('2015-04-03' AS DATE)),
    (CAST('2015-04-06' AS DATE)),
    (CAST('2015-05-04' AS DATE)),
    (CAST('2015-05-25' AS DATE)),
    (CAST('2015-08-31' AS DATE)),
    (CAST('2015-12-25' AS DATE)),
    (CAST('2015-12-26' AS DATE)),
    (CAST('2015-12-28' AS DATE)),
    (CAST('2016-01-01' AS DATE)),
    (CAST('2016-03-25' AS DATE)),
    (CAST('2016-03-28' AS DATE)),
    (CAST('2016-05-02' AS DATE)),
    (CAST('2016-05-30' AS DATE)),
    (CAST('2016-08-29' AS DATE)),
    (CAST('2016-12-25' AS DATE)),
    (CAST('2016-12-26' AS DATE)),
    (CAST('2016-12-27' AS DATE)),
    (CAST('2017-01-01' AS DATE)),
    (CAST('2017-01-02' AS DATE)),
    (CAST('2017-04-14' AS DATE)),
    (CAST('2017-04-17' AS DATE)),
    (CAST('2017-05-01' AS DATE)),
    (CAST('2017-05-29' AS DATE)),
    (CAST('2017-08-28' AS DATE)),
    (CAST('2017-12-25' AS DATE)),
    (CAST('2017-12-26' AS DATE)),
    (CAST('2018-01-01' AS DATE)),
    (CAST('2018-03-30' AS DATE)),
    (CAST('2018-04-02' AS DATE)),
    (CAST('2018-05-07' AS DATE)),
    (CAST('2018-05-28' AS DATE)),
    (CAST('2018-08-27' AS DATE)),
    (CAST('2018-12-25' AS DATE)),
    (CAST('2018-12-26' AS DATE)),
    (CAST('2019-01-01' AS DATE)),
    (CAST('2019-04-19' AS DATE)),
    (CAST('2019-04-22' AS DATE)),
    (CAST('2019-05-06' AS DATE)),
    (CAST('2019-05-27' AS DATE)),
    (CAST('2019-08-26' AS DATE)),
    (CAST('2019-12-25' AS DATE)),
    (CAST('2019-12-26' AS DATE)),
    (CAST('2020-01-01' AS DATE)),
    (CAST('2020-04-10' AS DATE)),
    (CAST('2020-04-13' AS DATE)),
    (CAST('2020-05-08' AS DATE)),
    (CAST('2020-05-25' AS DATE)),
    (CAST('2020-08-31' AS DATE)),
    (CAST('2020-12-25' AS DATE)),
    (CAST('2020-12-26' AS DATE)),
    (CAST('2020-12-28' AS DATE)),
    (CAST('2021-01-01' AS DATE)),
    (CAST('2021-04-02' AS DATE)),
    (CAST('2021-04-05' AS DATE)),
    (CAST('2021-05-03' AS DATE)),
    (CAST('2021-05-31' AS DATE)),
    (CAST('2021-08-30' AS DATE)),
    (CAST('2021-12-25' AS DATE)),
    (CAST('2021-12-26' AS DATE)),
    (CAST('2021-12-27' AS DATE)),
    (CAST('2021-12-28' AS DATE)),
    (CAST('2022-01-01' AS DATE)),
    (CAST('2022-01-03' AS DATE)),
    (CAST('2022-04-15' AS DATE)),
    (CAST('2022-04-18' AS DATE)),
    (CAST('2022-05-02' AS DATE)),
    (CAST('2022-06-02' AS DATE)),
    (CAST('2022-06-03' AS DATE)),
    (CAST('2022-08-29' AS DATE)),
    (CAST('2022-09-19' AS DATE)),
    (CAST('2022-12-25' AS DATE)),
    (CAST('2022-12-26' AS DATE)),
    (CAST('2022-12-27' AS DATE)),
    (CAST('2023-01-01' AS DATE)),
    (CAST('2023-01-02' AS DATE)),
    (CAST('2023-04-07' AS DATE)),
    (CAST('2023-04-10' AS DATE)),
    (CAST('2023-05-01' AS DATE)),
    (CAST('2023-05-08' AS DATE)),
    (CAST('2023-05-29' AS DATE)),
    (CAST('2023-08-28' AS DATE)),
    (CAST('2023-12-25' AS DATE)),
    (CAST('2023-12-26' AS DATE)),
    (CAST('2024-01-01' AS DATE)),
    (CAST('2024-03-29' AS DATE)),
    (CAST('2024-04-01' AS DATE)),
    (CAST('2024-05-06' AS DATE)),
    (CAST('2024-05-27' AS DATE)),
    (CAST('2024-08-26' AS DATE)),
    (CAST('2024-12-25' AS DATE)),
    (CAST('2024-12-26' AS DATE)),
    (CAST('2025-01-01' AS DATE)),
    (CAST('2025-04-18' AS DATE)),
    (CAST('2025-04-21' AS DATE)),
    (CAST('2025-05-05' AS DATE)),
    (CAST('2025-05-26' AS DATE)),
    (CAST('2025-08-25' AS DATE)),
    (CAST('2025-12-25' AS DATE)),
    (CAST('2025-12-26' AS DATE)),
    (CAST('2026-01-01' AS DATE)),
    (CAST('2026-04-03' AS DATE)),
    (CAST('2026-04-06' AS DATE)),
    (CAST('2026-05-04' AS DATE)),
    (CAST('2026-05-25' AS DATE)),
    (CAST('2026-08-31' AS DATE)),
    (CAST('2026-12-25' AS DATE)),
    (CAST('2026-12-26' AS DATE)),
    (CAST('2026-12-28' AS DATE)),
    (CAST('2027-01-01' AS DATE)),
    (CAST('2027-03-26' AS DATE)),
    (CAST('2027-03-29' AS DATE)),
    (CAST('2027-05-03' AS DATE)),
    (CAST('2027-05-31' AS DATE)),
    (CAST('2027-08-30' AS DATE)),
    (CAST('2027-12-25' AS DATE)),
    (CAST('2027-12-26' AS DATE)),
    (CAST('2027-12-27' AS DATE)),
    (CAST('2027-12-28' AS DATE)),
    (CAST('2028-01-01' AS DATE)),
    (CAST('2028-01-03' AS DATE)),
    (CAST('2028-04-14' AS DATE)),
    (CAST('2028-04-17' AS DATE)),
    (CAST('2028-05-01' AS DATE)),
    (CAST('2028-05-29' AS DATE)),
    (CAST('2028-08-28' AS DATE)),
    (CAST('2028-12-25' AS DATE)),
    (CAST('2028-12-26' AS DATE)),
    (CAST('2029-01-01' AS DATE)),
    (CAST('2029-03-30' AS DATE)),
    (CAST('2029-04-02' AS DATE)),
    (CAST('2029-05-07' AS DATE)),
    (CAST('2029-05-28' AS DATE)),
    (CAST('2029-08-27' AS DATE)),
    (CAST('2029-12-25' AS DATE)),
    (CAST('2029-12-26' AS DATE)),
    (CAST('2030-01-01' AS DATE)),
    (CAST('2030-04-19' AS DATE)),
    (CAST('2030-04-22' AS DATE)),
    (CAST('2030-05-06' AS DATE)),
    (CAST('2030-05-27' AS DATE)),
    (CAST('2030-08-26' AS DATE)),
    (CAST('2030-12-25' AS DATE)),
    (CAST('2030-12-26' AS DATE)),
    (CAST('2031-01-01' AS DATE)),
    (CAST('2031-04-11' AS DATE)),
    (CAST('2031-04-14' AS DATE)),
    (CAST('2031-05-05' AS DATE)),
    (CAST('2031-05-26' AS DATE)),
    (CAST('2031-08-25' AS DATE)),
    (CAST('2031-12-25' AS DATE)),
    (CAST('2031-12-26' AS DATE)),
    (CAST('2032-01-01' AS DATE)),
    (CAST('2032-03-26' AS DATE)),
    (CAST('2032-03-29' AS DATE)),
    (CAST('2032-05-03' AS DATE)),
    (CAST('2032-05-31' AS DATE)),
    (CAST('2032-08-30' AS DATE)),
    (CAST('2032-12-25' AS DATE)),
    (CAST('2032-12-26' AS DATE)),
    (CAST('2032-12-27' AS DATE)),
    (CAST('2032-12-28' AS DATE)),
    (CAST('2033-01-01' AS DATE)),
    (CAST('2033-01-03' AS DATE)),
    (CAST('2033-04-15' AS DATE)),
    (CAST('2033-04-18' AS DATE)),
    (CAST('2033-05-02' AS DATE)),
    (CAST('2033-05-30' AS DATE)),
    (CAST('2033-08-29' AS DATE)),
    (CAST('2033-12-25' AS DATE)),
    (CAST('2033-12-26' AS DATE)),
    (CAST('2033-12-27' AS DATE)),
    (CAST('2034-01-01' AS DATE)),
    (CAST('2034-01-02' AS DATE)),
    (CAST('2034-04-07' AS DATE)),
    (CAST('2034-04-10' AS DATE)),
    (CAST('2034-05-01' AS DATE)),
    (CAST('2034-05-29' AS DATE)),
    (CAST('2034-08-28' AS DATE)),
    (CAST('2034-12-25' AS DATE)),
    (CAST('2034-12-26' AS DATE)),
    (CAST('2035-01-01' AS DATE)),
    (CAST('2035-03-23' AS DATE)),
    (CAST('2035-03-26' AS DATE)),
    (CAST('2035-05-07' AS DATE)),
    (CAST('2035-05-28' AS DATE)),
    (CAST('2035-08-27' AS DATE)),
    (CAST('2035-12-25' AS DATE)),
    (CAST('2035-12-26' AS DATE)),
    (CAST('2036-01-01' AS DATE)),
    (CAST('2036-04-11' AS DATE)),
    (CAST('2036-04-14' AS DATE)),
    (CAST('2036-05-05' AS DATE)),
    (CAST('2036-05-26' AS DATE)),
    (CAST('2036-08-25' AS DATE)),
    (CAST('2036-12-25' AS DATE)),
    (CAST('2036-12-26' AS DATE)),
    (CAST('2037-01-01' AS DATE)),
    (CAST('2037-04-03' AS DATE)),
    (CAST('2037-04-06' AS DATE)),
    (CAST('2037-05-04' AS DATE)),
    (CAST('2037-05-25' AS DATE)),
    (CAST('2037-08-31' AS DATE)),
    (CAST('2037-12-25' AS DATE)),
    (CAST('2037-12-26' AS DATE)),
    (CAST('2037-12-28' AS DATE)),
    (CAST('2038-01-01' AS DATE)),
    (CAST('2038-04-23' AS DATE)),
    (CAST('2038-04-26' AS DATE)),
    (CAST('2038-05-03' AS DATE)),
    (CAST('2038-05-31' AS DATE)),
    (CAST('2038-08-30' AS DATE)),
    (CAST('2038-12-25' AS DATE)),
    (CAST('2038-12-26' AS DATE)),
    (CAST('2038-12-27' AS DATE)),
    (CAST('2038-12-28' AS DATE)),
    (CAST('2039-01-01' AS DATE)),
    (CAST('2039-01-03' AS DATE)),
    (CAST('2039-04-08' AS DATE)),
    (CAST('2039-04-11' AS DATE)),
    (CAST('2039-05-02' AS DATE)),
    (CAST('2039-05-30' AS DATE)),
    (CAST('2039-08-29' AS DATE)),
    (CAST('2039-12-25' AS DATE)),
    (CAST('2039-12-26' AS DATE)),
    (CAST('2039-12-27' AS DATE)),
    (CAST('2040-01-01' AS DATE)),
    (CAST('2040-01-02' AS DATE)),
    (CAST('2040-03-30' AS DATE)),
    (CAST('2040-04-02' AS DATE)),
    (CAST('2040-05-07' AS DATE)),
    (CAST('2040-05-28' AS DATE)),
    (CAST('2040-08-27' AS DATE)),
    (CAST('2040-12-25' AS DATE)),
    (CAST('2040-12-26' AS DATE)),
    (CAST('2041-01-01' AS DATE)),
    (CAST('2041-04-19' AS DATE)),
    (CAST('2041-04-22' AS DATE)),
    (CAST('2041-05-06' AS DATE)),
    (CAST('2041-05-27' AS DATE)),
    (CAST('2041-08-26' AS DATE)),
    (CAST('2041-12-25' AS DATE)),
    (CAST('2041-12-26' AS DATE)),
    (CAST('2042-01-01' AS DATE)),
    (CAST('2042-04-04' AS DATE)),
    (CAST('2042-04-07' AS DATE)),
    (CAST('2042-05-05' AS DATE)),
    (CAST('2042-05-26' AS DATE)),
    (CAST('2042-08-25' AS DATE)),
    (CAST('2042-12-25' AS DATE)),
    (CAST('2042-12-26' AS DATE)),
    (CAST('2043-01-01' AS DATE)),
    (CAST('2043-03-27' AS DATE)),
    (CAST('2043-03-30' AS DATE)),
    (CAST('2043-05-04' AS DATE)),
    (CAST('2043-05-25' AS DATE)),
    (CAST('2043-08-31' AS DATE)),
    (CAST('2043-12-25' AS DATE)),
    (CAST('2043-12-26' AS DATE)),
    (CAST('2043-12-28' AS DATE)),
    (CAST('2044-01-01' AS DATE)),
    (CAST('2044-04-15' AS DATE)),
    (CAST('2044-04-18' AS DATE)),
    (CAST('2044-05-02' AS DATE)),
    (CAST('2044-05-30' AS DATE)),
    (CAST('2044-08-29' AS DATE)),
    (CAST('2044-12-25' AS DATE)),
    (CAST('2044-12-26' AS DATE)),
    (CAST('2044-12-27' AS DATE)),
    (CAST('2045-01-01' AS DATE)),
    (CAST('2045-01-02' AS DATE)),
    (CAST('2045-04-07' AS DATE)),
    (CAST('2045-04-10' AS DATE)),
    (CAST('2045-05-01' AS DATE)),
    (CAST('2045-05-29' AS DATE)),
    (CAST('2045-08-28' AS DATE)),
    (CAST('2045-12-25' AS DATE)),
    (CAST('2045-12-26' AS DATE)),
    (CAST('2046-01-01' AS DATE)),
    (CAST('2046-03-23' AS DATE)),
    (CAST('2046-03-26' AS DATE)),
    (CAST('2046-05-07' AS DATE)),
    (CAST('2046-05-28' AS DATE)),
    (CAST('2046-08-27' AS DATE)),
    (CAST('2046-12-25' AS DATE)),
    (CAST('2046-12-26' AS DATE)),
    (CAST('2047-01-01' AS DATE)),
    (CAST('2047-04-12' AS DATE)),
    (CAST('2047-04-15' AS DATE)),
    (CAST('2047-05-06' AS DATE)),
    (CAST('2047-05-27' AS DATE)),
    (CAST('2047-08-26' AS DATE)),
    (CAST('2047-12-25' AS DATE)),
    (CAST('2047-12-26' AS DATE)),
    (CAST('2048-01-01' AS DATE)),
    (CAST('2048-04-03' AS DATE)),
    (CAST('2048-04-06' AS DATE)),
    (CAST('2048-05-04' AS DATE)),
    (CAST('2048-05-25' AS DATE)),
    (CAST('2048-08-31' AS DATE)),
    (CAST('2048-12-25' AS DATE)),
    (CAST('2048-12-26' AS DATE)),
    (CAST('2048-12-28' AS DATE)),
    (CAST('2049-01-01' AS DATE)),
    (CAST('2049-04-16' AS DATE)),
    (CAST('2049-04-19' AS DATE)),
    (CAST('2049-05-03' AS DATE)),
    (CAST('2049-05-31' AS DATE)),
    (CAST('2049-08-30' AS DATE)),
    (CAST('2049-12-25' AS DATE)),
    (CAST('2049-12-26' AS DATE)),
    (CAST('2049-12-27' AS DATE)),
    (CAST('2049-12-28' AS DATE)),
    (CAST('2050-01-01' AS DATE)),
    (CAST('2050-01-03' AS DATE)),
    (CAST('2050-04-08' AS DATE)),
    (CAST('2050-04-11' AS DATE)),
    (CAST('2050-05-02' AS DATE)),
    (CAST('2050-05-30' AS DATE)),
    (CAST('2050-08-29' AS DATE)),
    (CAST('2050-12-25' AS DATE)),
    (CAST('2050-12-26' AS DATE)),
    (CAST('2050-12-27' AS DATE))) AS closed(day)
), "every_day" AS (
  SELECT
    CAST("series"."day" AS DATE) AS "day"
  FROM GENERATE_SERIES(CAST('1999-12-31' AS DATE), CAST('2050-12-31' AS DATE), INTERVAL '1' DAY) AS "series"("day")
), "weekdays" AS (
  SELECT
    "every_day"."day",
    CASE
      WHEN ISODOW("every_day"."day") <= 5
      AND "bank_holidays"."day" IS NULL
      AND "every_day"."day" > CAST('1999-12-31' AS DATE)
      THEN 1
      ELSE 0
    END AS "worked"
  FROM "every_day"
  LEFT JOIN "bank_holidays"
    ON "bank_holidays"."day" = "every_day"."day"
), "counted" AS (
  SELECT
    "day",
    "worked",
    CAST(SUM("worked") OVER (ORDER BY "day") AS INT) AS "so_far"
  FROM "weekdays"
), "calendar" AS (
  SELECT
    ARRAY_AGG("day" ORDER BY "day") FILTER(WHERE
      "worked" = 1) AS "worked",
    ARRAY_AGG("so_far" ORDER BY "day") AS "so_far"
  FROM "counted"
), "facts" AS (
  /* What each request says, and what is counted of it. */
  SELECT
    "kind",
    "date",
    "room_tier",
    "audience",
    "purpose",
    "speakers",
    "reference",
    "received_on",
    "timetabled",
    "class_only",
    "arrangements__first_aider",
    "arrangements__stewards",
    "arrangements__independent_chair",
    "arrangements__recording",
    "risk_assessment__completed",
    "provisional_approvals__vice_principal__decision",
    "provisional_approvals__vice_principal__date",
    "approvals__vice_principal__decision",
    "approvals__vice_principal__date",
    "approvals__vice_principal__latest",
    "approvals__vice_principal__by",
    "approvals__director_of_students__decision",
    "approvals__director_of_students__date",
    "approvals__director_of_students__latest",
    "approvals__director_of_students__by",
    "approvals__principal__decision",
    "approvals__principal__date",
    "approvals__principal__latest",
    "approvals__assistant_principal__decision",
    "approvals__assistant_principal__date",
    "approvals__assistant_principal__latest",
    "approvals__duty_manager__decision",
    "approvals__duty_manager__date",
    "approvals__duty_manager__latest",
    "approvals__head_of_department__decision",
    "approvals__head_of_department__date",
    "approvals__head_of_department__latest",
    "approvals__estates_manager__decision",
    "approvals__estates_manager__date",
    "approvals__estates_manager__latest",
    "advice__prevent_lead__date",
    "advice__prevent_lead__latest",
    "changed_on",
    "received_on" AS "in_force_on",
    CURRENT_DATE AS "today",
    COALESCE("advice__prevent_lead__latest", "advice__prevent_lead__date") AS "advice__prevent_lead__latest_or_date",
    COALESCE("approvals__vice_principal__latest", "approvals__vice_principal__date") AS "approvals__vice_principal__latest_or_date",
    COALESCE("approvals__director_of_students__latest", "approvals__director_of_students__date") AS "approvals__director_of_students__latest_or_date",
    LOWER(
      TRIM(
        REGEXP_REPLACE(
          "approvals__vice_principal__by",
          '[\x{9}-\x{D}\x{1C}-\x{20}\x{85}-\x{85}\x{A0}-\x{A0}\x{1680}-\x{1680}\x{2000}-\x{200A}\x{2028}-\x{2029}\x{202F}-\x{202F}\x{205F}-\x{205F}\x{3000}-\x{3000}]+',
          ' ',
          'g'
        )
      )
    ) AS "approvals__vice_principal__by_compared",
    LOWER(
      TRIM(
        REGEXP_REPLACE(
          "approvals__director_of_students__by",
          '[\x{9}-\x{D}\x{1C}-\x{20}\x{85}-\x{85}\x{A0}-\x{A0}\x{1680}-\x{1680}\x{2000}-\x{200A}\x{2028}-\x{2029}\x{202F}-\x{202F}\x{205F}-\x{205F}\x{3000}-\x{3000}]+',
          ' ',
          'g'
        )
      )
    ) AS "approvals__director_of_students__by_compared",
    COALESCE("approvals__principal__latest", "approvals__principal__date") AS "approvals__principal__latest_or_date",
    COALESCE("approvals__duty_manager__latest", "approvals__duty_manager__date") AS "approvals__duty_manager__latest_or_date",
    COALESCE("approvals__assistant_principal__latest", "approvals__assistant_principal__date") AS "approvals__assistant_principal__latest_or_date",
    COALESCE("approvals__head_of_department__latest", "approvals__head_of_department__date") AS "approvals__head_of_department__latest_or_date",
    COALESCE("approvals__estates_manager__latest", "approvals__estates_manager__date") AS "approvals__estates_manager__latest_or_date"
  FROM "requests"
  WHERE
    "kind" = 'speaker-event'
), "days" AS (
  /* The days that are a period from another. */
  SELECT
    "facts".*,
    CAST("received_on" + INTERVAL '6' MONTH AS DATE) AS "received_on_plus_6_months",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("received_on" - CAST('1999-12-31' AS DATE) + 1, 0)) + 20,
        0
      )
    ) AS "received_on_plus_20_working_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("received_on" - CAST('1999-12-31' AS DATE) + 1, 0)) + 5,
        0
      )
    ) AS "received_on_plus_5_working_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("received_on" - CAST('1999-12-31' AS DATE) + 1, 0)) + 3,
        0
      )
    ) AS "received_on_plus_3_working_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("received_on" - CAST('1999-12-31' AS DATE) + 1, 0)) + 10,
        0
      )
    ) AS "received_on_plus_10_working_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("date" - CAST('1999-12-31' AS DATE), 0)) - 4,
        0
      )
    ) AS "date_minus_5_working_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("date" - CAST('1999-12-31' AS DATE), 0)) - 2,
        0
      )
    ) AS "date_minus_3_working_days",
    CAST("date" + INTERVAL '12' MONTH AS DATE) AS "date_plus_12_months",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("date" - CAST('1999-12-31' AS DATE), 0)) - 2,
        0
      )
    ) - 1 AS "date_minus_3_working_days_minus_1_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("date" - CAST('1999-12-31' AS DATE), 0)) - 3,
        0
      )
    ) AS "date_minus_4_working_days"
  FROM "facts"
  CROSS JOIN "calendar"
), "firsts" AS (
  /* Of what is told once, which is made first, from 1. */
  SELECT
    "days".*,
    CASE
      WHEN "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND "received_on" IS NULL
      AND COALESCE("date" > "received_on_plus_6_months", TRUE)
      THEN 1
      WHEN COALESCE("in_force_on" <= CAST('2026-08-31' AS DATE), FALSE)
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND (
        "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
      )
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_20_working_days" > "date", TRUE)
      THEN 2
      WHEN COALESCE("in_force_on" <= CAST('2026-08-31' AS DATE), FALSE)
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) <= 100
      AND "room_tier" IS NOT DISTINCT FROM 'tier-2'
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_5_working_days" > "date", TRUE)
      THEN 3
      WHEN COALESCE("in_force_on" <= CAST('2026-08-31' AS DATE), FALSE)
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND "room_tier" IS DISTINCT FROM 'tier-3'
      AND COALESCE("audience", 0) <= 100
      AND "room_tier" IS DISTINCT FROM 'tier-2'
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_3_working_days" > "date", TRUE)
      THEN 4
      WHEN COALESCE(CAST('2026-09-01' AS DATE) <= "in_force_on", FALSE)
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND (
        "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
      )
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_20_working_days" > "date", TRUE)
      THEN 5
      WHEN COALESCE(CAST('2026-09-01' AS DATE) <= "in_force_on", FALSE)
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) <= 100
      AND "room_tier" IS NOT DISTINCT FROM 'tier-2'
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_10_working_days" > "date", TRUE)
      THEN 6
      WHEN COALESCE(CAST('2026-09-01' AS DATE) <= "in_force_on", FALSE)
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND "room_tier" IS DISTINCT FROM 'tier-3'
      AND COALESCE("audience", 0) <= 100
      AND "room_tier" IS DISTINCT FROM 'tier-2'
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_3_working_days" > "date", TRUE)
      THEN 7
      WHEN COALESCE("in_force_on" <= CAST('2026-08-31' AS DATE), TRUE)
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND "in_force_on" IS NULL
      THEN 8
      WHEN COALESCE(CAST('2026-09-01' AS DATE) <= "in_force_on", TRUE)
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND "in_force_on" IS NULL
      THEN 9
      ELSE 0
    END AS "first made 0"
  FROM "days"
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "firsts".*,
    "purpose" IS NOT DISTINCT FROM 'staff-meeting'
    OR (
      "purpose" IS NOT DISTINCT FROM 'partner-teacher'
      AND "timetabled" IS NOT DISTINCT FROM 'yes'
      AND "class_only" IS NOT DISTINCT FROM 'yes'
    ) AS "internal-meetings-and-teaching/applies", /* Meetings of staff and governors, and partner colleges' classes (clause 2): applies */
    "first made 0" = 1 AS "not-too-early/missing", /* Nothing is booked more than six months ahead (clause 3): missing */
    "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND COALESCE("date" > "received_on_plus_6_months", TRUE)
    AND NOT "received_on" IS NULL AS "not-too-early/early", /* Nothing is booked more than six months ahead (clause 3): early */
    "first made 0" = 2 OR "first made 0" = 3 OR "first made 0" = 4 AS "notice-until-august-2026/missing", /* Notice, for requests received until 31 August 2026 (clause 3): missing */
    COALESCE("in_force_on" <= CAST('2026-08-31' AS DATE), FALSE)
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND COALESCE("received_on_plus_20_working_days" > "date", TRUE)
    AND NOT "received_on" IS NULL AS "notice-until-august-2026/late", /* Notice, for requests received until 31 August 2026 (clause 3): late */
    COALESCE("in_force_on" <= CAST('2026-08-31' AS DATE), FALSE)
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS NOT DISTINCT FROM 'tier-2'
    AND COALESCE("received_on_plus_5_working_days" > "date", TRUE)
    AND NOT "received_on" IS NULL AS "notice-until-august-2026/late_2", /* Notice, for requests received until 31 August 2026 (clause 3): late */
    COALESCE("in_force_on" <= CAST('2026-08-31' AS DATE), FALSE)
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS DISTINCT FROM 'tier-2'
    AND COALESCE("received_on_plus_3_working_days" > "date", TRUE)
    AND NOT "received_on" IS NULL AS "notice-until-august-2026/late_3", /* Notice, for requests received until 31 August 2026 (clause 3): late */
    "first made 0" = 8 AS "notice-until-august-2026/unanswered", /* Notice, for requests received until 31 August 2026 (clause 3): unanswered */
    "first made 0" = 5 OR "first made 0" = 6 OR "first made 0" = 7 AS "notice/missing", /* Notice (clause 3): missing */
    COALESCE(CAST('2026-09-01' AS DATE) <= "in_force_on", FALSE)
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND COALESCE("received_on_plus_20_working_days" > "date", TRUE)
    AND NOT "received_on" IS NULL AS "notice/late", /* Notice (clause 3): late */
    COALESCE(CAST('2026-09-01' AS DATE) <= "in_force_on", FALSE)
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS NOT DISTINCT FROM 'tier-2'
    AND COALESCE("received_on_plus_10_working_days" > "date", TRUE)
    AND NOT "received_on" IS NULL AS "notice/late_2", /* Notice (clause 3): late */
    COALESCE(CAST('2026-09-01' AS DATE) <= "in_force_on", FALSE)
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS DISTINCT FROM 'tier-2'
    AND COALESCE("received_on_plus_3_working_days" > "date", TRUE)
    AND NOT "received_on" IS NULL AS "notice/late_3", /* Notice (clause 3): late */
    "first made 0" = 9 AS "notice/unanswered", /* Notice (clause 3): unanswered */
    (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "provisional_approvals__vice_principal__decision" IS NOT DISTINCT FROM 'declined' AS "provisional-approval/declined", /* A large event is approved provisionally first (clause 4): declined */
    (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND COALESCE("today" > "received_on_plus_5_working_days", FALSE)
    AND "provisional_approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
    AND "provisional_approvals__vice_principal__decision" IS DISTINCT FROM 'declined' AS "provisional-approval/overdue", /* A large event is approved provisionally first (clause 4): overdue */
    (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "provisional_approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
    AND "provisional_approvals__vice_principal__decision" IS DISTINCT FROM 'declined'
    AND COALESCE("today" <= "received_on_plus_5_working_days", TRUE) AS "provisional-approval/missing", /* A large event is approved provisionally first (clause 4): missing */
    (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND NOT "advice__prevent_lead__date" IS NULL
    AND COALESCE(
      "provisional_approvals__vice_principal__date" > "advice__prevent_lead__latest_or_date",
      TRUE
    ) AS "prevent-advice/early", /* The Prevent Lead advises on a large event (clause 4): early */
    (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND COALESCE(
      "provisional_approvals__vice_principal__date" > "advice__prevent_lead__latest_or_date",
      TRUE
    )
    AND "advice__prevent_lead__date" IS NULL AS "prevent-advice/missing", /* The Prevent Lead advises on a large event (clause 4): missing */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__vice_principal__decision" IS NOT DISTINCT FROM 'declined' AS "approval/declined", /* Approval (clause 4): declined */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__vice_principal__decision" IS NULL
    AND "approvals__director_of_students__decision" IS NOT DISTINCT FROM 'declined' AS "approval/declined_2", /* Approval (clause 4): declined */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__principal__decision" IS NOT DISTINCT FROM 'declined' AS "approval/declined_3", /* Approval (clause 4): declined */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-2' OR COALESCE("audience", 0) > 50
    )
    AND "approvals__assistant_principal__decision" IS NOT DISTINCT FROM 'declined' AS "approval/declined_4", /* Approval (clause 4): declined */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-2' OR COALESCE("audience", 0) > 50
    )
    AND "approvals__assistant_principal__decision" IS NULL
    AND "approvals__duty_manager__decision" IS NOT DISTINCT FROM 'declined' AS "approval/declined_5", /* Approval (clause 4): declined */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS DISTINCT FROM 'tier-2'
    AND COALESCE("audience", 0) <= 50
    AND "approvals__head_of_department__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__estates_manager__decision" IS NOT DISTINCT FROM 'declined' AS "approval/declined_6", /* Approval (clause 4): declined */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__vice_principal__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("advice__prevent_lead__date" > "approvals__vice_principal__latest_or_date", TRUE) AS "approval/early", /* Approval (clause 4): early */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__vice_principal__decision" IS NULL
    AND "approvals__director_of_students__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE(
      "advice__prevent_lead__date" > "approvals__director_of_students__latest_or_date",
      TRUE
    ) AS "approval/early_2", /* Approval (clause 4): early */
    (
      (
        "purpose" IS DISTINCT FROM 'class-visit'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "room_tier" IS DISTINCT FROM 'tier-1'
        OR COALESCE("audience", 0) > 50
      )
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND (
        "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
      )
      AND COALESCE("today" > "date_minus_5_working_days", FALSE)
      AND (
        NOT "approvals__vice_principal__decision" IS NULL
        OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
        OR COALESCE(
          "advice__prevent_lead__date" > "approvals__director_of_students__latest_or_date",
          TRUE
        )
      )
      AND "approvals__vice_principal__decision" IS DISTINCT FROM 'declined'
      AND (
        NOT "approvals__vice_principal__decision" IS NULL
        OR "approvals__director_of_students__decision" IS DISTINCT FROM 'declined'
      )
      AND "approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
      AND (
        NOT "approvals__vice_principal__decision" IS NULL
        OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
      )
    )
    OR (
      (
        "purpose" IS DISTINCT FROM 'class-visit'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "room_tier" IS DISTINCT FROM 'tier-1'
        OR COALESCE("audience", 0) > 50
      )
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND (
        "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
      )
      AND COALESCE("today" > "date_minus_5_working_days", FALSE)
      AND (
        "approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
        OR COALESCE("advice__prevent_lead__date" > "approvals__vice_principal__latest_or_date", TRUE)
        OR "approvals__vice_principal__by_compared" IS DISTINCT FROM 'ines ashcombe'
      )
      AND (
        NOT "approvals__vice_principal__decision" IS NULL
        OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
        OR COALESCE(
          "advice__prevent_lead__date" > "approvals__director_of_students__latest_or_date",
          TRUE
        )
        OR "approvals__director_of_students__by_compared" IS DISTINCT FROM 'ines ashcombe'
      )
      AND "approvals__principal__decision" IS DISTINCT FROM 'declined'
      AND "approvals__principal__decision" IS DISTINCT FROM 'granted'
    ) AS "approval/overdue", /* Approval (clause 4): overdue */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-2' OR COALESCE("audience", 0) > 50
    )
    AND COALESCE("today" > "received_on_plus_5_working_days", FALSE)
    AND "approvals__assistant_principal__decision" IS DISTINCT FROM 'granted'
    AND (
      NOT "approvals__assistant_principal__decision" IS NULL
      OR "approvals__duty_manager__decision" IS DISTINCT FROM 'granted'
    )
    AND "approvals__assistant_principal__decision" IS DISTINCT FROM 'declined'
    AND (
      NOT "approvals__assistant_principal__decision" IS NULL
      OR "approvals__duty_manager__decision" IS DISTINCT FROM 'declined'
    ) AS "approval/overdue_2", /* Approval (clause 4): overdue */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
      OR COALESCE(
        "advice__prevent_lead__date" > "approvals__director_of_students__latest_or_date",
        TRUE
      )
    )
    AND "approvals__vice_principal__decision" IS DISTINCT FROM 'declined'
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'declined'
    )
    AND "approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
    )
    AND COALESCE("today" <= "date_minus_5_working_days", TRUE) AS "approval/missing", /* Approval (clause 4): missing */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND (
      "approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("advice__prevent_lead__date" > "approvals__vice_principal__latest_or_date", TRUE)
      OR "approvals__vice_principal__by_compared" IS DISTINCT FROM 'ines ashcombe'
    )
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
      OR COALESCE(
        "advice__prevent_lead__date" > "approvals__director_of_students__latest_or_date",
        TRUE
      )
      OR "approvals__director_of_students__by_compared" IS DISTINCT FROM 'ines ashcombe'
    )
    AND "approvals__principal__decision" IS DISTINCT FROM 'declined'
    AND "approvals__principal__decision" IS DISTINCT FROM 'granted'
    AND COALESCE("today" <= "date_minus_5_working_days", TRUE) AS "approval/missing_2", /* Approval (clause 4): missing */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-2' OR COALESCE("audience", 0) > 50
    )
    AND "approvals__assistant_principal__decision" IS DISTINCT FROM 'granted'
    AND (
      NOT "approvals__assistant_principal__decision" IS NULL
      OR "approvals__duty_manager__decision" IS DISTINCT FROM 'granted'
    )
    AND "approvals__assistant_principal__decision" IS DISTINCT FROM 'declined'
    AND (
      NOT "approvals__assistant_principal__decision" IS NULL
      OR "approvals__duty_manager__decision" IS DISTINCT FROM 'declined'
    )
    AND COALESCE("today" <= "received_on_plus_5_working_days", TRUE) AS "approval/missing_3", /* Approval (clause 4): missing */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS DISTINCT FROM 'tier-2'
    AND COALESCE("audience", 0) <= 50
    AND "approvals__head_of_department__decision" IS DISTINCT FROM 'granted'
    AND "approvals__estates_manager__decision" IS DISTINCT FROM 'granted'
    AND (
      "approvals__head_of_department__decision" IS DISTINCT FROM 'declined'
      OR "approvals__estates_manager__decision" IS DISTINCT FROM 'declined'
    ) AS "approval/missing_4", /* Approval (clause 4): missing */
    (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__principal__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("advice__prevent_lead__date" > "approvals__principal__latest_or_date", TRUE)
    AND (
      "approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("advice__prevent_lead__date" > "approvals__vice_principal__latest_or_date", TRUE)
      OR "approvals__vice_principal__by_compared" IS DISTINCT FROM 'ines ashcombe'
    )
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
      OR COALESCE(
        "advice__prevent_lead__date" > "approvals__director_of_students__latest_or_date",
        TRUE
      )
      OR "approvals__director_of_students__by_compared" IS DISTINCT FROM 'ines ashcombe'
    ) AS "approval/early_3", /* Approval (clause 4): early */
    "purpose" IS NOT DISTINCT FROM 'class-visit'
    AND "room_tier" IS NOT DISTINCT FROM 'tier-1'
    AND COALESCE("audience", 0) <= 50
    AND "timetabled" IS NULL AS "approval/unanswered", /* Approval (clause 4): unanswered */
    "purpose" IS NOT DISTINCT FROM 'class-visit'
    AND "timetabled" IS NOT DISTINCT FROM 'yes'
    AND "room_tier" IS NOT DISTINCT FROM 'tier-1'
    AND COALESCE("audience", 0) <= 50 AS "presumed-approval/applies", /* Visits to a class are presumed to be approved (clause 4): applies */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__vice_principal__decision" IS NOT DISTINCT FROM 'declined' AS "approved-again/declined", /* What has changed is approved again (clause 7): declined */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__vice_principal__decision" IS NULL
    AND "approvals__director_of_students__decision" IS NOT DISTINCT FROM 'declined' AS "approved-again/declined_2", /* What has changed is approved again (clause 7): declined */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__principal__decision" IS NOT DISTINCT FROM 'declined' AS "approved-again/declined_3", /* What has changed is approved again (clause 7): declined */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-2' OR COALESCE("audience", 0) > 50
    )
    AND "approvals__assistant_principal__decision" IS NOT DISTINCT FROM 'declined' AS "approved-again/declined_4", /* What has changed is approved again (clause 7): declined */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-2' OR COALESCE("audience", 0) > 50
    )
    AND "approvals__assistant_principal__decision" IS NULL
    AND "approvals__duty_manager__decision" IS NOT DISTINCT FROM 'declined' AS "approved-again/declined_5", /* What has changed is approved again (clause 7): declined */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS DISTINCT FROM 'tier-2'
    AND COALESCE("audience", 0) <= 50
    AND "approvals__head_of_department__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__estates_manager__decision" IS NOT DISTINCT FROM 'declined' AS "approved-again/declined_6", /* What has changed is approved again (clause 7): declined */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__vice_principal__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("changed_on" > "approvals__vice_principal__latest_or_date", TRUE) AS "approved-again/early", /* What has changed is approved again (clause 7): early */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__vice_principal__decision" IS NULL
    AND "approvals__director_of_students__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("changed_on" > "approvals__director_of_students__latest_or_date", TRUE) AS "approved-again/early_2", /* What has changed is approved again (clause 7): early */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("changed_on" > "approvals__director_of_students__latest_or_date", TRUE)
    )
    AND "approvals__vice_principal__decision" IS DISTINCT FROM 'declined'
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'declined'
    )
    AND "approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
    ) AS "approved-again/missing", /* What has changed is approved again (clause 7): missing */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND (
      "approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("changed_on" > "approvals__vice_principal__latest_or_date", TRUE)
      OR "approvals__vice_principal__by_compared" IS DISTINCT FROM 'ines ashcombe'
    )
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("changed_on" > "approvals__director_of_students__latest_or_date", TRUE)
      OR "approvals__director_of_students__by_compared" IS DISTINCT FROM 'ines ashcombe'
    )
    AND "approvals__principal__decision" IS DISTINCT FROM 'declined'
    AND "approvals__principal__decision" IS DISTINCT FROM 'granted' AS "approved-again/missing_2", /* What has changed is approved again (clause 7): missing */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-2' OR COALESCE("audience", 0) > 50
    )
    AND (
      NOT "approvals__assistant_principal__decision" IS NULL
      OR "approvals__duty_manager__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("changed_on" > "approvals__duty_manager__latest_or_date", TRUE)
    )
    AND "approvals__assistant_principal__decision" IS DISTINCT FROM 'declined'
    AND (
      NOT "approvals__assistant_principal__decision" IS NULL
      OR "approvals__duty_manager__decision" IS DISTINCT FROM 'declined'
    )
    AND "approvals__assistant_principal__decision" IS DISTINCT FROM 'granted'
    AND (
      NOT "approvals__assistant_principal__decision" IS NULL
      OR "approvals__duty_manager__decision" IS DISTINCT FROM 'granted'
    ) AS "approved-again/missing_3", /* What has changed is approved again (clause 7): missing */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS DISTINCT FROM 'tier-2'
    AND COALESCE("audience", 0) <= 50
    AND (
      "approvals__head_of_department__decision" IS DISTINCT FROM 'declined'
      OR "approvals__estates_manager__decision" IS DISTINCT FROM 'declined'
    )
    AND "approvals__head_of_department__decision" IS DISTINCT FROM 'granted'
    AND "approvals__estates_manager__decision" IS DISTINCT FROM 'granted' AS "approved-again/missing_4", /* What has changed is approved again (clause 7): missing */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-3' OR COALESCE("audience", 0) > 100
    )
    AND "approvals__principal__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("changed_on" > "approvals__principal__latest_or_date", TRUE)
    AND (
      "approvals__vice_principal__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("changed_on" > "approvals__vice_principal__latest_or_date", TRUE)
      OR "approvals__vice_principal__by_compared" IS DISTINCT FROM 'ines ashcombe'
    )
    AND (
      NOT "approvals__vice_principal__decision" IS NULL
      OR "approvals__director_of_students__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("changed_on" > "approvals__director_of_students__latest_or_date", TRUE)
      OR "approvals__director_of_students__by_compared" IS DISTINCT FROM 'ines ashcombe'
    ) AS "approved-again/early_3", /* What has changed is approved again (clause 7): early */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-2' OR COALESCE("audience", 0) > 50
    )
    AND "approvals__assistant_principal__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("changed_on" > "approvals__assistant_principal__latest_or_date", TRUE) AS "approved-again/early_4", /* What has changed is approved again (clause 7): early */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
      OR COALESCE("audience", 0) > 50
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND (
      "room_tier" IS NOT DISTINCT FROM 'tier-2' OR COALESCE("audience", 0) > 50
    )
    AND "approvals__assistant_principal__decision" IS NULL
    AND "approvals__duty_manager__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("changed_on" > "approvals__duty_manager__latest_or_date", TRUE) AS "approved-again/early_5", /* What has changed is approved again (clause 7): early */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS DISTINCT FROM 'tier-2'
    AND COALESCE("audience", 0) <= 50
    AND "approvals__head_of_department__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("changed_on" > "approvals__head_of_department__latest_or_date", TRUE)
    AND (
      "approvals__estates_manager__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("changed_on" > "approvals__estates_manager__latest_or_date", TRUE)
    ) AS "approved-again/early_6", /* What has changed is approved again (clause 7): early */
    NOT "changed_on" IS NULL
    AND (
      "purpose" IS DISTINCT FROM 'class-visit'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "room_tier" IS DISTINCT FROM 'tier-1'
    )
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND "room_tier" IS DISTINCT FROM 'tier-3'
    AND COALESCE("audience", 0) <= 100
    AND "room_tier" IS DISTINCT FROM 'tier-2'
    AND COALESCE("audience", 0) <= 50
    AND "approvals__estates_manager__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("changed_on" > "approvals__estates_manager__latest_or_date", TRUE)
    AND "approvals__head_of_department__decision" IS DISTINCT FROM 'granted' AS "approved-again/early_7", /* What has changed is approved again (clause 7): early */
    COALESCE("audience", 0) > 50
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND NOT "risk_assessment__completed" IS NULL
    AND COALESCE("risk_assessment__completed" > "date_minus_3_working_days", TRUE) AS "risk-assessment/late", /* Events for more than 50 people are risk-assessed (clause 6): late */
    COALESCE("audience", 0) > 50
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    )
    AND COALESCE("risk_assessment__completed" > "date_minus_3_working_days", TRUE)
    AND "risk_assessment__completed" IS NULL AS "risk-assessment/missing", /* Events for more than 50 people are risk-assessed (clause 6): missing */
    (
      COALESCE("audience", 0) > 50
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) > 100
      AND COALESCE("arrangements__first_aider" <> 'yes', FALSE)
    )
    OR (
      COALESCE("audience", 0) > 50
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) > 100
      AND COALESCE("arrangements__stewards" <> 'yes', FALSE)
    )
    OR (
      COALESCE("audience", 0) > 50
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) > 100
      AND COALESCE("arrangements__independent_chair" <> 'yes', FALSE)
    )
    OR (
      COALESCE("audience", 0) > 50
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) <= 100
      AND COALESCE("arrangements__first_aider" <> 'yes', FALSE)
    ) AS "safety-arrangements/absent", /* First-aider, stewards and chair (clause 6): absent */
    (
      COALESCE("audience", 0) > 50
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) > 100
      AND "arrangements__first_aider" IS NULL
    )
    OR (
      COALESCE("audience", 0) > 50
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) > 100
      AND "arrangements__stewards" IS NULL
    )
    OR (
      COALESCE("audience", 0) > 50
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) > 100
      AND "arrangements__independent_chair" IS NULL
    )
    OR (
      COALESCE("audience", 0) > 50
      AND "purpose" IS DISTINCT FROM 'staff-meeting'
      AND (
        "purpose" IS DISTINCT FROM 'partner-teacher'
        OR "timetabled" IS DISTINCT FROM 'yes'
        OR "class_only" IS DISTINCT FROM 'yes'
      )
      AND COALESCE("audience", 0) <= 100
      AND "arrangements__first_aider" IS NULL
    ) AS "safety-arrangements/missing", /* First-aider, stewards and chair (clause 6): missing */
    "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    ) AS "keep-record/applies", /* The record is kept (clause 9): applies */
    "arrangements__recording" IS NOT DISTINCT FROM 'yes'
    AND "purpose" IS DISTINCT FROM 'staff-meeting'
    AND (
      "purpose" IS DISTINCT FROM 'partner-teacher'
      OR "timetabled" IS DISTINCT FROM 'yes'
      OR "class_only" IS DISTINCT FROM 'yes'
    ) AS "keep-recording/applies", /* A recording is kept, and then deleted (clause 9): applies */
    "kind" IS NULL
    OR "date" IS NULL
    OR "room_tier" IS NULL
    OR "audience" IS NULL
    OR "purpose" IS NULL
    OR (
      NOT "received_on" IS NULL AND "received_on_plus_20_working_days" IS NULL
    )
    OR (
      NOT "received_on" IS NULL AND "received_on_plus_5_working_days" IS NULL
    )
    OR (
      NOT "received_on" IS NULL AND "received_on_plus_3_working_days" IS NULL
    )
    OR (
      NOT "received_on" IS NULL AND "received_on_plus_10_working_days" IS NULL
    )
    OR (
      NOT "date" IS NULL AND "date_minus_5_working_days" IS NULL
    )
    OR (
      NOT "date" IS NULL AND "date_minus_3_working_days" IS NULL
    )
    OR (
      NOT "date" IS NULL AND "date_minus_3_working_days_minus_1_days" IS NULL
    )
    OR (
      NOT "date" IS NULL AND "date_minus_4_working_days" IS NULL
    ) AS "undecided"
  FROM "firsts"
), "decided" AS (
  /* The findings of the tests that hold. */
  SELECT
    "reference",
    "kind",
    CASE
      WHEN NOT "undecided"
      THEN LIST_CONCAT(
        LIST_FILTER(
          [
            CASE
              WHEN "internal-meetings-and-teaching/applies"
              THEN {'rule': 'internal-meetings-and-teaching', 'failure': 'applies', 'outcome': 'allowed', 'clause': '2', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "not-too-early/missing"
              THEN {'rule': 'not-too-early', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "not-too-early/early"
              THEN {'rule': 'not-too-early', 'failure': 'early', 'outcome': 'refused', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "notice-until-august-2026/missing"
              THEN {'rule': 'notice-until-august-2026', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "notice-until-august-2026/late"
              THEN {'rule': 'notice-until-august-2026', 'failure': 'late', 'outcome': 'refused', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "notice-until-august-2026/late_2" OR "notice-until-august-2026/late_3"
              THEN {'rule': 'notice-until-august-2026', 'failure': 'late', 'outcome': 'allowed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CASE
                WHEN "notice-until-august-2026/late_2"
                THEN ['ticket-only', 'stewards', 'recorded']
                WHEN "notice-until-august-2026/late_3"
                THEN ['ticket-only']
              END}
            END,
            CASE
              WHEN "notice-until-august-2026/unanswered"
              THEN {'rule': 'notice-until-august-2026', 'failure': 'unanswered', 'outcome': 'action-needed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "notice/missing"
              THEN {'rule': 'notice', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "notice/late"
              THEN {'rule': 'notice', 'failure': 'late', 'outcome': 'refused', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "notice/late_2" OR "notice/late_3"
              THEN {'rule': 'notice', 'failure': 'late', 'outcome': 'allowed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CASE
                WHEN "notice/late_2"
                THEN ['ticket-only', 'stewards', 'recorded']
                WHEN "notice/late_3"
                THEN ['ticket-only']
              END}
            END,
            CASE
              WHEN "notice/unanswered"
              THEN {'rule': 'notice', 'failure': 'unanswered', 'outcome': 'action-needed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "provisional-approval/declined"
              THEN {'rule': 'provisional-approval', 'failure': 'declined', 'outcome': 'refused', 'clause': '4', 'who': ['vice-principal'], 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "provisional-approval/overdue"
              THEN {'rule': 'provisional-approval', 'failure': 'overdue', 'outcome': 'referred', 'clause': '4', 'who': ['principal'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "provisional-approval/missing"
              THEN {'rule': 'provisional-approval', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '4', 'who': ['vice-principal'], 'by': "received_on_plus_5_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "prevent-advice/early"
              THEN {'rule': 'prevent-advice', 'failure': 'early', 'outcome': 'action-needed', 'clause': '4', 'who': ['prevent-lead'], 'by': "date_minus_5_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "prevent-advice/missing"
              THEN {'rule': 'prevent-advice', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '4', 'who': ['prevent-lead'], 'by': "date_minus_5_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approval/declined"
              OR "approval/declined_2"
              OR "approval/declined_3"
              OR "approval/declined_4"
              OR "approval/declined_5"
              OR "approval/declined_6"
              THEN {'rule': 'approval', 'failure': 'declined', 'outcome': 'refused', 'clause': '4', 'who': LIST_FILTER(
                [
                  CASE WHEN "approval/declined" THEN 'vice-principal' END,
                  CASE WHEN "approval/declined_2" THEN 'director-of-students' END,
                  CASE WHEN "approval/declined_3" THEN 'principal' END,
                  CASE WHEN "approval/declined_4" THEN 'assistant-principal' END,
                  CASE WHEN "approval/declined_5" THEN 'duty-manager' END,
                  CASE WHEN "approval/declined_6" THEN 'head-of-department' END,
                  CASE WHEN "approval/declined_6" THEN 'estates-manager' END
                ],
                LAMBDA "entry" : NOT "entry" IS NULL
              ), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approval/early"
              THEN {'rule': 'approval', 'failure': 'early', 'outcome': 'action-needed', 'clause': '4', 'who': ['vice-principal'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approval/early_2"
              THEN {'rule': 'approval', 'failure': 'early', 'outcome': 'action-needed', 'clause': '4', 'who': ['director-of-students'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approval/overdue" OR "approval/overdue_2"
              THEN {'rule': 'approval', 'failure': 'overdue', 'outcome': 'referred', 'clause': '4', 'who': LIST_FILTER(
                [
                  CASE WHEN "approval/overdue" THEN 'principal' END,
                  CASE WHEN "approval/overdue_2" THEN 'vice-principal' END
                ],
                LAMBDA "entry" : NOT "entry" IS NULL
              ), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approval/missing"
              OR "approval/missing_2"
              OR "approval/missing_3"
              OR "approval/missing_4"
              THEN {'rule': 'approval', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '4', 'who': LIST_FILTER(
                [
                  CASE WHEN "approval/missing" THEN 'vice-principal' END,
                  CASE WHEN "approval/missing_2" THEN 'principal' END,
                  CASE WHEN "approval/missing_3" THEN 'assistant-principal' END,
                  CASE WHEN "approval/missing_4" THEN 'head-of-department' END,
                  CASE WHEN "approval/missing_4" THEN 'estates-manager' END
                ],
                LAMBDA "entry" : NOT "entry" IS NULL
              ), 'by': CASE
                WHEN "approval/missing"
                THEN "date_minus_5_working_days"
                WHEN "approval/missing_2"
                THEN "date_minus_5_working_days"
                WHEN "approval/missing_3"
                THEN "received_on_plus_5_working_days"
                WHEN "approval/missing_4"
                THEN "date"
              END, 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approval/early_3"
              THEN {'rule': 'approval', 'failure': 'early', 'outcome': 'action-needed', 'clause': '4', 'who': ['principal'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approval/unanswered"
              THEN {'rule': 'approval', 'failure': 'unanswered', 'outcome': 'action-needed', 'clause': '4', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "presumed-approval/applies"
              THEN {'rule': 'presumed-approval', 'failure': 'applies', 'outcome': 'allowed', 'clause': '4', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approved-again/declined"
              OR "approved-again/declined_2"
              OR "approved-again/declined_3"
              OR "approved-again/declined_4"
              OR "approved-again/declined_5"
              OR "approved-again/declined_6"
              THEN {'rule': 'approved-again', 'failure': 'declined', 'outcome': 'refused', 'clause': '7', 'who': LIST_FILTER(
                [
                  CASE WHEN "approved-again/declined" THEN 'vice-principal' END,
                  CASE WHEN "approved-again/declined_2" THEN 'director-of-students' END,
                  CASE WHEN "approved-again/declined_3" THEN 'principal' END,
                  CASE WHEN "approved-again/declined_4" THEN 'assistant-principal' END,
                  CASE WHEN "approved-again/declined_5" THEN 'duty-manager' END,
                  CASE WHEN "approved-again/declined_6" THEN 'head-of-department' END,
                  CASE WHEN "approved-again/declined_6" THEN 'estates-manager' END
                ],
                LAMBDA "entry" : NOT "entry" IS NULL
              ), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approved-again/early"
              THEN {'rule': 'approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '7', 'who': ['vice-principal'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approved-again/early_2"
              THEN {'rule': 'approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '7', 'who': ['director-of-students'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approved-again/missing"
              OR "approved-again/missing_2"
              OR "approved-again/missing_3"
              OR "approved-again/missing_4"
              THEN {'rule': 'approved-again', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '7', 'who': LIST_FILTER(
                [
                  CASE WHEN "approved-again/missing" THEN 'vice-principal' END,
                  CASE WHEN "approved-again/missing_2" THEN 'principal' END,
                  CASE WHEN "approved-again/missing_3" THEN 'assistant-principal' END,
                  CASE WHEN "approved-again/missing_4" THEN 'head-of-department' END,
                  CASE WHEN "approved-again/missing_4" THEN 'estates-manager' END
                ],
                LAMBDA "entry" : NOT "entry" IS NULL
              ), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approved-again/early_3"
              THEN {'rule': 'approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '7', 'who': ['principal'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approved-again/early_4"
              THEN {'rule': 'approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '7', 'who': ['assistant-principal'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approved-again/early_5"
              THEN {'rule': 'approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '7', 'who': ['duty-manager'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approved-again/early_6"
              THEN {'rule': 'approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '7', 'who': ['head-of-department'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "approved-again/early_7"
              THEN {'rule': 'approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '7', 'who': ['estates-manager'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "risk-assessment/late"
              THEN {'rule': 'risk-assessment', 'failure': 'late', 'outcome': 'action-needed', 'clause': '6', 'who': CAST([] AS TEXT[]), 'by': "date_minus_3_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "risk-assessment/missing"
              THEN {'rule': 'risk-assessment', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '6', 'who': CAST([] AS TEXT[]), 'by': "date_minus_3_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "safety-arrangements/absent"
              THEN {'rule': 'safety-arrangements', 'failure': 'absent', 'outcome': 'action-needed', 'clause': '6', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "safety-arrangements/missing"
              THEN {'rule': 'safety-arrangements', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '6', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "keep-record/applies"
              THEN {'rule': 'keep-record', 'failure': 'applies', 'outcome': 'allowed', 'clause': '9', 'who': ['events-office'], 'by': "date_plus_12_months", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "keep-recording/applies"
              THEN {'rule': 'keep-recording', 'failure': 'applies', 'outcome': 'allowed', 'clause': '9', 'who': ['events-office'], 'by': "date_plus_12_months", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END
          ],
          LAMBDA "entry" : NOT "entry" IS NULL
        ),
        FLATTEN(
          LIST_TRANSFORM(
            COALESCE("speakers", []),
            LAMBDA "item", "place" : LIST_FILTER(
              [
                CASE
                  WHEN (
                    "purpose" IS DISTINCT FROM 'staff-meeting'
                    AND (
                      "purpose" IS DISTINCT FROM 'partner-teacher'
                      OR "timetabled" IS DISTINCT FROM 'yes'
                      OR "class_only" IS DISTINCT FROM 'yes'
                    )
                    AND "item"."spoken_before" IS NULL
                  )
                  OR (
                    "purpose" IS DISTINCT FROM 'staff-meeting'
                    AND (
                      "purpose" IS DISTINCT FROM 'partner-teacher'
                      OR "timetabled" IS DISTINCT FROM 'yes'
                      OR "class_only" IS DISTINCT FROM 'yes'
                    )
                    AND "item"."concern" IS NULL
                  )
                  THEN {'rule': 'speaker-known', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '5', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': 'speakers', 'item': CAST("place" - 1 AS INT), 'conditions': CAST([] AS TEXT[])}
                END, /* What is known of each speaker (clause 5): missing */
                CASE
                  WHEN "item"."concern" IS NOT DISTINCT FROM 'unsure'
                  AND "purpose" IS DISTINCT FROM 'staff-meeting'
                  AND (
                    "purpose" IS DISTINCT FROM 'partner-teacher'
                    OR "timetabled" IS DISTINCT FROM 'yes'
                    OR "class_only" IS DISTINCT FROM 'yes'
                  )
                  AND "advice__prevent_lead__date" IS NULL
                  THEN {'rule': 'speaker-advice', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '5', 'who': ['prevent-lead'], 'by': "date", 'list': 'speakers', 'item': CAST("place" - 1 AS INT), 'conditions': CAST([] AS TEXT[])}
                END, /* Where the organiser is unsure, the Prevent Lead is asked (clause 5): missing */
                CASE
                  WHEN "item"."concern" IS NOT DISTINCT FROM 'some'
                  AND "purpose" IS DISTINCT FROM 'staff-meeting'
                  AND (
                    "purpose" IS DISTINCT FROM 'partner-teacher'
                    OR "timetabled" IS DISTINCT FROM 'yes'
                    OR "class_only" IS DISTINCT FROM 'yes'
                  )
                  THEN {'rule': 'speaker-concern', 'failure': 'applies', 'outcome': 'referred', 'clause': '5', 'who': ['vice-principal'], 'by': "date", 'list': 'speakers', 'item': CAST("place" - 1 AS INT), 'conditions': CAST([] AS TEXT[])}
                END, /* Where there is cause for concern, the Vice Principal decides (clause 5): applies */
                CASE
                  WHEN "item"."spoken_before" IS NOT DISTINCT FROM 'no'
                  AND "purpose" IS DISTINCT FROM 'staff-meeting'
                  AND (
                    "purpose" IS DISTINCT FROM 'partner-teacher'
                    OR "timetabled" IS DISTINCT FROM 'yes'
                    OR "class_only" IS DISTINCT FROM 'yes'
                  )
                  AND "item"."outline_on" IS NULL
                  AND COALESCE("item"."outline_on" > "date_minus_3_working_days_minus_1_days", TRUE)
                  THEN {'rule': 'speaker-outline', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '5', 'who': CAST([] AS TEXT[]), 'by': "date_minus_4_working_days", 'list': 'speakers', 'item': CAST("place" - 1 AS INT), 'conditions': CAST([] AS TEXT[])}
                END, /* The outline of a first talk comes in time (clause 5): missing */
                CASE
                  WHEN "item"."spoken_before" IS NOT DISTINCT FROM 'no'
                  AND "purpose" IS DISTINCT FROM 'staff-meeting'
                  AND (
                    "purpose" IS DISTINCT FROM 'partner-teacher'
                    OR "timetabled" IS DISTINCT FROM 'yes'
                    OR "class_only" IS DISTINCT FROM 'yes'
                  )
                  AND COALESCE("item"."outline_on" > "date_minus_3_working_days_minus_1_days", TRUE)
                  AND NOT "item"."outline_on" IS NULL
                  THEN {'rule': 'speaker-outline', 'failure': 'late', 'outcome': 'action-needed', 'clause': '5', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': 'speakers', 'item': CAST("place" - 1 AS INT), 'conditions': CAST([] AS TEXT[])}
                END /* The outline of a first talk comes in time (clause 5): late */
              ],
              LAMBDA "entry" : NOT "entry" IS NULL
            )
          )
        )
      )
    END AS "findings"
  FROM "tests"
)
SELECT
  "reference",
  "kind",
  CASE
    WHEN "findings" IS NULL
    THEN CAST(NULL AS TEXT)
    WHEN LIST_CONTAINS(LIST_TRANSFORM("findings", LAMBDA "finding" : "finding"."outcome"), 'refused')
    THEN 'refused'
    WHEN LIST_CONTAINS(LIST_TRANSFORM("findings", LAMBDA "finding" : "finding"."outcome"), 'referred')
    THEN 'referred'
    WHEN LIST_CONTAINS(
      LIST_TRANSFORM("findings", LAMBDA "finding" : "finding"."outcome"),
      'action-needed'
    )
    THEN 'action-needed'
    ELSE 'allowed'
  END AS "outcome",
  "findings"
FROM "decided";
