-- University of Glenmarrow Students' Union, Posters and Speakers Policy: Posters
-- Made by prevent build from the policy sha256:152a0fef9db33cade73e3d0e5936adcaad1af170cd7a10b445dc31d47aa82555. Do not edit.
--
-- What is found of each poster in the table requests, for DuckDB. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" VARCHAR
--   "display_from" DATE
--   "expires_on" DATE
--   "place" VARCHAR
--   "size" VARCHAR
--   "reference" VARCHAR
--   "received_on" DATE
--   "issued_by" VARCHAR
--   "labels__responsible_body" VARCHAR
--   "labels__approval_mark" VARCHAR
--   "labels__expiry_date" VARCHAR
--   "labels__translation" VARCHAR
--   "language" VARCHAR
--   "about__alcohol" VARCHAR
--   "about__candidate" VARCHAR
--   "about__named_person" VARCHAR
--   "removed_on" DATE
--   "changed_on" DATE
--   "on_display" VARCHAR
--   "approvals__hall_warden__decision" VARCHAR
--   "approvals__hall_warden__date" DATE
--   "approvals__society_chair__decision" VARCHAR
--   "approvals__society_chair__date" DATE
--   "approvals__society_chair__latest" DATE
--   "approvals__vp_societies__decision" VARCHAR
--   "approvals__vp_societies__date" DATE
--   "approvals__vp_societies__latest" DATE
--   "approvals__events_office__decision" VARCHAR
--   "approvals__events_office__date" DATE
--   "approvals__events_office__latest" DATE
--   "approvals__president__decision" VARCHAR
--   "approvals__president__date" DATE
--   "approvals__vp_welfare__decision" VARCHAR
--   "approvals__vp_welfare__date" DATE
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_poster" AS
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
    "display_from",
    "expires_on",
    "place",
    "size",
    "reference",
    "received_on",
    "issued_by",
    "labels__responsible_body",
    "labels__approval_mark",
    "labels__expiry_date",
    "labels__translation",
    "language",
    "about__alcohol",
    "about__candidate",
    "about__named_person",
    "removed_on",
    "changed_on",
    "on_display",
    "approvals__hall_warden__decision",
    "approvals__hall_warden__date",
    "approvals__society_chair__decision",
    "approvals__society_chair__date",
    "approvals__society_chair__latest",
    "approvals__vp_societies__decision",
    "approvals__vp_societies__date",
    "approvals__vp_societies__latest",
    "approvals__events_office__decision",
    "approvals__events_office__date",
    "approvals__events_office__latest",
    "approvals__president__decision",
    "approvals__president__date",
    "approvals__vp_welfare__decision",
    "approvals__vp_welfare__date",
    COALESCE("approvals__society_chair__latest", "approvals__society_chair__date") AS "approvals__society_chair__latest_or_date",
    COALESCE("approvals__vp_societies__latest", "approvals__vp_societies__date") AS "approvals__vp_societies__latest_or_date",
    COALESCE("approvals__events_office__latest", "approvals__events_office__date") AS "approvals__events_office__latest_or_date",
    CASE
      WHEN NOT "about__alcohol" IS NULL
      OR NOT "about__candidate" IS NULL
      OR NOT "about__named_person" IS NULL
      THEN CASE WHEN "about__alcohol" = 'yes' THEN 1 ELSE 0 END + CASE WHEN "about__candidate" = 'yes' THEN 1 ELSE 0 END + CASE WHEN "about__named_person" = 'yes' THEN 1 ELSE 0 END
    END AS "about_count",
    CURRENT_DATE AS "today"
  FROM "requests"
  WHERE
    "kind" = 'poster'
), "days" AS (
  /* The days that are a period from another. */
  SELECT
    "facts".*,
    "display_from" + 28 AS "display_from_plus_4_weeks",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("expires_on" - CAST('1999-12-31' AS DATE) + 1, 0)) + 2,
        0
      )
    ) AS "expires_on_plus_2_working_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("display_from" - CAST('1999-12-31' AS DATE), 0)) - 4,
        0
      )
    ) AS "display_from_minus_5_working_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("received_on" - CAST('1999-12-31' AS DATE) + 1, 0)) + 3,
        0
      )
    ) AS "received_on_plus_3_working_days",
    CAST("expires_on" + INTERVAL '12' MONTH AS DATE) AS "expires_on_plus_12_months"
  FROM "facts"
  CROSS JOIN "calendar"
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "days".*,
    "issued_by" IS NOT DISTINCT FROM 'returning-officer' AS "election-notices/applies", /* Notices of the Returning Officer (clause 2.4): applies */
    (
      "issued_by" IS DISTINCT FROM 'returning-officer'
      AND COALESCE("labels__responsible_body" <> 'yes', FALSE)
    )
    OR (
      "issued_by" IS DISTINCT FROM 'returning-officer'
      AND COALESCE("labels__approval_mark" <> 'yes', FALSE)
    )
    OR (
      "issued_by" IS DISTINCT FROM 'returning-officer'
      AND COALESCE("labels__expiry_date" <> 'yes', FALSE)
    ) AS "poster-labels/absent", /* What every poster shows (clause 2.1): absent */
    (
      "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "labels__responsible_body" IS NULL
    )
    OR (
      "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "labels__approval_mark" IS NULL
    )
    OR (
      "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "labels__expiry_date" IS NULL
    ) AS "poster-labels/missing", /* What every poster shows (clause 2.1): missing */
    "language" IS NOT DISTINCT FROM 'another'
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND COALESCE("labels__translation" <> 'yes', FALSE) AS "poster-translation/absent", /* Another language is translated (clause 2.1): absent */
    "language" IS NOT DISTINCT FROM 'another'
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "labels__translation" IS NULL AS "poster-translation/missing", /* Another language is translated (clause 2.1): missing */
    "issued_by" IS DISTINCT FROM 'returning-officer' AND "language" IS NULL AS "poster-translation/unanswered", /* Another language is translated (clause 2.1): unanswered */
    "place" IS NOT DISTINCT FROM 'elsewhere'
    AND "issued_by" IS DISTINCT FROM 'returning-officer' AS "poster-place/applies", /* Where posters go (clause 2.2): applies */
    "place" IS NOT DISTINCT FROM 'hall'
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "approvals__hall_warden__decision" IS NOT DISTINCT FROM 'declined' AS "poster-warden/declined", /* The warden agrees to posters in a hall (clause 2.2): declined */
    "place" IS NOT DISTINCT FROM 'hall'
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "approvals__hall_warden__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("approvals__hall_warden__date" > "display_from", TRUE) AS "poster-warden/late", /* The warden agrees to posters in a hall (clause 2.2): late */
    "place" IS NOT DISTINCT FROM 'hall'
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "approvals__hall_warden__decision" IS DISTINCT FROM 'declined'
    AND "approvals__hall_warden__decision" IS DISTINCT FROM 'granted' AS "poster-warden/missing", /* The warden agrees to posters in a hall (clause 2.2): missing */
    "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "size" IS NOT DISTINCT FROM 'larger' AS "poster-size/applies", /* How large a poster may be (clause 2.2): applies */
    "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "size" IS NOT DISTINCT FROM 'a2'
    AND "place" IS NOT DISTINCT FROM 'union-foyer' AS "poster-size/applies_2", /* How large a poster may be (clause 2.2): applies */
    "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "place" IS DISTINCT FROM 'union-foyer'
    AND "size" IS NOT DISTINCT FROM 'a2' AS "poster-size/applies_3", /* How large a poster may be (clause 2.2): applies */
    "issued_by" IS DISTINCT FROM 'returning-officer'
    AND COALESCE("expires_on" > "display_from_plus_4_weeks", TRUE) AS "poster-expiry/early", /* Four weeks at most (clause 2.3): early */
    COALESCE("display_from" > "expires_on", FALSE)
    AND "issued_by" IS DISTINCT FROM 'returning-officer' AS "poster-expires-after-it-goes-up/applies", /* A poster does not expire before it goes up (clause 2.3): applies */
    "issued_by" IS DISTINCT FROM 'returning-officer' AND "removed_on" IS NULL AS "poster-removal-named/missing", /* The society says when it comes down (clause 2.3): missing */
    NOT "removed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND COALESCE("removed_on" > "expires_on_plus_2_working_days", TRUE) AS "poster-removal/early", /* It comes down in two working days (clause 2.3): early */
    "on_display" IS NOT DISTINCT FROM 'yes'
    AND (
      (
        "place" IS DISTINCT FROM 'union-boards'
        AND "place" IS DISTINCT FROM 'union-foyer'
      )
      OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
    )
    AND (
      (
        "place" IS DISTINCT FROM 'library-boards' AND "place" IS DISTINCT FROM 'hall'
      )
      OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR "approvals__events_office__decision" IS DISTINCT FROM 'granted'
    )
    AND "issued_by" IS DISTINCT FROM 'returning-officer' AS "poster-held/applies", /* Held until approved (clause 2.4): applies */
    (
      (
        "place" IS DISTINCT FROM 'union-boards'
        AND "place" IS DISTINCT FROM 'union-foyer'
      )
      OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
    )
    AND (
      (
        "place" IS DISTINCT FROM 'library-boards' AND "place" IS DISTINCT FROM 'hall'
      )
      OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR "approvals__events_office__decision" IS DISTINCT FROM 'granted'
    )
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "on_display" IS NULL AS "poster-held/unanswered", /* Held until approved (clause 2.4): unanswered */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved/declined", /* Approved in turn (clause 2.4): declined */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved/declined_2", /* Approved in turn (clause 2.4): declined */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__events_office__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved/declined_3", /* Approved in turn (clause 2.4): declined */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "place" IS DISTINCT FROM 'library-boards'
    AND "place" IS DISTINCT FROM 'hall'
    AND (
      "place" IS NOT DISTINCT FROM 'union-boards'
      OR "place" IS NOT DISTINCT FROM 'union-foyer'
    )
    AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved/declined_4", /* Approved in turn (clause 2.4): declined */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "place" IS DISTINCT FROM 'library-boards'
    AND "place" IS DISTINCT FROM 'hall'
    AND (
      "place" IS NOT DISTINCT FROM 'union-boards'
      OR "place" IS NOT DISTINCT FROM 'union-foyer'
    )
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved/declined_5", /* Approved in turn (clause 2.4): declined */
    (
      "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND (
        "place" IS NOT DISTINCT FROM 'library-boards'
        OR "place" IS NOT DISTINCT FROM 'hall'
      )
      AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'granted'
      AND COALESCE("approvals__society_chair__date" > "display_from", TRUE)
    )
    OR (
      "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "place" IS DISTINCT FROM 'library-boards'
      AND "place" IS DISTINCT FROM 'hall'
      AND (
        "place" IS NOT DISTINCT FROM 'union-boards'
        OR "place" IS NOT DISTINCT FROM 'union-foyer'
      )
      AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'granted'
      AND COALESCE("approvals__society_chair__date" > "display_from", TRUE)
    ) AS "poster-approved/late", /* Approved in turn (clause 2.4): late */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__society_chair__decision" IS DISTINCT FROM 'declined'
    AND "approvals__society_chair__decision" IS DISTINCT FROM 'granted' AS "poster-approved/missing", /* Approved in turn (clause 2.4): missing */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'granted' AS "poster-approved/missing_2", /* Approved in turn (clause 2.4): missing */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__events_office__decision" IS DISTINCT FROM 'declined'
    AND "approvals__events_office__decision" IS DISTINCT FROM 'granted' AS "poster-approved/missing_3", /* Approved in turn (clause 2.4): missing */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "place" IS DISTINCT FROM 'library-boards'
    AND "place" IS DISTINCT FROM 'hall'
    AND (
      "place" IS NOT DISTINCT FROM 'union-boards'
      OR "place" IS NOT DISTINCT FROM 'union-foyer'
    )
    AND "approvals__society_chair__decision" IS DISTINCT FROM 'declined'
    AND "approvals__society_chair__decision" IS DISTINCT FROM 'granted' AS "poster-approved/missing_4", /* Approved in turn (clause 2.4): missing */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "place" IS DISTINCT FROM 'library-boards'
    AND "place" IS DISTINCT FROM 'hall'
    AND (
      "place" IS NOT DISTINCT FROM 'union-boards'
      OR "place" IS NOT DISTINCT FROM 'union-foyer'
    )
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'granted' AS "poster-approved/missing_5", /* Approved in turn (clause 2.4): missing */
    (
      "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND (
        "place" IS NOT DISTINCT FROM 'library-boards'
        OR "place" IS NOT DISTINCT FROM 'hall'
      )
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__vp_societies__date" IS NULL
        OR COALESCE("approvals__vp_societies__date" > "display_from", FALSE)
      )
      AND (
        COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
        OR COALESCE("approvals__society_chair__latest_or_date" > "approvals__vp_societies__date", TRUE)
      )
      AND (
        COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
        OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
        OR COALESCE(
          "approvals__society_chair__latest_or_date" > "approvals__vp_societies__latest_or_date",
          TRUE
        )
      )
    )
    OR (
      "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "place" IS DISTINCT FROM 'library-boards'
      AND "place" IS DISTINCT FROM 'hall'
      AND (
        "place" IS NOT DISTINCT FROM 'union-boards'
        OR "place" IS NOT DISTINCT FROM 'union-foyer'
      )
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__vp_societies__date" IS NULL
        OR COALESCE("approvals__vp_societies__date" > "display_from", FALSE)
      )
      AND (
        COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
        OR COALESCE("approvals__society_chair__latest_or_date" > "approvals__vp_societies__date", TRUE)
      )
      AND (
        COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
        OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
        OR COALESCE(
          "approvals__society_chair__latest_or_date" > "approvals__vp_societies__latest_or_date",
          TRUE
        )
      )
    ) AS "poster-approved/late_2", /* Approved in turn (clause 2.4): late */
    (
      "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND (
        "place" IS NOT DISTINCT FROM 'library-boards'
        OR "place" IS NOT DISTINCT FROM 'hall'
      )
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
        OR COALESCE("approvals__society_chair__latest_or_date" > "approvals__vp_societies__date", TRUE)
      )
      AND (
        COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
        OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
        OR COALESCE(
          "approvals__society_chair__latest_or_date" > "approvals__vp_societies__latest_or_date",
          TRUE
        )
      )
      AND NOT "approvals__vp_societies__date" IS NULL
      AND COALESCE("approvals__vp_societies__date" <= "display_from", TRUE)
    )
    OR (
      "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "place" IS DISTINCT FROM 'library-boards'
      AND "place" IS DISTINCT FROM 'hall'
      AND (
        "place" IS NOT DISTINCT FROM 'union-boards'
        OR "place" IS NOT DISTINCT FROM 'union-foyer'
      )
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
        OR COALESCE("approvals__society_chair__latest_or_date" > "approvals__vp_societies__date", TRUE)
      )
      AND (
        COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
        OR "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
        OR COALESCE(
          "approvals__society_chair__latest_or_date" > "approvals__vp_societies__latest_or_date",
          TRUE
        )
      )
      AND NOT "approvals__vp_societies__date" IS NULL
      AND COALESCE("approvals__vp_societies__date" <= "display_from", TRUE)
    ) AS "poster-approved/out_of_order", /* Approved in turn (clause 2.4): out_of_order */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__events_office__decision" IS NOT DISTINCT FROM 'granted'
    AND (
      "approvals__events_office__date" IS NULL
      OR COALESCE("approvals__events_office__date" > "display_from", FALSE)
    )
    AND (
      COALESCE("approvals__events_office__date" > "display_from", TRUE)
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("approvals__vp_societies__latest_or_date" > "approvals__events_office__date", TRUE)
    )
    AND (
      COALESCE("approvals__events_office__latest_or_date" > "display_from", TRUE)
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR COALESCE(
        "approvals__vp_societies__latest_or_date" > "approvals__events_office__latest_or_date",
        TRUE
      )
    ) AS "poster-approved/late_3", /* Approved in turn (clause 2.4): late */
    "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__events_office__decision" IS NOT DISTINCT FROM 'granted'
    AND (
      COALESCE("approvals__events_office__date" > "display_from", TRUE)
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR COALESCE("approvals__vp_societies__latest_or_date" > "approvals__events_office__date", TRUE)
    )
    AND (
      COALESCE("approvals__events_office__latest_or_date" > "display_from", TRUE)
      OR "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR COALESCE(
        "approvals__vp_societies__latest_or_date" > "approvals__events_office__latest_or_date",
        TRUE
      )
    )
    AND NOT "approvals__events_office__date" IS NULL
    AND COALESCE("approvals__events_office__date" <= "display_from", TRUE) AS "poster-approved/out_of_order_2", /* Approved in turn (clause 2.4): out_of_order */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved-again/declined", /* A poster that is changed is approved again (clause 2.4): declined */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved-again/declined_2", /* A poster that is changed is approved again (clause 2.4): declined */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__events_office__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved-again/declined_3", /* A poster that is changed is approved again (clause 2.4): declined */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "place" IS DISTINCT FROM 'library-boards'
    AND "place" IS DISTINCT FROM 'hall'
    AND (
      "place" IS NOT DISTINCT FROM 'union-boards'
      OR "place" IS NOT DISTINCT FROM 'union-foyer'
    )
    AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved-again/declined_4", /* A poster that is changed is approved again (clause 2.4): declined */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "place" IS DISTINCT FROM 'library-boards'
    AND "place" IS DISTINCT FROM 'hall'
    AND (
      "place" IS NOT DISTINCT FROM 'union-boards'
      OR "place" IS NOT DISTINCT FROM 'union-foyer'
    )
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'declined' AS "poster-approved-again/declined_5", /* A poster that is changed is approved again (clause 2.4): declined */
    (
      NOT "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND (
        "place" IS NOT DISTINCT FROM 'library-boards'
        OR "place" IS NOT DISTINCT FROM 'hall'
      )
      AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__society_chair__latest_or_date" IS NULL
        OR COALESCE("changed_on" > "approvals__society_chair__latest_or_date", FALSE)
      )
      AND (
        COALESCE("changed_on" > "approvals__society_chair__date", TRUE)
        OR COALESCE("approvals__society_chair__date" > "display_from", TRUE)
      )
      AND (
        COALESCE("changed_on" > "approvals__society_chair__latest_or_date", TRUE)
        OR COALESCE("approvals__society_chair__latest_or_date" > "display_from", TRUE)
      )
    )
    OR (
      NOT "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "place" IS DISTINCT FROM 'library-boards'
      AND "place" IS DISTINCT FROM 'hall'
      AND (
        "place" IS NOT DISTINCT FROM 'union-boards'
        OR "place" IS NOT DISTINCT FROM 'union-foyer'
      )
      AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__society_chair__latest_or_date" IS NULL
        OR COALESCE("changed_on" > "approvals__society_chair__latest_or_date", FALSE)
      )
      AND (
        COALESCE("changed_on" > "approvals__society_chair__date", TRUE)
        OR COALESCE("approvals__society_chair__date" > "display_from", TRUE)
      )
      AND (
        COALESCE("changed_on" > "approvals__society_chair__latest_or_date", TRUE)
        OR COALESCE("approvals__society_chair__latest_or_date" > "display_from", TRUE)
      )
    ) AS "poster-approved-again/early", /* A poster that is changed is approved again (clause 2.4): early */
    (
      NOT "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND (
        "place" IS NOT DISTINCT FROM 'library-boards'
        OR "place" IS NOT DISTINCT FROM 'hall'
      )
      AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__society_chair__date" IS NULL
        OR (
          (
            COALESCE("changed_on" > "approvals__society_chair__date", FALSE)
            OR COALESCE("approvals__society_chair__date" > "display_from", FALSE)
          )
          AND (
            COALESCE("changed_on" > "approvals__society_chair__latest_or_date", FALSE)
            OR COALESCE("approvals__society_chair__latest_or_date" > "display_from", FALSE)
          )
        )
      )
      AND (
        COALESCE("changed_on" > "approvals__society_chair__date", TRUE)
        OR COALESCE("approvals__society_chair__date" > "display_from", TRUE)
      )
      AND (
        COALESCE("changed_on" > "approvals__society_chair__latest_or_date", TRUE)
        OR COALESCE("approvals__society_chair__latest_or_date" > "display_from", TRUE)
      )
      AND NOT "approvals__society_chair__latest_or_date" IS NULL
      AND COALESCE("changed_on" <= "approvals__society_chair__latest_or_date", TRUE)
    )
    OR (
      NOT "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "place" IS DISTINCT FROM 'library-boards'
      AND "place" IS DISTINCT FROM 'hall'
      AND (
        "place" IS NOT DISTINCT FROM 'union-boards'
        OR "place" IS NOT DISTINCT FROM 'union-foyer'
      )
      AND "approvals__society_chair__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__society_chair__date" IS NULL
        OR (
          (
            COALESCE("changed_on" > "approvals__society_chair__date", FALSE)
            OR COALESCE("approvals__society_chair__date" > "display_from", FALSE)
          )
          AND (
            COALESCE("changed_on" > "approvals__society_chair__latest_or_date", FALSE)
            OR COALESCE("approvals__society_chair__latest_or_date" > "display_from", FALSE)
          )
        )
      )
      AND (
        COALESCE("changed_on" > "approvals__society_chair__date", TRUE)
        OR COALESCE("approvals__society_chair__date" > "display_from", TRUE)
      )
      AND (
        COALESCE("changed_on" > "approvals__society_chair__latest_or_date", TRUE)
        OR COALESCE("approvals__society_chair__latest_or_date" > "display_from", TRUE)
      )
      AND NOT "approvals__society_chair__latest_or_date" IS NULL
      AND COALESCE("changed_on" <= "approvals__society_chair__latest_or_date", TRUE)
    ) AS "poster-approved-again/late", /* A poster that is changed is approved again (clause 2.4): late */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND (
      "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR (
        (
          COALESCE("changed_on" > "approvals__society_chair__date", TRUE)
          OR COALESCE("approvals__society_chair__date" > "display_from", TRUE)
        )
        AND (
          COALESCE("changed_on" > "approvals__society_chair__latest_or_date", TRUE)
          OR COALESCE("approvals__society_chair__latest_or_date" > "display_from", TRUE)
        )
      )
    )
    AND "approvals__society_chair__decision" IS DISTINCT FROM 'declined'
    AND (
      "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__society_chair__latest_or_date" IS NULL
        AND COALESCE("changed_on" <= "approvals__society_chair__latest_or_date", TRUE)
      )
    )
    AND (
      "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__society_chair__date" IS NULL
        AND NOT "approvals__society_chair__latest_or_date" IS NULL
        AND (
          (
            COALESCE("changed_on" <= "approvals__society_chair__date", TRUE)
            AND COALESCE("approvals__society_chair__date" <= "display_from", TRUE)
          )
          OR (
            COALESCE("changed_on" <= "approvals__society_chair__latest_or_date", TRUE)
            AND COALESCE("approvals__society_chair__latest_or_date" <= "display_from", TRUE)
          )
        )
      )
    ) AS "poster-approved-again/missing", /* A poster that is changed is approved again (clause 2.4): missing */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        (
          COALESCE("changed_on" > "approvals__vp_societies__date", TRUE)
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
        AND (
          COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", TRUE)
          OR COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
        )
      )
    )
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__latest_or_date" IS NULL
        AND COALESCE("changed_on" <= "approvals__vp_societies__latest_or_date", TRUE)
      )
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__date" IS NULL
        AND NOT "approvals__vp_societies__latest_or_date" IS NULL
        AND (
          (
            COALESCE("changed_on" <= "approvals__vp_societies__date", TRUE)
            AND COALESCE("approvals__vp_societies__date" <= "display_from", TRUE)
          )
          OR (
            COALESCE("changed_on" <= "approvals__vp_societies__latest_or_date", TRUE)
            AND COALESCE("approvals__vp_societies__latest_or_date" <= "display_from", TRUE)
          )
        )
      )
    ) AS "poster-approved-again/missing_2", /* A poster that is changed is approved again (clause 2.4): missing */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND (
      "approvals__events_office__decision" IS DISTINCT FROM 'granted'
      OR (
        (
          COALESCE("changed_on" > "approvals__events_office__date", TRUE)
          OR COALESCE("approvals__events_office__date" > "display_from", TRUE)
        )
        AND (
          COALESCE("changed_on" > "approvals__events_office__latest_or_date", TRUE)
          OR COALESCE("approvals__events_office__latest_or_date" > "display_from", TRUE)
        )
      )
    )
    AND "approvals__events_office__decision" IS DISTINCT FROM 'declined'
    AND (
      "approvals__events_office__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__events_office__latest_or_date" IS NULL
        AND COALESCE("changed_on" <= "approvals__events_office__latest_or_date", TRUE)
      )
    )
    AND (
      "approvals__events_office__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__events_office__date" IS NULL
        AND NOT "approvals__events_office__latest_or_date" IS NULL
        AND (
          (
            COALESCE("changed_on" <= "approvals__events_office__date", TRUE)
            AND COALESCE("approvals__events_office__date" <= "display_from", TRUE)
          )
          OR (
            COALESCE("changed_on" <= "approvals__events_office__latest_or_date", TRUE)
            AND COALESCE("approvals__events_office__latest_or_date" <= "display_from", TRUE)
          )
        )
      )
    ) AS "poster-approved-again/missing_3", /* A poster that is changed is approved again (clause 2.4): missing */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "place" IS DISTINCT FROM 'library-boards'
    AND "place" IS DISTINCT FROM 'hall'
    AND (
      "place" IS NOT DISTINCT FROM 'union-boards'
      OR "place" IS NOT DISTINCT FROM 'union-foyer'
    )
    AND (
      "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR (
        (
          COALESCE("changed_on" > "approvals__society_chair__date", TRUE)
          OR COALESCE("approvals__society_chair__date" > "display_from", TRUE)
        )
        AND (
          COALESCE("changed_on" > "approvals__society_chair__latest_or_date", TRUE)
          OR COALESCE("approvals__society_chair__latest_or_date" > "display_from", TRUE)
        )
      )
    )
    AND "approvals__society_chair__decision" IS DISTINCT FROM 'declined'
    AND (
      "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__society_chair__latest_or_date" IS NULL
        AND COALESCE("changed_on" <= "approvals__society_chair__latest_or_date", TRUE)
      )
    )
    AND (
      "approvals__society_chair__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__society_chair__date" IS NULL
        AND NOT "approvals__society_chair__latest_or_date" IS NULL
        AND (
          (
            COALESCE("changed_on" <= "approvals__society_chair__date", TRUE)
            AND COALESCE("approvals__society_chair__date" <= "display_from", TRUE)
          )
          OR (
            COALESCE("changed_on" <= "approvals__society_chair__latest_or_date", TRUE)
            AND COALESCE("approvals__society_chair__latest_or_date" <= "display_from", TRUE)
          )
        )
      )
    ) AS "poster-approved-again/missing_4", /* A poster that is changed is approved again (clause 2.4): missing */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "place" IS DISTINCT FROM 'library-boards'
    AND "place" IS DISTINCT FROM 'hall'
    AND (
      "place" IS NOT DISTINCT FROM 'union-boards'
      OR "place" IS NOT DISTINCT FROM 'union-foyer'
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        (
          COALESCE("changed_on" > "approvals__vp_societies__date", TRUE)
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
        AND (
          COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", TRUE)
          OR COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
        )
      )
    )
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__latest_or_date" IS NULL
        AND COALESCE("changed_on" <= "approvals__vp_societies__latest_or_date", TRUE)
      )
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__date" IS NULL
        AND NOT "approvals__vp_societies__latest_or_date" IS NULL
        AND (
          (
            COALESCE("changed_on" <= "approvals__vp_societies__date", TRUE)
            AND COALESCE("approvals__vp_societies__date" <= "display_from", TRUE)
          )
          OR (
            COALESCE("changed_on" <= "approvals__vp_societies__latest_or_date", TRUE)
            AND COALESCE("approvals__vp_societies__latest_or_date" <= "display_from", TRUE)
          )
        )
      )
    ) AS "poster-approved-again/missing_5", /* A poster that is changed is approved again (clause 2.4): missing */
    (
      NOT "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND (
        "place" IS NOT DISTINCT FROM 'library-boards'
        OR "place" IS NOT DISTINCT FROM 'hall'
      )
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__vp_societies__latest_or_date" IS NULL
        OR COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", FALSE)
      )
      AND (
        COALESCE("changed_on" > "approvals__vp_societies__date", TRUE)
        OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
      )
      AND (
        COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", TRUE)
        OR COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
      )
    )
    OR (
      NOT "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "place" IS DISTINCT FROM 'library-boards'
      AND "place" IS DISTINCT FROM 'hall'
      AND (
        "place" IS NOT DISTINCT FROM 'union-boards'
        OR "place" IS NOT DISTINCT FROM 'union-foyer'
      )
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__vp_societies__latest_or_date" IS NULL
        OR COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", FALSE)
      )
      AND (
        COALESCE("changed_on" > "approvals__vp_societies__date", TRUE)
        OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
      )
      AND (
        COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", TRUE)
        OR COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
      )
    ) AS "poster-approved-again/early_2", /* A poster that is changed is approved again (clause 2.4): early */
    (
      NOT "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND (
        "place" IS NOT DISTINCT FROM 'library-boards'
        OR "place" IS NOT DISTINCT FROM 'hall'
      )
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__vp_societies__date" IS NULL
        OR (
          (
            COALESCE("changed_on" > "approvals__vp_societies__date", FALSE)
            OR COALESCE("approvals__vp_societies__date" > "display_from", FALSE)
          )
          AND (
            COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", FALSE)
            OR COALESCE("approvals__vp_societies__latest_or_date" > "display_from", FALSE)
          )
        )
      )
      AND (
        COALESCE("changed_on" > "approvals__vp_societies__date", TRUE)
        OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
      )
      AND (
        COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", TRUE)
        OR COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
      )
      AND NOT "approvals__vp_societies__latest_or_date" IS NULL
      AND COALESCE("changed_on" <= "approvals__vp_societies__latest_or_date", TRUE)
    )
    OR (
      NOT "changed_on" IS NULL
      AND "issued_by" IS DISTINCT FROM 'returning-officer'
      AND "place" IS DISTINCT FROM 'library-boards'
      AND "place" IS DISTINCT FROM 'hall'
      AND (
        "place" IS NOT DISTINCT FROM 'union-boards'
        OR "place" IS NOT DISTINCT FROM 'union-foyer'
      )
      AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
      AND (
        "approvals__vp_societies__date" IS NULL
        OR (
          (
            COALESCE("changed_on" > "approvals__vp_societies__date", FALSE)
            OR COALESCE("approvals__vp_societies__date" > "display_from", FALSE)
          )
          AND (
            COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", FALSE)
            OR COALESCE("approvals__vp_societies__latest_or_date" > "display_from", FALSE)
          )
        )
      )
      AND (
        COALESCE("changed_on" > "approvals__vp_societies__date", TRUE)
        OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
      )
      AND (
        COALESCE("changed_on" > "approvals__vp_societies__latest_or_date", TRUE)
        OR COALESCE("approvals__vp_societies__latest_or_date" > "display_from", TRUE)
      )
      AND NOT "approvals__vp_societies__latest_or_date" IS NULL
      AND COALESCE("changed_on" <= "approvals__vp_societies__latest_or_date", TRUE)
    ) AS "poster-approved-again/late_2", /* A poster that is changed is approved again (clause 2.4): late */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__events_office__decision" IS NOT DISTINCT FROM 'granted'
    AND (
      "approvals__events_office__latest_or_date" IS NULL
      OR COALESCE("changed_on" > "approvals__events_office__latest_or_date", FALSE)
    )
    AND (
      COALESCE("changed_on" > "approvals__events_office__date", TRUE)
      OR COALESCE("approvals__events_office__date" > "display_from", TRUE)
    )
    AND (
      COALESCE("changed_on" > "approvals__events_office__latest_or_date", TRUE)
      OR COALESCE("approvals__events_office__latest_or_date" > "display_from", TRUE)
    ) AS "poster-approved-again/early_3", /* A poster that is changed is approved again (clause 2.4): early */
    NOT "changed_on" IS NULL
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      "place" IS NOT DISTINCT FROM 'library-boards'
      OR "place" IS NOT DISTINCT FROM 'hall'
    )
    AND "approvals__events_office__decision" IS NOT DISTINCT FROM 'granted'
    AND (
      "approvals__events_office__date" IS NULL
      OR (
        (
          COALESCE("changed_on" > "approvals__events_office__date", FALSE)
          OR COALESCE("approvals__events_office__date" > "display_from", FALSE)
        )
        AND (
          COALESCE("changed_on" > "approvals__events_office__latest_or_date", FALSE)
          OR COALESCE("approvals__events_office__latest_or_date" > "display_from", FALSE)
        )
      )
    )
    AND (
      COALESCE("changed_on" > "approvals__events_office__date", TRUE)
      OR COALESCE("approvals__events_office__date" > "display_from", TRUE)
    )
    AND (
      COALESCE("changed_on" > "approvals__events_office__latest_or_date", TRUE)
      OR COALESCE("approvals__events_office__latest_or_date" > "display_from", TRUE)
    )
    AND NOT "approvals__events_office__latest_or_date" IS NULL
    AND COALESCE("changed_on" <= "approvals__events_office__latest_or_date", TRUE) AS "poster-approved-again/late_3", /* A poster that is changed is approved again (clause 2.4): late */
    "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "received_on" IS NULL
    AND COALESCE("received_on" > "display_from_minus_5_working_days", TRUE) AS "poster-notice/missing", /* Five working days ahead (clause 2.4): missing */
    "issued_by" IS DISTINCT FROM 'returning-officer'
    AND COALESCE("received_on" > "display_from_minus_5_working_days", TRUE)
    AND NOT "received_on" IS NULL AS "poster-notice/late", /* Five working days ahead (clause 2.4): late */
    COALESCE("about_count" >= 1, FALSE)
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "approvals__president__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'declined' AS "poster-two-of-three/declined", /* Two of three sabbatical officers (clause 2.4): declined */
    COALESCE("about_count" >= 1, FALSE)
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "approvals__president__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__vp_welfare__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__vp_societies__decision" IS DISTINCT FROM 'declined' AS "poster-two-of-three/declined_2", /* Two of three sabbatical officers (clause 2.4): declined */
    COALESCE("about_count" >= 1, FALSE)
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__vp_welfare__decision" IS NOT DISTINCT FROM 'declined'
    AND "approvals__president__decision" IS DISTINCT FROM 'declined' AS "poster-two-of-three/declined_3", /* Two of three sabbatical officers (clause 2.4): declined */
    COALESCE("about_count" >= 1, FALSE)
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "approvals__president__decision" IS NOT DISTINCT FROM 'granted'
    AND (
      "approvals__president__date" IS NULL
      OR COALESCE("approvals__president__date" > "display_from", FALSE)
    )
    AND (
      (
        COALESCE("approvals__president__date" > "display_from", TRUE)
        AND (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
      )
      OR (
        COALESCE("approvals__president__date" > "display_from", TRUE)
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
        )
      )
      OR (
        (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
        )
      )
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'declined'
      OR "approvals__vp_welfare__decision" IS DISTINCT FROM 'declined'
    ) AS "poster-two-of-three/late", /* Two of three sabbatical officers (clause 2.4): late */
    COALESCE("about_count" >= 1, FALSE)
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "approvals__vp_societies__decision" IS NOT DISTINCT FROM 'granted'
    AND (
      "approvals__vp_societies__date" IS NULL
      OR COALESCE("approvals__vp_societies__date" > "display_from", FALSE)
    )
    AND (
      (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "display_from", TRUE)
        )
        AND COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
      )
      OR (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "display_from", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
        )
      )
      OR (
        COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
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
        AND COALESCE("approvals__president__date" <= "display_from", TRUE)
      )
    ) AS "poster-two-of-three/late_2", /* Two of three sabbatical officers (clause 2.4): late */
    COALESCE("about_count" >= 1, FALSE)
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND "approvals__vp_welfare__decision" IS NOT DISTINCT FROM 'granted'
    AND (
      "approvals__vp_welfare__date" IS NULL
      OR COALESCE("approvals__vp_welfare__date" > "display_from", FALSE)
    )
    AND (
      (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "display_from", TRUE)
        )
        AND (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
      )
      OR (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "display_from", TRUE)
        )
        AND COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
      )
      OR (
        (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
        AND COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
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
        AND COALESCE("approvals__president__date" <= "display_from", TRUE)
      )
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__date" IS NULL
        AND COALESCE("approvals__vp_societies__date" <= "display_from", TRUE)
      )
    ) AS "poster-two-of-three/late_3", /* Two of three sabbatical officers (clause 2.4): late */
    COALESCE("about_count" >= 1, FALSE)
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND COALESCE("today" > "received_on_plus_3_working_days", FALSE)
    AND (
      (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "display_from", TRUE)
        )
        AND (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
      )
      OR (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "display_from", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
        )
      )
      OR (
        (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
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
        AND COALESCE("approvals__president__date" <= "display_from", TRUE)
      )
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__date" IS NULL
        AND COALESCE("approvals__vp_societies__date" <= "display_from", TRUE)
      )
    )
    AND (
      "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_welfare__date" IS NULL
        AND COALESCE("approvals__vp_welfare__date" <= "display_from", TRUE)
      )
    ) AS "poster-two-of-three/overdue", /* Two of three sabbatical officers (clause 2.4): overdue */
    COALESCE("about_count" >= 1, FALSE)
    AND "issued_by" IS DISTINCT FROM 'returning-officer'
    AND (
      (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "display_from", TRUE)
        )
        AND (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
      )
      OR (
        (
          "approvals__president__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__president__date" > "display_from", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
        )
      )
      OR (
        (
          "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_societies__date" > "display_from", TRUE)
        )
        AND (
          "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
          OR COALESCE("approvals__vp_welfare__date" > "display_from", TRUE)
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
        AND COALESCE("approvals__president__date" <= "display_from", TRUE)
      )
    )
    AND (
      "approvals__vp_societies__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_societies__date" IS NULL
        AND COALESCE("approvals__vp_societies__date" <= "display_from", TRUE)
      )
    )
    AND (
      "approvals__vp_welfare__decision" IS DISTINCT FROM 'granted'
      OR (
        NOT "approvals__vp_welfare__date" IS NULL
        AND COALESCE("approvals__vp_welfare__date" <= "display_from", TRUE)
      )
    )
    AND COALESCE("today" <= "received_on_plus_3_working_days", TRUE) AS "poster-two-of-three/missing", /* Two of three sabbatical officers (clause 2.4): missing */
    "issued_by" IS DISTINCT FROM 'returning-officer' AND "about_count" IS NULL AS "poster-two-of-three/unanswered", /* Two of three sabbatical officers (clause 2.4): unanswered */
    "issued_by" IS DISTINCT FROM 'returning-officer' AS "poster-take-down/applies", /* Take it down (clause 2.5): applies */
    "issued_by" IS DISTINCT FROM 'returning-officer' AS "poster-copy/applies", /* Keep a copy (clause 2.5): applies */
    "kind" IS NULL
    OR "display_from" IS NULL
    OR "expires_on" IS NULL
    OR "place" IS NULL
    OR "size" IS NULL
    OR (
      NOT "expires_on" IS NULL AND "expires_on_plus_2_working_days" IS NULL
    )
    OR (
      NOT "display_from" IS NULL AND "display_from_minus_5_working_days" IS NULL
    )
    OR (
      NOT "received_on" IS NULL AND "received_on_plus_3_working_days" IS NULL
    ) AS "undecided"
  FROM "days"
), "decided" AS (
  /* The findings of the tests that hold. */
  SELECT
    "reference",
    "kind",
    CASE
      WHEN NOT "undecided"
      THEN LIST_FILTER(
        [
          CASE
            WHEN "election-notices/applies"
            THEN {'rule': 'election-notices', 'failure': 'applies', 'outcome': 'allowed', 'clause': '2.4', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-labels/absent"
            THEN {'rule': 'poster-labels', 'failure': 'absent', 'outcome': 'action-needed', 'clause': '2.1', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-labels/missing"
            THEN {'rule': 'poster-labels', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2.1', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-translation/absent"
            THEN {'rule': 'poster-translation', 'failure': 'absent', 'outcome': 'action-needed', 'clause': '2.1', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-translation/missing"
            THEN {'rule': 'poster-translation', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2.1', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-translation/unanswered"
            THEN {'rule': 'poster-translation', 'failure': 'unanswered', 'outcome': 'action-needed', 'clause': '2.1', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-place/applies"
            THEN {'rule': 'poster-place', 'failure': 'applies', 'outcome': 'refused', 'clause': '2.2', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-warden/declined"
            THEN {'rule': 'poster-warden', 'failure': 'declined', 'outcome': 'refused', 'clause': '2.2', 'who': ['hall-warden'], 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-warden/late"
            THEN {'rule': 'poster-warden', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.2', 'who': ['hall-warden'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-warden/missing"
            THEN {'rule': 'poster-warden', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2.2', 'who': ['hall-warden'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-size/applies"
            THEN {'rule': 'poster-size', 'failure': 'applies', 'outcome': 'refused', 'clause': '2.2', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-size/applies_2"
            THEN {'rule': 'poster-size', 'failure': 'applies', 'outcome': 'allowed', 'clause': '2.2', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': ['framed']}
          END,
          CASE
            WHEN "poster-size/applies_3"
            THEN {'rule': 'poster-size', 'failure': 'applies', 'outcome': 'action-needed', 'clause': '2.2', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-expiry/early"
            THEN {'rule': 'poster-expiry', 'failure': 'early', 'outcome': 'action-needed', 'clause': '2.3', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-expires-after-it-goes-up/applies"
            THEN {'rule': 'poster-expires-after-it-goes-up', 'failure': 'applies', 'outcome': 'action-needed', 'clause': '2.3', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-removal-named/missing"
            THEN {'rule': 'poster-removal-named', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2.3', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-removal/early"
            THEN {'rule': 'poster-removal', 'failure': 'early', 'outcome': 'action-needed', 'clause': '2.3', 'who': CAST([] AS TEXT[]), 'by': "expires_on_plus_2_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-held/applies"
            THEN {'rule': 'poster-held', 'failure': 'applies', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['society-chair'], 'by': "today", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-held/unanswered"
            THEN {'rule': 'poster-held', 'failure': 'unanswered', 'outcome': 'action-needed', 'clause': '2.4', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved/declined"
            OR "poster-approved/declined_2"
            OR "poster-approved/declined_3"
            OR "poster-approved/declined_4"
            OR "poster-approved/declined_5"
            THEN {'rule': 'poster-approved', 'failure': 'declined', 'outcome': 'refused', 'clause': '2.4', 'who': LIST_FILTER(
              [
                CASE
                  WHEN "poster-approved/declined" OR "poster-approved/declined_4"
                  THEN 'society-chair'
                END,
                CASE
                  WHEN "poster-approved/declined_2" OR "poster-approved/declined_5"
                  THEN 'vp-societies'
                END,
                CASE WHEN "poster-approved/declined_3" THEN 'events-office' END
              ],
              LAMBDA "entry" : NOT "entry" IS NULL
            ), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved/late"
            THEN {'rule': 'poster-approved', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['society-chair'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved/missing"
            OR "poster-approved/missing_2"
            OR "poster-approved/missing_3"
            OR "poster-approved/missing_4"
            OR "poster-approved/missing_5"
            THEN {'rule': 'poster-approved', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2.4', 'who': LIST_FILTER(
              [
                CASE
                  WHEN "poster-approved/missing" OR "poster-approved/missing_4"
                  THEN 'society-chair'
                END,
                CASE
                  WHEN "poster-approved/missing_2" OR "poster-approved/missing_5"
                  THEN 'vp-societies'
                END,
                CASE WHEN "poster-approved/missing_3" THEN 'events-office' END
              ],
              LAMBDA "entry" : NOT "entry" IS NULL
            ), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved/late_2"
            THEN {'rule': 'poster-approved', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['vp-societies'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved/out_of_order"
            THEN {'rule': 'poster-approved', 'failure': 'out_of_order', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['vp-societies'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved/late_3"
            THEN {'rule': 'poster-approved', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['events-office'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved/out_of_order_2"
            THEN {'rule': 'poster-approved', 'failure': 'out_of_order', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['events-office'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved-again/declined"
            OR "poster-approved-again/declined_2"
            OR "poster-approved-again/declined_3"
            OR "poster-approved-again/declined_4"
            OR "poster-approved-again/declined_5"
            THEN {'rule': 'poster-approved-again', 'failure': 'declined', 'outcome': 'refused', 'clause': '2.4', 'who': LIST_FILTER(
              [
                CASE
                  WHEN "poster-approved-again/declined" OR "poster-approved-again/declined_4"
                  THEN 'society-chair'
                END,
                CASE
                  WHEN "poster-approved-again/declined_2" OR "poster-approved-again/declined_5"
                  THEN 'vp-societies'
                END,
                CASE WHEN "poster-approved-again/declined_3" THEN 'events-office' END
              ],
              LAMBDA "entry" : NOT "entry" IS NULL
            ), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved-again/early"
            THEN {'rule': 'poster-approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['society-chair'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved-again/late"
            THEN {'rule': 'poster-approved-again', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['society-chair'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved-again/missing"
            OR "poster-approved-again/missing_2"
            OR "poster-approved-again/missing_3"
            OR "poster-approved-again/missing_4"
            OR "poster-approved-again/missing_5"
            THEN {'rule': 'poster-approved-again', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2.4', 'who': LIST_FILTER(
              [
                CASE
                  WHEN "poster-approved-again/missing" OR "poster-approved-again/missing_4"
                  THEN 'society-chair'
                END,
                CASE
                  WHEN "poster-approved-again/missing_2" OR "poster-approved-again/missing_5"
                  THEN 'vp-societies'
                END,
                CASE WHEN "poster-approved-again/missing_3" THEN 'events-office' END
              ],
              LAMBDA "entry" : NOT "entry" IS NULL
            ), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved-again/early_2"
            THEN {'rule': 'poster-approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['vp-societies'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved-again/late_2"
            THEN {'rule': 'poster-approved-again', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['vp-societies'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved-again/early_3"
            THEN {'rule': 'poster-approved-again', 'failure': 'early', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['events-office'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-approved-again/late_3"
            THEN {'rule': 'poster-approved-again', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['events-office'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-notice/missing"
            THEN {'rule': 'poster-notice', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2.4', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-notice/late"
            THEN {'rule': 'poster-notice', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-two-of-three/declined"
            OR "poster-two-of-three/declined_2"
            OR "poster-two-of-three/declined_3"
            THEN {'rule': 'poster-two-of-three', 'failure': 'declined', 'outcome': 'refused', 'clause': '2.4', 'who': LIST_FILTER(
              [
                CASE
                  WHEN "poster-two-of-three/declined" OR "poster-two-of-three/declined_2"
                  THEN 'president'
                END,
                CASE
                  WHEN "poster-two-of-three/declined" OR "poster-two-of-three/declined_3"
                  THEN 'vp-societies'
                END,
                CASE
                  WHEN "poster-two-of-three/declined_2" OR "poster-two-of-three/declined_3"
                  THEN 'vp-welfare'
                END
              ],
              LAMBDA "entry" : NOT "entry" IS NULL
            ), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-two-of-three/late"
            THEN {'rule': 'poster-two-of-three', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['president'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-two-of-three/late_2"
            THEN {'rule': 'poster-two-of-three', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['vp-societies'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-two-of-three/late_3"
            THEN {'rule': 'poster-two-of-three', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['vp-welfare'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-two-of-three/overdue"
            THEN {'rule': 'poster-two-of-three', 'failure': 'overdue', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['president', 'vp-societies', 'vp-welfare'], 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-two-of-three/missing"
            THEN {'rule': 'poster-two-of-three', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2.4', 'who': ['president', 'vp-societies', 'vp-welfare'], 'by': "received_on_plus_3_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-two-of-three/unanswered"
            THEN {'rule': 'poster-two-of-three', 'failure': 'unanswered', 'outcome': 'action-needed', 'clause': '2.4', 'who': CAST([] AS TEXT[]), 'by': "display_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-take-down/applies"
            THEN {'rule': 'poster-take-down', 'failure': 'applies', 'outcome': 'allowed', 'clause': '2.5', 'who': ['society-chair'], 'by': "removed_on", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "poster-copy/applies"
            THEN {'rule': 'poster-copy', 'failure': 'applies', 'outcome': 'allowed', 'clause': '2.5', 'who': ['vp-societies'], 'by': "expires_on_plus_12_months", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END
        ],
        LAMBDA "entry" : NOT "entry" IS NULL
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
