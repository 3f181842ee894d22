-- University of Glenmarrow Students' Union, Posters and Speakers Policy: Speakers
-- Made by prevent build from the policy sha256:152a0fef9db33cade73e3d0e5936adcaad1af170cd7a10b445dc31d47aa82555. Do not edit.
--
-- What is found of each meeting in the table requests, for PostgreSQL. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" text
--   "date" date
--   "reference" text
--   "received_on" date
--   "status" text
--   "attendance" text
--   "expected" integer
--   "chaired_by" text
--   "speakers" jsonb
--   "protest" text
--   "security" text
--   "press" text
--   "outline" text
--   "risk_assessment__completed" date
--   "approvals__university_secretary__decision" text
--   "approvals__university_secretary__date" date
--   "approvals__president__decision" text
--   "approvals__president__date" date
--   "approvals__vp_societies__decision" text
--   "approvals__vp_societies__date" date
--   "approvals__vp_welfare__decision" text
--   "approvals__vp_welfare__date" date
--   "advice__vp_societies__date" date
--   "advice__university_secretary__date" date
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_meeting" AS
WITH "bank_holidays" AS (
  SELECT
    "closed"."day"
  FROM (VALUES
    (CAST('2000-01-01' AS DATE)),
    (CAST('2000-01-02' AS DATE)),
    (CAST('2000-01-03' AS DATE)),
    (CAST('2000-01-04' AS DATE)),
    (CAST('2000-04-21' AS DATE)),
    (CAST('2000-05-01' AS DATE)),
    (CAST('2000-05-29' AS DATE)),
    (CAST('2000-08-07' AS DATE)),
    (CAST('2000-12-25' AS DATE)),
    (CAST('2000-12-26' AS DATE)),
    (CAST('2001-01-01' AS DATE)),
    (CAST('2001-01-02' AS DATE)),
    (CAST('2001-04-13' AS DATE)),
    (CAST('2001-05-07' AS DATE)),
    (CAST('2001-05-28' AS DATE)),
    (CAST('2001-08-06' AS DATE)),
    (CAST('2001-12-25' AS DATE)),
    (CAST('2001-12-26' AS DATE)),
    (CAST('2002-01-01' AS DATE)),
    (CAST('2002-01-02' AS DATE)),
    (CAST('2002-03-29' AS DATE)),
    (CAST('2002-05-06' AS DATE)),
    (CAST('2002-06-03' AS DATE)),
    (CAST('2002-06-04' AS DATE)),
    (CAST('2002-08-05' AS DATE)),
    (CAST('2002-12-25' AS DATE)),
    (CAST('2002-12-26' AS DATE)),
    (CAST('2003-01-01' AS DATE)),
    (CAST('2003-01-02' AS DATE)),
    (CAST('2003-04-18' AS DATE)),
    (CAST('2003-05-05' AS DATE)),
    (CAST('2003-05-26' AS DATE)),
    (CAST('2003-08-04' AS DATE)),
    (CAST('2003-12-25' AS DATE)),
    (CAST('2003-12-26' AS DATE)),
    (CAST('2004-01-01' AS DATE)),
    (CAST('2004-01-02' AS DATE)),
    (CAST('2004-04-09' AS DATE)),
    (CAST('2004-05-03' AS DATE)),
    (CAST('2004-05-31' AS DATE)),
    (CAST('2004-08-02' AS DATE)),
    (CAST('2004-12-25' AS DATE)),
    (CAST('2004-12-26' AS DATE)),
    (CAST('2004-12-27' AS DATE)),
    (CAST('2004-12-28' AS DATE)),
    (CAST('2005-01-01' AS DATE)),
    (CAST('2005-01-02' AS DATE)),
    (CAST('2005-01-03' AS DATE)),
    (CAST('2005-01-04' AS DATE)),
    (CAST('2005-03-25' AS DATE)),
    (CAST('2005-05-02' AS DATE)),
    (CAST('2005-05-30' AS DATE)),
    (CAST('2005-08-01' AS DATE)),
    (CAST('2005-12-25' AS DATE)),
    (CAST('2005-12-26' AS DATE)),
    (CAST('2005-12-27' AS DATE)),
    (CAST('2006-01-01' AS DATE)),
    (CAST('2006-01-02' AS DATE)),
    (CAST('2006-01-03' AS DATE)),
    (CAST('2006-04-14' AS DATE)),
    (CAST('2006-05-01' AS DATE)),
    (CAST('2006-05-29' AS DATE)),
    (CAST('2006-08-07' AS DATE)),
    (CAST('2006-11-30' AS DATE)),
    (CAST('2006-12-25' AS DATE)),
    (CAST('2006-12-26' AS DATE)),
    (CAST('2007-01-01' AS DATE)),
    (CAST('2007-01-02' AS DATE)),
    (CAST('2007-04-06' AS DATE)),
    (CAST('2007-05-07' AS DATE)),
    (CAST('2007-05-28' AS DATE)),
    (CAST('2007-08-06' AS DATE)),
    (CAST('2007-11-30' AS DATE)),
    (CAST('2007-12-25' AS DATE)),
    (CAST('2007-12-26' AS DATE)),
    (CAST('2008-01-01' AS DATE)),
    (CAST('2008-01-02' AS DATE)),
    (CAST('2008-03-21' AS DATE)),
    (CAST('2008-05-05' AS DATE)),
    (CAST('2008-05-26' AS DATE)),
    (CAST('2008-08-04' AS DATE)),
    (CAST('2008-11-30' AS DATE)),
    (CAST('2008-12-01' AS DATE)),
    (CAST('2008-12-25' AS DATE)),
    (CAST('2008-12-26' AS DATE)),
    (CAST('2009-01-01' AS DATE)),
    (CAST('2009-01-02' AS DATE)),
    (CAST('2009-04-10' AS DATE)),
    (CAST('2009-05-04' AS DATE)),
    (CAST('2009-05-25' AS DATE)),
    (CAST('2009-08-03' AS DATE)),
    (CAST('2009-11-30' AS DATE)),
    (CAST('2009-12-25' AS DATE)),
    (CAST('2009-12-26' AS DATE)),
    (CAST('2009-12-28' AS DATE)),
    (CAST('2010-01-01' AS DATE)),
    (CAST('2010-01-02' AS DATE)),
    (CAST('2010-01-04' AS DATE)),
    (CAST('2010-04-02' AS DATE)),
    (CAST('2010-05-03' AS DATE)),
    (CAST('2010-05-31' AS DATE)),
    (CAST('2010-08-02' AS DATE)),
    (CAST('2010-11-30' AS DATE)),
    (CAST('2010-12-25' AS DATE)),
    (CAST('2010-12-26' AS DATE)),
    (CAST('2010-12-27' AS DATE)),
    (CAST('2010-12-28' AS DATE)),
    (CAST('2011-01-01' AS DATE)),
    (CAST('2011-01-02' AS DATE)),
    (CAST('2011-01-03' AS DATE)),
    (CAST('2011-01-04' AS DATE)),
    (CAST('2011-04-22' AS DATE)),
    (CAST('2011-04-29' AS DATE)),
    (CAST('2011-05-02' AS DATE)),
    (CAST('2011-05-30' AS DATE)),
    (CAST('2011-08-01' AS DATE)),
    (CAST('2011-11-30' AS DATE)),
    (CAST('2011-12-25' AS DATE)),
    (CAST('2011-12-26' AS DATE)),
    (CAST('2011-12-27' AS DATE)),
    (CAST('2012-01-01' AS DATE)),
    (CAST('2012-01-02' AS DATE)),
    (CAST('2012-01-03' AS DATE)),
    (CAST('2012-04-06' AS DATE)),
    (CAST('2012-05-07' AS DATE)),
    (CAST('2012-06-04' AS DATE)),
    (CAST('2012-06-05' AS DATE)),
    (CAST('2012-08-06' AS DATE)),
    (CAST('2012-11-30' AS DATE)),
    (CAST('2012-12-25' AS DATE)),
    (CAST('2012-12-26' AS DATE)),
    (CAST('2013-01-01' AS DATE)),
    (CAST('2013-01-02' AS DATE)),
    (CAST('2013-03-29' AS DATE)),
    (CAST('2013-05-06' AS DATE)),
    (CAST('2013-05-27' AS DATE)),
    (CAST('2013-08-05' AS DATE)),
    (CAST('2013-11-30' AS DATE)),
    (CAST('2013-12-02' AS DATE)),
    (CAST('2013-12-25' AS DATE)),
    (CAST('2013-12-26' AS DATE)),
    (CAST('2014-01-01' AS DATE)),
    (CAST('2014-01-02' AS DATE)),
    (CAST('2014-04-18' AS DATE)),
    (CAST('2014-05-05' AS DATE)),
    (CAST('2014-05-26' AS DATE)),
    (CAST('2014-08-04' AS DATE)),
    (CAST('2014-11-30' AS DATE)),
    (CAST('2014-12-01' AS DATE)),
    (CAST('2014-12-25' AS DATE)),
    (CAST('2014-12-26' AS DATE)),
    (CAST('2015-01-01' AS DATE)),
    (CAST('2015-01-02' AS DATE)),
    (CAST('2015-04-03' AS DATE)),
    (CAST('2015-05-04' AS DATE)),
    (CAST('2015-05-25' AS DATE)),
    (CAST('2015-08-03' AS DATE)),
    (CAST('2015-11-30' AS DATE)),
    (CAST('2015-12-25' AS DATE)),
    (CAST('2015-12-26' AS DATE)),
    (CAST('2015-12-28' AS DATE)),
    (CAST('2016-01-01' AS DATE)),
    (CAST('2016-01-02' AS DATE)),
    (CAST('2016-01-04' AS DATE)),
    (CAST('2016-03-25' AS DATE)),
    (CAST('2016-05-02' AS DATE)),
    (CAST('2016-05-30' AS DATE)),
    (CAST('2016-08-01' AS DATE)),
    (CAST('2016-11-30' AS DATE)),
    (CAST('2016-12-25' AS DATE)),
    (CAST('2016-12-26' AS DATE)),
    (CAST('2016-12-27' AS DATE)),
    (CAST('2017-01-01' AS DATE)),
    (CAST('2017-01-02' AS DATE)),
    (CAST('2017-01-03' AS DATE)),
    (CAST('2017-04-14' AS DATE)),
    (CAST('2017-05-01' AS DATE)),
    (CAST('2017-05-29' AS DATE)),
    (CAST('2017-08-07' AS DATE)),
    (CAST('2017-11-30' AS DATE)),
    (CAST('2017-12-25' AS DATE)),
    (CAST('2017-12-26' AS DATE)),
    (CAST('2018-01-01' AS DATE)),
    (CAST('2018-01-02' AS DATE)),
    (CAST('2018-03-30' AS DATE)),
    (CAST('2018-05-07' AS DATE)),
    (CAST('2018-05-28' AS DATE)),
    (CAST('2018-08-06' AS DATE)),
    (CAST('2018-11-30' AS DATE)),
    (CAST('2018-12-25' AS DATE)),
    (CAST('2018-12-26' AS DATE)),
    (CAST('2019-01-01' AS DATE)),
    (CAST('2019-01-02' AS DATE)),
    (CAST('2019-04-19' AS DATE)),
    (CAST('2019-05-06' AS DATE)),
    (CAST('2019-05-27' AS DATE)),
    (CAST('2019-08-05' AS DATE)),
    (CAST('2019-11-30' AS DATE)),
    (CAST('2019-12-02' AS DATE)),
    (CAST('2019-12-25' AS DATE)),
    (CAST('2019-12-26' AS DATE)),
    (CAST('2020-01-01' AS DATE)),
    (CAST('2020-01-02' AS DATE)),
    (CAST('2020-04-10' AS DATE)),
    (CAST('2020-05-08' AS DATE)),
    (CAST('2020-05-25' AS DATE)),
    (CAST('2020-08-03' AS DATE)),
    (CAST('2020-11-30' AS DATE)),
    (CAST('2020-12-25' AS DATE)),
    (CAST('2020-12-26' AS DATE)),
    (CAST('2020-12-28' AS DATE)),
    (CAST('2021-01-01' AS DATE)),
    (CAST('2021-01-02' AS DATE)),
    (CAST('2021-01-04' AS DATE)),
    (CAST('2021-04-02' AS DATE)),
    (CAST('2021-05-03' AS DATE)),
    (CAST('2021-05-31' AS DATE)),
    (CAST('2021-08-02' AS DATE)),
    (CAST('2021-11-30' AS DATE)),
    (CAST('2021-12-25' AS DATE)),
    (CAST('2021-12-26' AS DATE)),
    (CAST('2021-12-27' AS DATE)),
    (CAST('2021-12-28' AS DATE)),
    (CAST('2022-01-01' AS DATE)),
    (CAST('2022-01-02' AS DATE)),
    (CAST('2022-01-03' AS DATE)),
    (CAST('2022-01-04' AS DATE)),
    (CAST('2022-04-15' AS DATE)),
    (CAST('2022-05-02' AS DATE)),
    (CAST('2022-06-02' AS DATE)),
    (CAST('2022-06-03' AS DATE)),
    (CAST('2022-08-01' AS DATE)),
    (CAST('2022-09-19' AS DATE)),
    (CAST('2022-11-30' AS DATE)),
    (CAST('2022-12-25' AS DATE)),
    (CAST('2022-12-26' AS DATE)),
    (CAST('2022-12-27' AS DATE)),
    (CAST('2023-01-01' AS DATE)),
    (CAST('2023-01-02' AS DATE)),
    (CAST('2023-01-03' AS DATE)),
    (CAST('2023-04-07' AS DATE)),
    (CAST('2023-05-01' AS DATE)),
    (CAST('2023-05-08' AS DATE)),
    (CAST('2023-05-29' AS DATE)),
    (CAST('2023-08-07' AS DATE)),
    (CAST('2023-11-30' AS DATE)),
    (CAST('2023-12-25' AS DATE)),
    (CAST('2023-12-26' AS DATE)),
    (CAST('2024-01-01' AS DATE)),
    (CAST('2024-01-02' AS DATE)),
    (CAST('2024-03-29' AS DATE)),
    (CAST('2024-05-06' AS DATE)),
    (CAST('2024-05-27' AS DATE)),
    (CAST('2024-08-05' AS DATE)),
    (CAST('2024-11-30' AS DATE)),
    (CAST('2024-12-02' AS DATE)),
    (CAST('2024-12-25' AS DATE)),
    (CAST('2024-12-26' AS DATE)),
    (CAST('2025-01-01' AS DATE)),
    (CAST('2025-01-02' AS DATE)),
    (CAST('2025-04-18' AS DATE)),
    (CAST('2025-05-05' AS DATE)),
    (CAST('2025-05-26' AS DATE)),
    (CAST('2025-08-04' AS DATE)),
    (CAST('2025-11-30' AS DATE)),
    (CAST('2025-12-01' AS DATE)),
    (CAST('2025-12-25' AS DATE)),
    (CAST('2025-12-26' AS DATE)),
    (CAST('2026-01-01' AS DATE)),
    (CAST('2026-01-02' AS DATE)),
    (CAST('2026-04-03' AS DATE)),
    (CAST('2026-05-04' AS DATE)),
    (CAST('2026-05-25' AS DATE)),
    (CAST('2026-06-15' AS DATE)),
    (CAST('2026-08-03' AS DATE)),
    (CAST('2026-11-30' AS DATE)),
    (CAST('2026-12-25' AS DATE)),
    (CAST('2026-12-26' AS DATE)),
    (CAST('2026-12-28' AS DATE)),
    (CAST('2027-01-01' AS DATE)),
    (CAST('2027-01-02' AS DATE)),
    (CAST('2027-01-04' AS DATE)),
    (CAST('2027-03-26' AS DATE)),
    (CAST('2027-05-03' AS DATE)),
    (CAST('2027-05-31' AS DATE)),
    (CAST('2027-08-02' AS DATE)),
    (CAST('2027-11-30' AS DATE)),
    (CAST('2027-12-25' AS DATE)),
    (CAST('2027-12-26' AS DATE)),
    (CAST('2027-12-27' AS DATE)),
    (CAST('2027-12-28' AS DATE)),
    (CAST('2028-01-01' AS DATE)),
    (CAST('2028-01-02' AS DATE)),
    (CAST('2028-01-03' AS DATE)),
    (CAST('2028-01-04' AS DATE)),
    (CAST('2028-04-14' AS DATE)),
    (CAST('2028-05-01' AS DATE)),
    (CAST('2028-05-29' AS DATE)),
    (CAST('2028-08-07' AS DATE)),
    (CAST('2028-11-30' AS DATE)),
    (CAST('2028-12-25' AS DATE)),
    (CAST('2028-12-26' AS DATE)),
    (CAST('2029-01-01' AS DATE)),
    (CAST('2029-01-02' AS DATE)),
    (CAST('2029-03-30' AS DATE)),
    (CAST('2029-05-07' AS DATE)),
    (CAST('2029-05-28' AS DATE)),
    (CAST('2029-08-06' AS DATE)),
    (CAST('2029-11-30' AS DATE)),
    (CAST('2029-12-25' AS DATE)),
    (CAST('2029-12-26' AS DATE)),
    (CAST('2030-01-01' AS DATE)),
    (CAST('2030-01-02' AS DATE)),
    (CAST('2030-04-19' AS DATE)),
    (CAST('2030-05-06' AS DATE)),
    (CAST('2030-05-27' AS DATE)),
    (CAST('2030-08-05' AS DATE)),
    (CAST('2030-11-30' AS DATE)),
    (CAST('2030-12-02' AS DATE)),
    (CAST('2030-12-25' AS DATE)),
    (CAST('2030-12-26' AS DATE)),
    (CAST('2031-01-01' AS DATE)),
    (CAST('2031-01-02' AS DATE)),
    (CAST('2031-04-11' AS DATE)),
    (CAST('2031-05-05' AS DATE)),
    (CAST('2031-05-26' AS DATE)),
    (CAST('2031-08-04' AS DATE)),
    (CAST('2031-11-30' AS DATE)),
    (CAST('2031-12-01' AS DATE)),
    (CAST('2031-12-25' AS DATE)),
    (CAST('2031-12-26' AS DATE)),
    (CAST('2032-01-01' AS DATE)),
    (CAST('2032-01-02' AS DATE)),
    (CAST('2032-03-26' AS DATE)),
    (CAST('2032-05-03' AS DATE)),
    (CAST('2032-05-31' AS DATE)),
    (CAST('2032-08-02' AS DATE)),
    (CAST('2032-11-30' AS DATE)),
    (CAST('2032-12-25' AS DATE)),
    (CAST('2032-12-26' AS DATE)),
    (CAST('2032-12-27' AS DATE)),
    (CAST('2032-12-28' AS DATE)),
    (CAST('2033-01-01' AS DATE)),
    (CAST('2033-01-02' AS DATE)),
    (CAST('2033-01-03' AS DATE)),
    (CAST('2033-01-04' AS DATE)),
    (CAST('2033-04-15' AS DATE)),
    (CAST('2033-05-02' AS DATE)),
    (CAST('2033-05-30' AS DATE)),
    (CAST('2033-08-01' AS DATE)),
    (CAST('2033-11-30' AS DATE)),
    (CAST('2033-12-25' AS DATE)),
    (CAST('2033-12-26' AS DATE)),
    (CAST('2033-12-27' AS DATE)),
    (CAST('2034-01-01' AS DATE)),
    (CAST('2034-01-02' AS DATE)),
    (CAST('2034-01-03' AS DATE)),
    (CAST('2034-04-07' AS DATE)),
    (CAST('2034-05-01' AS DATE)),
    (CAST('2034-05-29' AS DATE)),
    (CAST('2034-08-07' AS DATE)),
    (CAST('2034-11-30' AS DATE)),
    (CAST('2034-12-25' AS DATE)),
    (CAST('2034-12-26' AS DATE)),
    (CAST('2035-01-01' AS DATE)),
    (CAST('2035-01-02' AS DATE)),
    (CAST('2035-03-23' AS DATE)),
    (CAST('2035-05-07' AS DATE)),
    (CAST('2035-05-28' AS DATE)),
    (CAST('2035-08-06' AS DATE)),
    (CAST('2035-11-30' AS DATE)),
    (CAST('2035-12-25' AS DATE)),
    (CAST('2035-12-26' AS DATE)),
    (CAST('2036-01-01' AS DATE)),
    (CAST('2036-01-02' AS DATE)),
    (CAST('2036-04-11' AS DATE)),
    (CAST('2036-05-05' AS DATE)),
    (CAST('2036-05-26' AS DATE)),
    (CAST('2036-08-04' AS DATE)),
    (CAST('2036-11-30' AS DATE)),
    (CAST('2036-12-01' AS DATE)),
    (CAST('2036-12-25' AS DATE)),
    (CAST('2036-12-26' AS DATE)),
    (CAST('2037-01-01' AS DATE)),
    (CAST('2037-01-02' AS DATE)),
    (CAST('2037-04-03' AS DATE)),
    (CAST('2037-05-04' AS DATE)),
    (CAST('2037-05-25' AS DATE)),
    (CAST('2037-08-03' AS DATE)),
    (CAST('2037-11-30' AS DATE)),
    (CAST('2037-12-25' AS DATE)),
    (CAST('2037-12-26' AS DATE)),
    (CAST('2037-12-28' AS DATE)),
    (CAST('2038-01-01' AS DATE)),
    (CAST('2038-01-02' AS DATE)),
    (CAST('2038-01-04' AS DATE)),
    (CAST('2038-04-23' AS DATE)),
    (CAST('2038-05-03' AS DATE)),
    (CAST('2038-05-31' AS DATE)),
    (CAST('2038-08-02' AS DATE)),
    (CAST('2038-11-30' AS DATE)),
    (CAST('2038-12-25' AS DATE)),
    (CAST('2038-12-26' AS DATE)),
    (CAST('2038-12-27' AS DATE)),
    (CAST('2038-12-28' AS DATE)),
    (CAST('2039-01-01' AS DATE)),
    (CAST('2039-01-02' AS DATE)),
    (CAST('2039-01-03' AS DATE)),
    (CAST('2039-01-04' AS DATE)),
    (CAST('2039-04-08' AS DATE)),
    (CAST('2039-05-02' AS DATE)),
    (CAST('2039-05-30' AS DATE)),
    (CAST('2039-08-01' AS DATE)),
    (CAST('2039-11-30' AS DATE)),
    (CAST('2039-12-25' AS DATE)),
    (CAST('2039-12-26' AS DATE)),
    (CAST('2039-12-27' AS DATE)),
    (CAST('2040-01-01' AS DATE)),
    (CAST('2040-01-02' AS DATE)),
    (CAST('2040-01-03' AS DATE)),
    (CAST('2040-03-30' AS DATE)),
    (CAST('2040-05-07' AS DATE)),
    (CAST('2040-05-28' AS DATE)),
    (CAST('2040-08-06' AS DATE)),
    (CAST('2040-11-30' AS DATE)),
    (CAST('2040-12-25' AS DATE)),
    (CAST('2040-12-26' AS DATE)),
    (CAST('2041-01-01' AS DATE)),
    (CAST('2041-01-02' AS DATE)),
    (CAST('2041-04-19' AS DATE)),
    (CAST('2041-05-06' AS DATE)),
    (CAST('2041-05-27' AS DATE)),
    (CAST('2041-08-05' AS DATE)),
    (CAST('2041-11-30' AS DATE)),
    (CAST('2041-12-02' AS DATE)),
    (CAST('2041-12-25' AS DATE)),
    (CAST('2041-12-26' AS DATE)),
    (CAST('2042-01-01' AS DATE)),
    (CAST('2042-01-02' AS DATE)),
    (CAST('2042-04-04' AS DATE)),
    (CAST('2042-05-05' AS DATE)),
    (CAST('2042-05-26' AS DATE)),
    (CAST('2042-08-04' AS DATE)),
    (CAST('2042-11-30' AS DATE)),
    (CAST('2042-12-01' AS DATE)),
    (CAST('2042-12-25' AS DATE)),
    (CAST('2042-12-26' AS DATE)),
    (CAST('2043-01-01' AS DATE)),
    (CAST('2043-01-02' AS DATE)),
    (CAST('2043-03-27' AS DATE)),
    (CAST('2043-05-04' AS DATE)),
    (CAST('2043-05-25' AS DATE)),
    (CAST('2043-08-03' AS DATE)),
    (CAST('2043-11-30' AS DATE)),
    (CAST('2043-12-25' AS DATE)),
    (CAST('2043-12-26' AS DATE)),
    (CAST('2043-12-28' AS DATE)),
    (CAST('2044-01-01' AS DATE)),
    (CAST('2044-01-02' AS DATE)),
    (CAST('2044-01-04' AS DATE)),
    (CAST('2044-04-15' AS DATE)),
    (CAST('2044-05-02' AS DATE)),
    (CAST('2044-05-30' AS DATE)),
    (CAST('2044-08-01' AS DATE)),
    (CAST('2044-11-30' AS DATE)),
    (CAST('2044-12-25' AS DATE)),
    (CAST('2044-12-26' AS DATE)),
    (CAST('2044-12-27' AS DATE)),
    (CAST('2045-01-01' AS DATE)),
    (CAST('2045-01-02' AS DATE)),
    (CAST('2045-01-03' AS DATE)),
    (CAST('2045-04-07' AS DATE)),
    (CAST('2045-05-01' AS DATE)),
    (CAST('2045-05-29' AS DATE)),
    (CAST('2045-08-07' AS DATE)),
    (CAST('2045-11-30' AS DATE)),
    (CAST('2045-12-25' AS DATE)),
    (CAST('2045-12-26' AS DATE)),
    (CAST('2046-01-01' AS DATE)),
    (CAST('2046-01-02' AS DATE)),
    (CAST('2046-03-23' AS DATE)),
    (CAST('2046-05-07' AS DATE)),
    (CAST('2046-05-28' AS DATE)),
    (CAST('2046-08-06' AS DATE)),
    (CAST('2046-11-30' AS DATE)),
    (CAST('2046-12-25' AS DATE)),
    (CAST('2046-12-26' AS DATE)),
    (CAST('2047-01-01' AS DATE)),
    (CAST('2047-01-02' AS DATE)),
    (CAST('2047-04-12' AS DATE)),
    (CAST('2047-05-06' AS DATE)),
    (CAST('2047-05-27' AS DATE)),
    (CAST('2047-08-05' AS DATE)),
    (CAST('2047-11-30' AS DATE)),
    (CAST('2047-12-02' AS DATE)),
    (CAST('2047-12-25' AS DATE)),
    (CAST('2047-12-26' AS DATE)),
    (CAST('2048-01-01' AS DATE)),
    (CAST('2048-01-02' AS DATE)),
    (CAST('2048-04-03' AS DATE)),
    (CAST('2048-05-04' AS DATE)),
    (CAST('2048-05-25' AS DATE)),
    (CAST('2048-08-03' AS DATE)),
    (CAST('2048-11-30' AS DATE)),
    (CAST('2048-12-25' AS DATE)),
    (CAST('2048-12-26' AS DATE)),
    (CAST('2048-12-28' AS DATE)),
    (CAST('2049-01-01' AS DATE)),
    (CAST('2049-01-02' AS DATE)),
    (CAST('2049-01-04' AS DATE)),
    (CAST('2049-04-16' AS DATE)),
    (CAST('2049-05-03' AS DATE)),
    (CAST('2049-05-31' AS DATE)),
    (CAST('2049-08-02' AS DATE)),
    (CAST('2049-11-30' AS DATE)),
    (CAST('2049-12-25' AS DATE)),
    (CAST('2049-12-26' AS DATE)),
    (CAST('2049-12-27' AS DATE)),
    (CAST('2049-12-28' AS DATE)),
    (CAST('2050-01-01' AS DATE)),
    (CAST('2050-01-02' AS DATE)),
    (CAST('2050-01-03' AS DATE)),
    (CAST('2050-01-04' AS DATE)),
    (CAST('2050-04-08' AS DATE)),
    (CAST('2050-05-02' AS DATE)),
    (CAST('2050-05-30' AS DATE)),
    (CAST('2050-08-01' AS DATE)),
    (CAST('2050-11-30' AS DATE)),
    (CAST('2050-12-25' AS DATE)),
    (CAST('2050-12-26' AS DATE)),
    (CAST('2050-12-27' AS DATE))) AS closed(day)
), "every_day" AS (
  SELECT
    CAST("series"."day" AS DATE) AS "day"
  FROM GENERATE_SERIES(CAST('1999-12-31' AS DATE), CAST('2050-12-31' AS DATE), INTERVAL '1 DAY') AS "series"("day")
), "weekdays" AS (
  SELECT
    "every_day"."day",
    CASE
      WHEN EXTRACT(ISODOW FROM "every_day"."day") <= 5
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
), "calendar" AS MATERIALIZED (
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
    "reference",
    "received_on",
    "status",
    "attendance",
    "expected",
    "chaired_by",
    "speakers",
    "protest",
    "security",
    "press",
    "outline",
    "risk_assessment__completed",
    "approvals__university_secretary__decision",
    "approvals__university_secretary__date",
    "approvals__president__decision",
    "approvals__president__date",
    "approvals__vp_societies__decision",
    "approvals__vp_societies__date",
    "approvals__vp_welfare__decision",
    "approvals__vp_welfare__date",
    "advice__vp_societies__date",
    "advice__university_secretary__date",
    COALESCE(JSONB_ARRAY_LENGTH("speakers"), 0) AS "speakers_count",
    CURRENT_DATE AS "today"
  FROM "requests"
  WHERE
    "kind" = 'meeting'
), "days" AS (
  /* The days that are a period from another. */
  SELECT
    "facts".*,
    "date" - 34 AS "date_minus_34_days",
    "date" - 20 AS "date_minus_20_days",
    "calendar"."worked"["calendar"."so_far"["received_on" - CAST('1999-12-31' AS DATE) + 1] + 10] AS "received_on_plus_10_working_days",
    "calendar"."worked"["calendar"."so_far"["date" - CAST('1999-12-31' AS DATE)] - 4] AS "date_minus_5_working_days",
    "calendar"."worked"["calendar"."so_far"["date" - CAST('1999-12-31' AS DATE) + 1] + 5] AS "date_plus_5_working_days",
    CAST("date" + INTERVAL '24 MONTH' AS DATE) AS "date_plus_24_months"
  FROM "facts"
  CROSS JOIN "calendar"
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "days".*,
    "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0 AS "members-only/applies", /* Meetings of members only (clause 3.1): applies */
    "status" IS NOT DISTINCT FROM 'cancelled' AS "cancelled/applies", /* Meetings that are cancelled (clause 3.1): applies */
    (
      (
        "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
      )
      AND "status" IS DISTINCT FROM 'cancelled'
      AND COALESCE("expected" > 30, FALSE)
      AND "received_on" IS NULL
      AND COALESCE("received_on" > "date_minus_34_days", TRUE)
    )
    OR (
      (
        "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
      )
      AND "status" IS DISTINCT FROM 'cancelled'
      AND COALESCE("expected" <= 30, FALSE)
      AND "received_on" IS NULL
      AND COALESCE("received_on" > "date_minus_20_days", TRUE)
    ) AS "meeting-notice/missing", /* Three weeks ahead, or five (clause 3.2): missing */
    (
      (
        "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
      )
      AND "status" IS DISTINCT FROM 'cancelled'
      AND COALESCE("expected" > 30, FALSE)
      AND COALESCE("received_on" > "date_minus_34_days", TRUE)
      AND NOT "received_on" IS NULL
    )
    OR (
      (
        "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
      )
      AND "status" IS DISTINCT FROM 'cancelled'
      AND COALESCE("expected" <= 30, FALSE)
      AND COALESCE("received_on" > "date_minus_20_days", TRUE)
      AND NOT "received_on" IS NULL
    ) AS "meeting-notice/late", /* Three weeks ahead, or five (clause 3.2): late */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "expected" IS NULL AS "meeting-notice/unanswered", /* Three weeks ahead, or five (clause 3.2): unanswered */
    (
      "protest" IS NOT DISTINCT FROM 'likely'
      OR "security" IS NOT DISTINCT FROM 'more-needed'
      OR "press" IS NOT DISTINCT FROM 'expected'
    )
    AND (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "approvals__university_secretary__decision" IS NOT DISTINCT FROM 'declined' AS "meeting-goes-up/declined", /* A meeting the University Secretary decides on (clause 3.3): declined */
    (
      "protest" IS NOT DISTINCT FROM 'likely'
      OR "security" IS NOT DISTINCT FROM 'more-needed'
      OR "press" IS NOT DISTINCT FROM 'expected'
    )
    AND (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "approvals__university_secretary__decision" IS DISTINCT FROM 'granted'
    AND "approvals__university_secretary__decision" IS DISTINCT FROM 'declined' AS "meeting-goes-up/missing", /* A meeting the University Secretary decides on (clause 3.3): missing */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "security" IS DISTINCT FROM 'more-needed'
    AND "press" IS DISTINCT FROM 'expected'
    AND "protest" IS NULL AS "meeting-goes-up/unanswered", /* A meeting the University Secretary decides on (clause 3.3): unanswered */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "protest" IS DISTINCT FROM 'likely'
    AND "press" IS DISTINCT FROM 'expected'
    AND "security" IS NULL AS "meeting-goes-up/unanswered_2", /* A meeting the University Secretary decides on (clause 3.3): unanswered */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "protest" IS DISTINCT FROM 'likely'
    AND "security" IS DISTINCT FROM 'more-needed'
    AND "press" IS NULL AS "meeting-goes-up/unanswered_3", /* A meeting the University Secretary decides on (clause 3.3): unanswered */
    (
      "protest" IS NOT DISTINCT FROM 'unsure'
      OR "security" IS NOT DISTINCT FROM 'unsure'
      OR "press" IS NOT DISTINCT FROM 'unsure'
    )
    AND (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "advice__vp_societies__date" IS NULL
    AND "advice__university_secretary__date" IS NULL AS "meeting-unsure/missing", /* If you are unsure of the meeting, ask (clause 3.3): missing */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "security" IS DISTINCT FROM 'unsure'
    AND "press" IS DISTINCT FROM 'unsure'
    AND "protest" IS NULL
    AND (
      (
        "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
      )
      OR "status" IS NOT DISTINCT FROM 'cancelled'
      OR "security" IS NOT DISTINCT FROM 'more-needed'
      OR "press" IS NOT DISTINCT FROM 'expected'
    ) AS "meeting-unsure/unanswered", /* If you are unsure of the meeting, ask (clause 3.3): unanswered */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "protest" IS DISTINCT FROM 'unsure'
    AND "press" IS DISTINCT FROM 'unsure'
    AND "security" IS NULL
    AND (
      (
        "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
      )
      OR "status" IS NOT DISTINCT FROM 'cancelled'
      OR "protest" IS NOT DISTINCT FROM 'likely'
      OR "press" IS NOT DISTINCT FROM 'expected'
    ) AS "meeting-unsure/unanswered_2", /* If you are unsure of the meeting, ask (clause 3.3): unanswered */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "protest" IS DISTINCT FROM 'unsure'
    AND "security" IS DISTINCT FROM 'unsure'
    AND "press" IS NULL
    AND (
      (
        "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
      )
      OR "status" IS NOT DISTINCT FROM 'cancelled'
      OR "protest" IS NOT DISTINCT FROM 'likely'
      OR "security" IS NOT DISTINCT FROM 'more-needed'
    ) AS "meeting-unsure/unanswered_3", /* If you are unsure of the meeting, ask (clause 3.3): unanswered */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" > 30, FALSE)
    AND "approvals__president__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'declined' AS "meeting-approved/declined", /* Who approves a meeting (clause 3.4): declined */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" > 30, FALSE)
    AND "approvals__president__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__vp_welfare__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'declined' AS "meeting-approved/declined_2", /* Who approves a meeting (clause 3.4): declined */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" > 30, FALSE)
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__vp_welfare__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__president__decision" IS DISTINCT FROM 'declined' AS "meeting-approved/declined_3", /* Who approves a meeting (clause 3.4): declined */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" <= 30, FALSE)
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'declined' AS "meeting-approved/declined_4", /* Who approves a meeting (clause 3.4): declined */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" <= 30, FALSE)
    AND "approvals__vp_societies__decision" IS NULL
    AND "approvals__president__decision" IS NOT DISTINCT FROM 'declined' AS "meeting-approved/declined_5", /* Who approves a meeting (clause 3.4): declined */
    (
      (
        "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
      )
      AND "status" IS DISTINCT FROM 'cancelled'
      AND COALESCE("expected" > 30, FALSE)
      AND "approvals__president__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__president__date" IS NULL
        OR COALESCE("approvals__president__date" > "date", FALSE)
      )
      AND (
        (
          COALESCE("approvals__president__date" > "date", TRUE)
          AND (
            "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
            OR COALESCE("approvals__vp_societies__date" > "date", TRUE)
          )
        )
        OR (
          COALESCE("approvals__president__date" > "date", TRUE)
          AND (
            "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
            OR COALESCE("approvals__vp_welfare__date" > "date", TRUE)
          )
        )
        OR (
          (
            "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
            OR COALESCE("approvals__vp_societies__date" > "date", TRUE)
          )
          AND (
            "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
            OR COALESCE("approvals__vp_welfare__date" > "date", TRUE)
          )
        )
      )
      AND (
        "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
        OR "approvals__vp_welfare__decision" IS DISTINCT FROM 'declined'
      )
    )
    OR (
      (
        "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
      )
      AND "status" IS DISTINCT FROM 'cancelled'
      AND COALESCE("expected" <= 30, FALSE)
      AND "approvals__vp_societies__decision" IS NULL
      AND "approvals__president__decision" IS NOT DISTINCT FROM 'granted'
      AND COALESCE("approvals__president__date" > "date", TRUE)
    ) AS "meeting-approved/late", /* Who approves a meeting (clause 3.4): late */
    (
      (
        "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
      )
      AND "status" IS DISTINCT FROM 'cancelled'
      AND COALESCE("expected" > 30, FALSE)
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__vp_societies__date" IS NULL
        OR COALESCE("approvals__vp_societies__date" > "date", FALSE)
      )
      AND (
        (
          (
            "approvals__president__decision" IS DISTINCT FROM 'granted'
            OR COALESCE("approvals__president__date" > "date", TRUE)
          )
          AND COALESCE("approvals__vp_societies__date" > "date", TRUE)
        )
        OR (
          (
            "approvals__president__decision" IS DISTINCT FROM 'granted'
            OR COALESCE("approvals__president__date" > "date", TRUE)
          )
          AND (
            "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
            OR COALESCE("approvals__vp_welfare__date" > "date", TRUE)
          )
        )
        OR (
          COALESCE("approvals__vp_societies__date" > "date", TRUE)
          AND (
            "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
            OR COALESCE("approvals__vp_welfare__date" > "date", TRUE)
          )
        )
      )
      AND (
        "approvals__president__decision" IS DISTINCT FROM 'declined'
        OR "approvals__vp_welfare__decision" IS DISTINCT FROM 'declined'
      )
      AND (
        "approvals__president__decision" IS DISTINCT FROM 'granted'
        OR (
          NOT "approvals__president__date" IS NULL
          AND COALESCE("approvals__president__date" <= "date", TRUE)
        )
      )
    )
    OR (
      (
        "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
      )
      AND "status" IS DISTINCT FROM 'cancelled'
      AND COALESCE("expected" <= 30, FALSE)
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND COALESCE("approvals__vp_societies__date" > "date", TRUE)
    ) AS "meeting-approved/late_2", /* Who approves a meeting (clause 3.4): late */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" > 30, FALSE)
    AND "approvals__vp_welfare__decision" IS NOT DISTINCT FROM 'granted'
    AND (
      "approvals__vp_welfare__date" IS NULL
      OR COALESCE("approvals__vp_welfare__date" > "date", FALSE)
    )
    AND (
      (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "date", TRUE)
        )
        AND (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "date", TRUE)
        )
      )
      OR (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "date", TRUE)
        )
        AND COALESCE("approvals__vp_welfare__date" > "date", TRUE)
      )
      OR (
        (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "date", TRUE)
        )
        AND COALESCE("approvals__vp_welfare__date" > "date", TRUE)
      )
    )
    AND (
      "approvals__president__decision" IS DISTINCT FROM 'declined'
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
    )
    AND (
      "approvals__president__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__president__date" IS NULL
        AND COALESCE("approvals__president__date" <= "date", TRUE)
      )
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__date" IS NULL
        AND COALESCE("approvals__vp_societies__date" <= "date", TRUE)
      )
    ) AS "meeting-approved/late_3", /* Who approves a meeting (clause 3.4): late */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" > 30, FALSE)
    AND COALESCE("today" > "received_on_plus_10_working_days", FALSE)
    AND (
      (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "date", TRUE)
        )
        AND (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "date", TRUE)
        )
      )
      OR (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "date", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "date", TRUE)
        )
      )
      OR (
        (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "date", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "date", TRUE)
        )
      )
    )
    AND (
      "approvals__president__decision" IS DISTINCT FROM 'declined'
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
    )
    AND (
      "approvals__president__decision" IS DISTINCT FROM 'declined'
      OR "approvals__vp_welfare__decision" IS DISTINCT FROM 'declined'
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
      OR "approvals__vp_welfare__decision" IS DISTINCT FROM 'declined'
    )
    AND (
      "approvals__president__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__president__date" IS NULL
        AND COALESCE("approvals__president__date" <= "date", TRUE)
      )
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__date" IS NULL
        AND COALESCE("approvals__vp_societies__date" <= "date", TRUE)
      )
    )
    AND (
      "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_welfare__date" IS NULL
        AND COALESCE("approvals__vp_welfare__date" <= "date", TRUE)
      )
    ) AS "meeting-approved/overdue", /* Who approves a meeting (clause 3.4): overdue */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" <= 30, FALSE)
    AND COALESCE("today" > "received_on_plus_10_working_days", FALSE)
    AND (
      NOT "approvals__vp_societies__decision" IS NULL
      OR "approvals__president__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("approvals__president__date" > "date", TRUE)
    )
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
    AND (
      NOT "approvals__vp_societies__decision" IS NULL
      OR "approvals__president__decision" IS DISTINCT FROM 'declined'
    )
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
    AND (
      NOT "approvals__vp_societies__decision" IS NULL
      OR "approvals__president__decision" IS DISTINCT FROM 'granted'
    ) AS "meeting-approved/overdue_2", /* Who approves a meeting (clause 3.4): overdue */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" > 30, FALSE)
    AND (
      (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "date", TRUE)
        )
        AND (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "date", TRUE)
        )
      )
      OR (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "date", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "date", TRUE)
        )
      )
      OR (
        (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "date", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "date", TRUE)
        )
      )
    )
    AND (
      "approvals__president__decision" IS DISTINCT FROM 'declined'
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
    )
    AND (
      "approvals__president__decision" IS DISTINCT FROM 'declined'
      OR "approvals__vp_welfare__decision" IS DISTINCT FROM 'declined'
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
      OR "approvals__vp_welfare__decision" IS DISTINCT FROM 'declined'
    )
    AND (
      "approvals__president__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__president__date" IS NULL
        AND COALESCE("approvals__president__date" <= "date", TRUE)
      )
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__date" IS NULL
        AND COALESCE("approvals__vp_societies__date" <= "date", TRUE)
      )
    )
    AND (
      "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_welfare__date" IS NULL
        AND COALESCE("approvals__vp_welfare__date" <= "date", TRUE)
      )
    )
    AND COALESCE("today" <= "received_on_plus_10_working_days", TRUE) AS "meeting-approved/missing", /* Who approves a meeting (clause 3.4): missing */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("expected" <= 30, FALSE)
    AND (
      NOT "approvals__vp_societies__decision" IS NULL
      OR "approvals__president__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("approvals__president__date" > "date", TRUE)
    )
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
    AND (
      NOT "approvals__vp_societies__decision" IS NULL
      OR "approvals__president__decision" IS DISTINCT FROM 'declined'
    )
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
    AND (
      NOT "approvals__vp_societies__decision" IS NULL
      OR "approvals__president__decision" IS DISTINCT FROM 'granted'
    )
    AND COALESCE("today" <= "received_on_plus_10_working_days", TRUE) AS "meeting-approved/missing_2", /* Who approves a meeting (clause 3.4): missing */
    "chaired_by" IS NOT DISTINCT FROM 'other'
    AND (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled' AS "meeting-chair/applies", /* A member takes the chair (clause 3.4): applies */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "chaired_by" IS NULL AS "meeting-chair/unanswered", /* A member takes the chair (clause 3.4): unanswered */
    COALESCE("expected" > 100, FALSE)
    AND (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled' AS "meeting-large/applies", /* Stewards and tickets for more than 100 (clause 3.4): applies */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("outline" <> 'shared', FALSE) AS "meeting-outline/withheld", /* An outline, or a recording (clause 3.4): withheld */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND "outline" IS NULL AS "meeting-outline/missing", /* An outline, or a recording (clause 3.4): missing */
    COALESCE("expected" > 30, FALSE)
    AND (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND NOT "risk_assessment__completed" IS NULL
    AND COALESCE("risk_assessment__completed" > "date_minus_5_working_days", TRUE) AS "meeting-risks/late", /* A risk assessment where more than 30 are expected (clause 3.4): late */
    COALESCE("expected" > 30, FALSE)
    AND (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled'
    AND COALESCE("risk_assessment__completed" > "date_minus_5_working_days", TRUE)
    AND "risk_assessment__completed" IS NULL AS "meeting-risks/missing", /* A risk assessment where more than 30 are expected (clause 3.4): missing */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled' AS "meeting-report/applies", /* Report to the Union (clause 3.5): applies */
    (
      "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
    )
    AND "status" IS DISTINCT FROM 'cancelled' AS "meeting-records/applies", /* Keep the records (clause 3.5): applies */
    "kind" IS NULL
    OR "date" IS NULL
    OR (
      NOT "received_on" IS NULL AND "received_on_plus_10_working_days" IS NULL
    )
    OR (
      NOT "date" IS NULL AND "date_minus_5_working_days" IS NULL
    )
    OR (
      NOT "date" IS NULL AND "date_plus_5_working_days" IS NULL
    ) AS "undecided"
  FROM "days"
), "decided" AS (
  /* The findings of the tests that hold. */
  SELECT
    "reference",
    "kind",
    CASE
      WHEN NOT "undecided"
      THEN JSONB_PATH_QUERY_ARRAY(
        TO_JSONB(
          ARRAY[
            CASE
              WHEN "members-only/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'members-only',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                '3.1',
                'who',
                CAST('[]' AS JSONB),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "cancelled/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'cancelled',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                '3.1',
                'who',
                CAST('[]' AS JSONB),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-notice/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-notice',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.2',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-notice/late"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-notice',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.2',
                'who',
                CAST('[]' AS JSONB),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-notice/unanswered"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-notice',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.2',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-goes-up/declined"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-goes-up',
                'failure',
                'declined',
                'outcome',
                'refused',
                'clause',
                '3.3',
                'who',
                TO_JSONB(ARRAY['university-secretary']),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-goes-up/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-goes-up',
                'failure',
                'missing',
                'outcome',
                'referred',
                'clause',
                '3.3',
                'who',
                TO_JSONB(ARRAY['university-secretary']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-goes-up/unanswered"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-goes-up',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-goes-up/unanswered_2"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-goes-up',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-goes-up/unanswered_3"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-goes-up',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-unsure/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-unsure',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.3',
                'who',
                TO_JSONB(ARRAY['vp-societies', 'university-secretary']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-unsure/unanswered"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-unsure',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-unsure/unanswered_2"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-unsure',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-unsure/unanswered_3"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-unsure',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-approved/declined"
              OR "meeting-approved/declined_2"
              OR "meeting-approved/declined_3"
              OR "meeting-approved/declined_4"
              OR "meeting-approved/declined_5"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-approved',
                'failure',
                'declined',
                'outcome',
                'refused',
                'clause',
                '3.4',
                'who',
                JSONB_PATH_QUERY_ARRAY(
                  TO_JSONB(
                    ARRAY[
                      CASE
                        WHEN "meeting-approved/declined"
                        OR "meeting-approved/declined_2"
                        OR "meeting-approved/declined_5"
                        THEN 'president'
                      END,
                      CASE
                        WHEN "meeting-approved/declined"
                        OR "meeting-approved/declined_3"
                        OR "meeting-approved/declined_4"
                        THEN 'vp-societies'
                      END,
                      CASE
                        WHEN "meeting-approved/declined_2" OR "meeting-approved/declined_3"
                        THEN 'vp-welfare'
                      END
                    ]
                  ),
                  '$[*] ? (@ != null)'
                ),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-approved/late"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-approved',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                TO_JSONB(ARRAY['president']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-approved/late_2"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-approved',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                TO_JSONB(ARRAY['vp-societies']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-approved/late_3"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-approved',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                TO_JSONB(ARRAY['vp-welfare']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-approved/overdue" OR "meeting-approved/overdue_2"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-approved',
                'failure',
                'overdue',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                JSONB_PATH_QUERY_ARRAY(
                  TO_JSONB(
                    ARRAY[
                      CASE WHEN "meeting-approved/overdue" THEN 'president' END,
                      CASE
                        WHEN "meeting-approved/overdue" OR "meeting-approved/overdue_2"
                        THEN 'vp-societies'
                      END,
                      CASE WHEN "meeting-approved/overdue" THEN 'vp-welfare' END
                    ]
                  ),
                  '$[*] ? (@ != null)'
                ),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-approved/missing" OR "meeting-approved/missing_2"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-approved',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                JSONB_PATH_QUERY_ARRAY(
                  TO_JSONB(
                    ARRAY[
                      CASE WHEN "meeting-approved/missing" THEN 'president' END,
                      CASE
                        WHEN "meeting-approved/missing" OR "meeting-approved/missing_2"
                        THEN 'vp-societies'
                      END,
                      CASE WHEN "meeting-approved/missing" THEN 'vp-welfare' END
                    ]
                  ),
                  '$[*] ? (@ != null)'
                ),
                'by',
                "received_on_plus_10_working_days",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-chair/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-chair',
                'failure',
                'applies',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                TO_JSONB(ARRAY['society-chair']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-chair/unanswered"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-chair',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-large/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-large',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                '3.4',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                TO_JSONB(ARRAY['stewards', 'ticket-only'])
              )
            END,
            CASE
              WHEN "meeting-outline/withheld"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-outline',
                'failure',
                'withheld',
                'outcome',
                'allowed',
                'clause',
                '3.4',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                TO_JSONB(ARRAY['recording'])
              )
            END,
            CASE
              WHEN "meeting-outline/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-outline',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-risks/late"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-risks',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                TO_JSONB(ARRAY['society-chair']),
                'by',
                "date_minus_5_working_days",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-risks/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-risks',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.4',
                'who',
                TO_JSONB(ARRAY['society-chair']),
                'by',
                "date_minus_5_working_days",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-report/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-report',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                '3.5',
                'who',
                TO_JSONB(ARRAY['society-chair']),
                'by',
                "date_plus_5_working_days",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "meeting-records/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'meeting-records',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                '3.5',
                'who',
                TO_JSONB(ARRAY['vp-societies']),
                'by',
                "date_plus_24_months",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END
          ]
        ),
        '$[*] ? (@ != null)'
      ) || COALESCE(
        JSONB_PATH_QUERY_ARRAY(
          (
            SELECT
              JSONB_AGG(
                JSONB_PATH_QUERY_ARRAY(
                  TO_JSONB(
                    ARRAY[
                      CASE
                        WHEN (
                          (
                            "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                          )
                          AND "status" IS DISTINCT FROM 'cancelled'
                          AND "items"."item" ->> 'platform' IS NULL
                        )
                        OR (
                          (
                            "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                          )
                          AND "status" IS DISTINCT FROM 'cancelled'
                          AND "items"."item" ->> 'organisation' IS NULL
                        )
                        OR (
                          (
                            "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                          )
                          AND "status" IS DISTINCT FROM 'cancelled'
                          AND "items"."item" ->> 'law' IS NULL
                        )
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-known',
                          'failure',
                          'missing',
                          'outcome',
                          'action-needed',
                          'clause',
                          '3.3',
                          'who',
                          TO_JSONB(ARRAY['society-chair']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* The society has looked at each speaker (clause 3.3): missing */
                      CASE
                        WHEN "items"."item" ->> 'organisation' IS NOT DISTINCT FROM 'banned'
                        AND (
                          "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                        )
                        AND "status" IS DISTINCT FROM 'cancelled'
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-banned',
                          'failure',
                          'applies',
                          'outcome',
                          'refused',
                          'clause',
                          '3.3',
                          'who',
                          CAST('[]' AS JSONB),
                          'by',
                          CAST(NULL AS DATE),
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* Nobody speaks for a banned organisation (clause 3.3): applies */
                      CASE
                        WHEN (
                          "items"."item" ->> 'platform' IS NOT DISTINCT FROM 'refused'
                          OR "items"."item" ->> 'law' IS NOT DISTINCT FROM 'may-break-it'
                        )
                        AND (
                          "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                        )
                        AND "status" IS DISTINCT FROM 'cancelled'
                        AND "approvals__university_secretary__decision" IS NOT DISTINCT FROM 'declined'
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-goes-up',
                          'failure',
                          'declined',
                          'outcome',
                          'refused',
                          'clause',
                          '3.3',
                          'who',
                          TO_JSONB(ARRAY['university-secretary']),
                          'by',
                          CAST(NULL AS DATE),
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* A speaker the University Secretary decides on (clause 3.3): declined */
                      CASE
                        WHEN (
                          "items"."item" ->> 'platform' IS NOT DISTINCT FROM 'refused'
                          OR "items"."item" ->> 'law' IS NOT DISTINCT FROM 'may-break-it'
                        )
                        AND (
                          "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                        )
                        AND "status" IS DISTINCT FROM 'cancelled'
                        AND "approvals__university_secretary__decision" IS DISTINCT FROM 'granted'
                        AND "approvals__university_secretary__decision" IS DISTINCT FROM 'declined'
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-goes-up',
                          'failure',
                          'missing',
                          'outcome',
                          'referred',
                          'clause',
                          '3.3',
                          'who',
                          TO_JSONB(ARRAY['university-secretary']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* A speaker the University Secretary decides on (clause 3.3): missing */
                      CASE
                        WHEN (
                          "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                        )
                        AND "status" IS DISTINCT FROM 'cancelled'
                        AND "items"."item" ->> 'law' IS DISTINCT FROM 'may-break-it'
                        AND "items"."item" ->> 'platform' IS NULL
                        AND (
                          (
                            "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
                          )
                          OR "status" IS NOT DISTINCT FROM 'cancelled'
                        )
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-goes-up',
                          'failure',
                          'unanswered',
                          'outcome',
                          'action-needed',
                          'clause',
                          '3.3',
                          'who',
                          TO_JSONB(ARRAY['society-chair']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* A speaker the University Secretary decides on (clause 3.3): unanswered */
                      CASE
                        WHEN (
                          "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                        )
                        AND "status" IS DISTINCT FROM 'cancelled'
                        AND "items"."item" ->> 'platform' IS DISTINCT FROM 'refused'
                        AND "items"."item" ->> 'law' IS NULL
                        AND (
                          (
                            "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
                          )
                          OR "status" IS NOT DISTINCT FROM 'cancelled'
                        )
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-goes-up',
                          'failure',
                          'unanswered',
                          'outcome',
                          'action-needed',
                          'clause',
                          '3.3',
                          'who',
                          TO_JSONB(ARRAY['society-chair']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* A speaker the University Secretary decides on (clause 3.3): unanswered */
                      CASE
                        WHEN (
                          "items"."item" ->> 'platform' IS NOT DISTINCT FROM 'unsure'
                          OR "items"."item" ->> 'organisation' IS NOT DISTINCT FROM 'unsure'
                          OR "items"."item" ->> 'law' IS NOT DISTINCT FROM 'unsure'
                        )
                        AND (
                          "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                        )
                        AND "status" IS DISTINCT FROM 'cancelled'
                        AND "advice__vp_societies__date" IS NULL
                        AND "advice__university_secretary__date" IS NULL
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-unsure',
                          'failure',
                          'missing',
                          'outcome',
                          'action-needed',
                          'clause',
                          '3.3',
                          'who',
                          TO_JSONB(ARRAY['vp-societies', 'university-secretary']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* If you are unsure of a speaker, ask (clause 3.3): missing */
                      CASE
                        WHEN (
                          "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                        )
                        AND "status" IS DISTINCT FROM 'cancelled'
                        AND "items"."item" ->> 'organisation' IS DISTINCT FROM 'unsure'
                        AND "items"."item" ->> 'law' IS DISTINCT FROM 'unsure'
                        AND "items"."item" ->> 'platform' IS NULL
                        AND (
                          (
                            "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
                          )
                          OR "status" IS NOT DISTINCT FROM 'cancelled'
                        )
                        AND (
                          (
                            "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
                          )
                          OR "status" IS NOT DISTINCT FROM 'cancelled'
                          OR "items"."item" ->> 'law' IS NOT DISTINCT FROM 'may-break-it'
                        )
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-unsure',
                          'failure',
                          'unanswered',
                          'outcome',
                          'action-needed',
                          'clause',
                          '3.3',
                          'who',
                          TO_JSONB(ARRAY['society-chair']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* If you are unsure of a speaker, ask (clause 3.3): unanswered */
                      CASE
                        WHEN (
                          "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                        )
                        AND "status" IS DISTINCT FROM 'cancelled'
                        AND "items"."item" ->> 'platform' IS DISTINCT FROM 'unsure'
                        AND "items"."item" ->> 'law' IS DISTINCT FROM 'unsure'
                        AND "items"."item" ->> 'organisation' IS NULL
                        AND (
                          (
                            "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
                          )
                          OR "status" IS NOT DISTINCT FROM 'cancelled'
                        )
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-unsure',
                          'failure',
                          'unanswered',
                          'outcome',
                          'action-needed',
                          'clause',
                          '3.3',
                          'who',
                          TO_JSONB(ARRAY['society-chair']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* If you are unsure of a speaker, ask (clause 3.3): unanswered */
                      CASE
                        WHEN (
                          "attendance" IS DISTINCT FROM 'members' OR "speakers_count" > 0
                        )
                        AND "status" IS DISTINCT FROM 'cancelled'
                        AND "items"."item" ->> 'platform' IS DISTINCT FROM 'unsure'
                        AND "items"."item" ->> 'organisation' IS DISTINCT FROM 'unsure'
                        AND "items"."item" ->> 'law' IS NULL
                        AND (
                          (
                            "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
                          )
                          OR "status" IS NOT DISTINCT FROM 'cancelled'
                        )
                        AND (
                          (
                            "attendance" IS NOT DISTINCT FROM 'members' AND "speakers_count" <= 0
                          )
                          OR "status" IS NOT DISTINCT FROM 'cancelled'
                          OR "items"."item" ->> 'platform' IS NOT DISTINCT FROM 'refused'
                        )
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-unsure',
                          'failure',
                          'unanswered',
                          'outcome',
                          'action-needed',
                          'clause',
                          '3.3',
                          'who',
                          TO_JSONB(ARRAY['society-chair']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END /* If you are unsure of a speaker, ask (clause 3.3): unanswered */
                    ]
                  ),
                  '$[*] ? (@ != null)'
                ) ORDER BY "items"."place"
              )
            FROM JSONB_ARRAY_ELEMENTS("speakers") WITH ORDINALITY AS "items"("item", "place")
          ),
          '$[*][*]'
        ),
        CAST('[]' AS JSONB)
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
    WHEN "findings" @> JSONB_BUILD_ARRAY(JSONB_BUILD_OBJECT('outcome', 'refused'))
    THEN 'refused'
    WHEN "findings" @> JSONB_BUILD_ARRAY(JSONB_BUILD_OBJECT('outcome', 'referred'))
    THEN 'referred'
    WHEN "findings" @> JSONB_BUILD_ARRAY(JSONB_BUILD_OBJECT('outcome', 'action-needed'))
    THEN 'action-needed'
    ELSE 'allowed'
  END AS "outcome",
  "findings"
FROM "decided";
