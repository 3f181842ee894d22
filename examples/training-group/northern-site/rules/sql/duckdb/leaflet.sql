-- Foyle Centre, Visitors, Leaflets and Rooms: Leaflets and posters
-- Made by prevent build from the policy sha256:5eaa496da9ddf3650d04540e8d8785833efb78e4e3dd7c245e93228f0a5550fe. Do not edit.
--
-- What is found of each leaflet in the table requests, for DuckDB. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" VARCHAR
--   "source" VARCHAR
--   "distribute_from" DATE
--   "reference" VARCHAR
--   "says__publisher" VARCHAR
--   "says__contact" VARCHAR
--   "displayed_until" DATE
--   "asks_for_money" VARCHAR
--   "charity" VARCHAR
--   "approvals__head_of_communications__decision" VARCHAR
--   "approvals__head_of_communications__date" DATE
--   "advice__site_safeguarding_officer__date" DATE
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_leaflet" AS
WITH "bank_holidays" AS (
  SELECT
    "closed"."day"
  FROM (VALUES
    (CAST('2000-01-01' AS DATE)),
    (CAST('2000-01-03' AS DATE)),
    (CAST('2000-03-17' AS DATE)),
    (CAST('2000-04-21' AS DATE)),
    (CAST('2000-04-24' AS DATE)),
    (CAST('2000-05-01' AS DATE)),
    (CAST('2000-05-29' AS DATE)),
    (CAST('2000-07-12' AS DATE)),
    (CAST('2000-08-28' AS DATE)),
    (CAST('2000-12-25' AS DATE)),
    (CAST('2000-12-26' AS DATE)),
    (CAST('2001-01-01' AS DATE)),
    (CAST('2001-03-17' AS DATE)),
    (CAST('2001-03-19' AS DATE)),
    (CAST('2001-04-13' AS DATE)),
    (CAST('2001-04-16' AS DATE)),
    (CAST('2001-05-07' AS DATE)),
    (CAST('2001-05-28' AS DATE)),
    (CAST('2001-07-12' AS DATE)),
    (CAST('2001-08-27' AS DATE)),
    (CAST('2001-12-25' AS DATE)),
    (CAST('2001-12-26' AS DATE)),
    (CAST('2002-01-01' AS DATE)),
    (CAST('2002-03-17' AS DATE)),
    (CAST('2002-03-18' AS DATE)),
    (CAST('2002-03-29' AS DATE)),
    (CAST('2002-04-01' AS DATE)),
    (CAST('2002-05-06' AS DATE)),
    (CAST('2002-06-03' AS DATE)),
    (CAST('2002-06-04' AS DATE)),
    (CAST('2002-07-12' AS DATE)),
    (CAST('2002-08-26' AS DATE)),
    (CAST('2002-12-25' AS DATE)),
    (CAST('2002-12-26' AS DATE)),
    (CAST('2003-01-01' AS DATE)),
    (CAST('2003-03-17' AS DATE)),
    (CAST('2003-04-18' AS DATE)),
    (CAST('2003-04-21' AS DATE)),
    (CAST('2003-05-05' AS DATE)),
    (CAST('2003-05-26' AS DATE)),
    (CAST('2003-07-12' AS DATE)),
    (CAST('2003-07-14' AS DATE)),
    (CAST('2003-08-25' AS DATE)),
    (CAST('2003-12-25' AS DATE)),
    (CAST('2003-12-26' AS DATE)),
    (CAST('2004-01-01' AS DATE)),
    (CAST('2004-03-17' AS DATE)),
    (CAST('2004-04-09' AS DATE)),
    (CAST('2004-04-12' AS DATE)),
    (CAST('2004-05-03' AS DATE)),
    (CAST('2004-05-31' AS DATE)),
    (CAST('2004-07-12' AS DATE)),
    (CAST('2004-08-30' AS DATE)),
    (CAST('2004-12-25' AS DATE)),
    (CAST('2004-12-26' AS DATE)),
    (CAST('2004-12-27' AS DATE)),
    (CAST('2004-12-28' AS DATE)),
    (CAST('2005-01-01' AS DATE)),
    (CAST('2005-01-03' AS DATE)),
    (CAST('2005-03-17' AS DATE)),
    (CAST('2005-03-25' AS DATE)),
    (CAST('2005-03-28' AS DATE)),
    (CAST('2005-05-02' AS DATE)),
    (CAST('2005-05-30' AS DATE)),
    (CAST('2005-07-12' AS DATE)),
    (CAST('2005-08-29' AS DATE)),
    (CAST('2005-12-25' AS DATE)),
    (CAST('2005-12-26' AS DATE)),
    (CAST('2005-12-27' AS DATE)),
    (CAST('2006-01-01' AS DATE)),
    (CAST('2006-01-02' AS DATE)),
    (CAST('2006-03-17' AS DATE)),
    (CAST('2006-04-14' AS DATE)),
    (CAST('2006-04-17' AS DATE)),
    (CAST('2006-05-01' AS DATE)),
    (CAST('2006-05-29' AS DATE)),
    (CAST('2006-07-12' AS DATE)),
    (CAST('2006-08-28' AS DATE)),
    (CAST('2006-12-25' AS DATE)),
    (CAST('2006-12-26' AS DATE)),
    (CAST('2007-01-01' AS DATE)),
    (CAST('2007-03-17' AS DATE)),
    (CAST('2007-03-19' AS DATE)),
    (CAST('2007-04-06' AS DATE)),
    (CAST('2007-04-09' AS DATE)),
    (CAST('2007-05-07' AS DATE)),
    (CAST('2007-05-28' AS DATE)),
    (CAST('2007-07-12' AS DATE)),
    (CAST('2007-08-27' AS DATE)),
    (CAST('2007-12-25' AS DATE)),
    (CAST('2007-12-26' AS DATE)),
    (CAST('2008-01-01' AS DATE)),
    (CAST('2008-03-17' AS DATE)),
    (CAST('2008-03-21' AS DATE)),
    (CAST('2008-03-24' AS DATE)),
    (CAST('2008-05-05' AS DATE)),
    (CAST('2008-05-26' AS DATE)),
    (CAST('2008-07-12' AS DATE)),
    (CAST('2008-07-14' AS DATE)),
    (CAST('2008-08-25' AS DATE)),
    (CAST('2008-12-25' AS DATE)),
    (CAST('2008-12-26' AS DATE)),
    (CAST('2009-01-01' AS DATE)),
    (CAST('2009-03-17' AS DATE)),
    (CAST('2009-04-10' AS DATE)),
    (CAST('2009-04-13' AS DATE)),
    (CAST('2009-05-04' AS DATE)),
    (CAST('2009-05-25' AS DATE)),
    (CAST('2009-07-12' AS DATE)),
    (CAST('2009-07-13' AS DATE)),
    (CAST('2009-08-31' AS DATE)),
    (CAST('2009-12-25' AS DATE)),
    (CAST('2009-12-26' AS DATE)),
    (CAST('2009-12-28' AS DATE)),
    (CAST('2010-01-01' AS DATE)),
    (CAST('2010-03-17' AS DATE)),
    (CAST('2010-04-02' AS DATE)),
    (CAST('2010-04-05' AS DATE)),
    (CAST('2010-05-03' AS DATE)),
    (CAST('2010-05-31' AS DATE)),
    (CAST('2010-07-12' AS DATE)),
    (CAST('2010-08-30' AS DATE)),
    (CAST('2010-12-25' AS DATE)),
    (CAST('2010-12-26' AS DATE)),
    (CAST('2010-12-27' AS DATE)),
    (CAST('2010-12-28' AS DATE)),
    (CAST('2011-01-01' AS DATE)),
    (CAST('2011-01-03' AS DATE)),
    (CAST('2011-03-17' AS DATE)),
    (CAST('2011-04-22' AS DATE)),
    (CAST('2011-04-25' AS DATE)),
    (CAST('2011-04-29' AS DATE)),
    (CAST('2011-05-02' AS DATE)),
    (CAST('2011-05-30' AS DATE)),
    (CAST('2011-07-12' AS DATE)),
    (CAST('2011-08-29' AS DATE)),
    (CAST('2011-12-25' AS DATE)),
    (CAST('2011-12-26' AS DATE)),
    (CAST('2011-12-27' AS DATE)),
    (CAST('2012-01-01' AS DATE)),
    (CAST('2012-01-02' AS DATE)),
    (CAST('2012-03-17' AS DATE)),
    (CAST('2012-03-19' AS DATE)),
    (CAST('2012-04-06' AS DATE)),
    (CAST('2012-04-09' AS DATE)),
    (CAST('2012-05-07' AS DATE)),
    (CAST('2012-06-04' AS DATE)),
    (CAST('2012-06-05' AS DATE)),
    (CAST('2012-07-12' AS DATE)),
    (CAST('2012-08-27' AS DATE)),
    (CAST('2012-12-25' AS DATE)),
    (CAST('2012-12-26' AS DATE)),
    (CAST('2013-01-01' AS DATE)),
    (CAST('2013-03-17' AS DATE)),
    (CAST('2013-03-18' AS DATE)),
    (CAST('2013-03-29' AS DATE)),
    (CAST('2013-04-01' AS DATE)),
    (CAST('2013-05-06' AS DATE)),
    (CAST('2013-05-27' AS DATE)),
    (CAST('2013-07-12' AS DATE)),
    (CAST('2013-08-26' AS DATE)),
    (CAST('2013-12-25' AS DATE)),
    (CAST('2013-12-26' AS DATE)),
    (CAST('2014-01-01' AS DATE)),
    (CAST('2014-03-17' AS DATE)),
    (CAST('2014-04-18' AS DATE)),
    (CAST('2014-04-21' AS DATE)),
    (CAST('2014-05-05' AS DATE)),
    (CAST('2014-05-26' AS DATE)),
    (CAST('2014-07-12' AS DATE)),
    (CAST('2014-07-14' AS DATE)),
    (CAST('2014-08-25' AS DATE)),
    (CAST('2014-12-25' AS DATE)),
    (CAST('2014-12-26' AS DATE)),
    (CAST('2015-01-01' AS DATE)),
    (CAST('2015-03-17' AS DATE)),
    (CAST('2015-04-03' AS DATE)),
    (CAST('2015-04-06' AS DATE)),
    (CAST('2015-05-04' AS DATE)),
    (CAST('2015-05-25' AS DATE)),
    (CAST('2015-07-12' AS DATE)),
    (CAST('2015-07-13' AS DATE)),
    (CAST('2015-08-31' AS DATE)),
    (CAST('2015-12-25' AS DATE)),
    (CAST('2015-12-26' AS DATE)),
    (CAST('2015-12-28' AS DATE)),
    (CAST('2016-01-01' AS DATE)),
    (CAST('2016-03-17' AS DATE)),
    (CAST('2016-03-25' AS DATE)),
    (CAST('2016-03-28' AS DATE)),
    (CAST('2016-05-02' AS DATE)),
    (CAST('2016-05-30' AS DATE)),
    (CAST('2016-07-12' AS DATE)),
    (CAST('2016-08-29' AS DATE)),
    (CAST('2016-12-25' AS DATE)),
    (CAST('2016-12-26' AS DATE)),
    (CAST('2016-12-27' AS DATE)),
    (CAST('2017-01-01' AS DATE)),
    (CAST('2017-01-02' AS DATE)),
    (CAST('2017-03-17' AS DATE)),
    (CAST('2017-04-14' AS DATE)),
    (CAST('2017-04-17' AS DATE)),
    (CAST('2017-05-01' AS DATE)),
    (CAST('2017-05-29' AS DATE)),
    (CAST('2017-07-12' AS DATE)),
    (CAST('2017-08-28' AS DATE)),
    (CAST('2017-12-25' AS DATE)),
    (CAST('2017-12-26' AS DATE)),
    (CAST('2018-01-01' AS DATE)),
    (CAST('2018-03-17' AS DATE)),
    (CAST('2018-03-19' AS DATE)),
    (CAST('2018-03-30' AS DATE)),
    (CAST('2018-04-02' AS DATE)),
    (CAST('2018-05-07' AS DATE)),
    (CAST('2018-05-28' AS DATE)),
    (CAST('2018-07-12' AS DATE)),
    (CAST('2018-08-27' AS DATE)),
    (CAST('2018-12-25' AS DATE)),
    (CAST('2018-12-26' AS DATE)),
    (CAST('2019-01-01' AS DATE)),
    (CAST('2019-03-17' AS DATE)),
    (CAST('2019-03-18' AS DATE)),
    (CAST('2019-04-19' AS DATE)),
    (CAST('2019-04-22' AS DATE)),
    (CAST('2019-05-06' AS DATE)),
    (CAST('2019-05-27' AS DATE)),
    (CAST('2019-07-12' AS DATE)),
    (CAST('2019-08-26' AS DATE)),
    (CAST('2019-12-25' AS DATE)),
    (CAST('2019-12-26' AS DATE)),
    (CAST('2020-01-01' AS DATE)),
    (CAST('2020-03-17' AS DATE)),
    (CAST('2020-04-10' AS DATE)),
    (CAST('2020-04-13' AS DATE)),
    (CAST('2020-05-08' AS DATE)),
    (CAST('2020-05-25' AS DATE)),
    (CAST('2020-07-12' AS DATE)),
    (CAST('2020-07-13' AS DATE)),
    (CAST('2020-08-31' AS DATE)),
    (CAST('2020-12-25' AS DATE)),
    (CAST('2020-12-26' AS DATE)),
    (CAST('2020-12-28' AS DATE)),
    (CAST('2021-01-01' AS DATE)),
    (CAST('2021-03-17' AS DATE)),
    (CAST('2021-04-02' AS DATE)),
    (CAST('2021-04-05' AS DATE)),
    (CAST('2021-05-03' AS DATE)),
    (CAST('2021-05-31' AS DATE)),
    (CAST('2021-07-12' AS DATE)),
    (CAST('2021-08-30' AS DATE)),
    (CAST('2021-12-25' AS DATE)),
    (CAST('2021-12-26' AS DATE)),
    (CAST('2021-12-27' AS DATE)),
    (CAST('2021-12-28' AS DATE)),
    (CAST('2022-01-01' AS DATE)),
    (CAST('2022-01-03' AS DATE)),
    (CAST('2022-03-17' AS DATE)),
    (CAST('2022-04-15' AS DATE)),
    (CAST('2022-04-18' AS DATE)),
    (CAST('2022-05-02' AS DATE)),
    (CAST('2022-06-02' AS DATE)),
    (CAST('2022-06-03' AS DATE)),
    (CAST('2022-07-12' AS DATE)),
    (CAST('2022-08-29' AS DATE)),
    (CAST('2022-09-19' AS DATE)),
    (CAST('2022-12-25' AS DATE)),
    (CAST('2022-12-26' AS DATE)),
    (CAST('2022-12-27' AS DATE)),
    (CAST('2023-01-01' AS DATE)),
    (CAST('2023-01-02' AS DATE)),
    (CAST('2023-03-17' AS DATE)),
    (CAST('2023-04-07' AS DATE)),
    (CAST('2023-04-10' AS DATE)),
    (CAST('2023-05-01' AS DATE)),
    (CAST('2023-05-08' AS DATE)),
    (CAST('2023-05-29' AS DATE)),
    (CAST('2023-07-12' AS DATE)),
    (CAST('2023-08-28' AS DATE)),
    (CAST('2023-12-25' AS DATE)),
    (CAST('2023-12-26' AS DATE)),
    (CAST('2024-01-01' AS DATE)),
    (CAST('2024-03-17' AS DATE)),
    (CAST('2024-03-18' AS DATE)),
    (CAST('2024-03-29' AS DATE)),
    (CAST('2024-04-01' AS DATE)),
    (CAST('2024-05-06' AS DATE)),
    (CAST('2024-05-27' AS DATE)),
    (CAST('2024-07-12' AS DATE)),
    (CAST('2024-08-26' AS DATE)),
    (CAST('2024-12-25' AS DATE)),
    (CAST('2024-12-26' AS DATE)),
    (CAST('2025-01-01' AS DATE)),
    (CAST('2025-03-17' AS DATE)),
    (CAST('2025-04-18' AS DATE)),
    (CAST('2025-04-21' AS DATE)),
    (CAST('2025-05-05' AS DATE)),
    (CAST('2025-05-26' AS DATE)),
    (CAST('2025-07-12' AS DATE)),
    (CAST('2025-07-14' AS DATE)),
    (CAST('2025-08-25' AS DATE)),
    (CAST('2025-12-25' AS DATE)),
    (CAST('2025-12-26' AS DATE)),
    (CAST('2026-01-01' AS DATE)),
    (CAST('2026-03-17' AS DATE)),
    (CAST('2026-04-03' AS DATE)),
    (CAST('2026-04-06' AS DATE)),
    (CAST('2026-05-04' AS DATE)),
    (CAST('2026-05-25' AS DATE)),
    (CAST('2026-07-12' AS DATE)),
    (CAST('2026-07-13' AS DATE)),
    (CAST('2026-08-31' AS DATE)),
    (CAST('2026-12-25' AS DATE)),
    (CAST('2026-12-26' AS DATE)),
    (CAST('2026-12-28' AS DATE)),
    (CAST('2027-01-01' AS DATE)),
    (CAST('2027-03-17' AS DATE)),
    (CAST('2027-03-26' AS DATE)),
    (CAST('2027-03-29' AS DATE)),
    (CAST('2027-05-03' AS DATE)),
    (CAST('2027-05-31' AS DATE)),
    (CAST('2027-07-12' AS DATE)),
    (CAST('2027-08-30' AS DATE)),
    (CAST('2027-12-25' AS DATE)),
    (CAST('2027-12-26' AS DATE)),
    (CAST('2027-12-27' AS DATE)),
    (CAST('2027-12-28' AS DATE)),
    (CAST('2028-01-01' AS DATE)),
    (CAST('2028-01-03' AS DATE)),
    (CAST('2028-03-17' AS DATE)),
    (CAST('2028-04-14' AS DATE)),
    (CAST('2028-04-17' AS DATE)),
    (CAST('2028-05-01' AS DATE)),
    (CAST('2028-05-29' AS DATE)),
    (CAST('2028-07-12' AS DATE)),
    (CAST('2028-08-28' AS DATE)),
    (CAST('2028-12-25' AS DATE)),
    (CAST('2028-12-26' AS DATE)),
    (CAST('2029-01-01' AS DATE)),
    (CAST('2029-03-17' AS DATE)),
    (CAST('2029-03-19' AS DATE)),
    (CAST('2029-03-30' AS DATE)),
    (CAST('2029-04-02' AS DATE)),
    (CAST('2029-05-07' AS DATE)),
    (CAST('2029-05-28' AS DATE)),
    (CAST('2029-07-12' AS DATE)),
    (CAST('2029-08-27' AS DATE)),
    (CAST('2029-12-25' AS DATE)),
    (CAST('2029-12-26' AS DATE)),
    (CAST('2030-01-01' AS DATE)),
    (CAST('2030-03-17' AS DATE)),
    (CAST('2030-03-18' AS DATE)),
    (CAST('2030-04-19' AS DATE)),
    (CAST('2030-04-22' AS DATE)),
    (CAST('2030-05-06' AS DATE)),
    (CAST('2030-05-27' AS DATE)),
    (CAST('2030-07-12' AS DATE)),
    (CAST('2030-08-26' AS DATE)),
    (CAST('2030-12-25' AS DATE)),
    (CAST('2030-12-26' AS DATE)),
    (CAST('2031-01-01' AS DATE)),
    (CAST('2031-03-17' AS DATE)),
    (CAST('2031-04-11' AS DATE)),
    (CAST('2031-04-14' AS DATE)),
    (CAST('2031-05-05' AS DATE)),
    (CAST('2031-05-26' AS DATE)),
    (CAST('2031-07-12' AS DATE)),
    (CAST('2031-07-14' AS DATE)),
    (CAST('2031-08-25' AS DATE)),
    (CAST('2031-12-25' AS DATE)),
    (CAST('2031-12-26' AS DATE)),
    (CAST('2032-01-01' AS DATE)),
    (CAST('2032-03-17' AS DATE)),
    (CAST('2032-03-26' AS DATE)),
    (CAST('2032-03-29' AS DATE)),
    (CAST('2032-05-03' AS DATE)),
    (CAST('2032-05-31' AS DATE)),
    (CAST('2032-07-12' AS DATE)),
    (CAST('2032-08-30' AS DATE)),
    (CAST('2032-12-25' AS DATE)),
    (CAST('2032-12-26' AS DATE)),
    (CAST('2032-12-27' AS DATE)),
    (CAST('2032-12-28' AS DATE)),
    (CAST('2033-01-01' AS DATE)),
    (CAST('2033-01-03' AS DATE)),
    (CAST('2033-03-17' AS DATE)),
    (CAST('2033-04-15' AS DATE)),
    (CAST('2033-04-18' AS DATE)),
    (CAST('2033-05-02' AS DATE)),
    (CAST('2033-05-30' AS DATE)),
    (CAST('2033-07-12' AS DATE)),
    (CAST('2033-08-29' AS DATE)),
    (CAST('2033-12-25' AS DATE)),
    (CAST('2033-12-26' AS DATE)),
    (CAST('2033-12-27' AS DATE)),
    (CAST('2034-01-01' AS DATE)),
    (CAST('2034-01-02' AS DATE)),
    (CAST('2034-03-17' AS DATE)),
    (CAST('2034-04-07' AS DATE)),
    (CAST('2034-04-10' AS DATE)),
    (CAST('2034-05-01' AS DATE)),
    (CAST('2034-05-29' AS DATE)),
    (CAST('2034-07-12' AS DATE)),
    (CAST('2034-08-28' AS DATE)),
    (CAST('2034-12-25' AS DATE)),
    (CAST('2034-12-26' AS DATE)),
    (CAST('2035-01-01' AS DATE)),
    (CAST('2035-03-17' AS DATE)),
    (CAST('2035-03-19' AS DATE)),
    (CAST('2035-03-23' AS DATE)),
    (CAST('2035-03-26' AS DATE)),
    (CAST('2035-05-07' AS DATE)),
    (CAST('2035-05-28' AS DATE)),
    (CAST('2035-07-12' AS DATE)),
    (CAST('2035-08-27' AS DATE)),
    (CAST('2035-12-25' AS DATE)),
    (CAST('2035-12-26' AS DATE)),
    (CAST('2036-01-01' AS DATE)),
    (CAST('2036-03-17' AS DATE)),
    (CAST('2036-04-11' AS DATE)),
    (CAST('2036-04-14' AS DATE)),
    (CAST('2036-05-05' AS DATE)),
    (CAST('2036-05-26' AS DATE)),
    (CAST('2036-07-12' AS DATE)),
    (CAST('2036-07-14' AS DATE)),
    (CAST('2036-08-25' AS DATE)),
    (CAST('2036-12-25' AS DATE)),
    (CAST('2036-12-26' AS DATE)),
    (CAST('2037-01-01' AS DATE)),
    (CAST('2037-03-17' AS DATE)),
    (CAST('2037-04-03' AS DATE)),
    (CAST('2037-04-06' AS DATE)),
    (CAST('2037-05-04' AS DATE)),
    (CAST('2037-05-25' AS DATE)),
    (CAST('2037-07-12' AS DATE)),
    (CAST('2037-07-13' AS DATE)),
    (CAST('2037-08-31' AS DATE)),
    (CAST('2037-12-25' AS DATE)),
    (CAST('2037-12-26' AS DATE)),
    (CAST('2037-12-28' AS DATE)),
    (CAST('2038-01-01' AS DATE)),
    (CAST('2038-03-17' AS DATE)),
    (CAST('2038-04-23' AS DATE)),
    (CAST('2038-04-26' AS DATE)),
    (CAST('2038-05-03' AS DATE)),
    (CAST('2038-05-31' AS DATE)),
    (CAST('2038-07-12' AS DATE)),
    (CAST('2038-08-30' AS DATE)),
    (CAST('2038-12-25' AS DATE)),
    (CAST('2038-12-26' AS DATE)),
    (CAST('2038-12-27' AS DATE)),
    (CAST('2038-12-28' AS DATE)),
    (CAST('2039-01-01' AS DATE)),
    (CAST('2039-01-03' AS DATE)),
    (CAST('2039-03-17' AS DATE)),
    (CAST('2039-04-08' AS DATE)),
    (CAST('2039-04-11' AS DATE)),
    (CAST('2039-05-02' AS DATE)),
    (CAST('2039-05-30' AS DATE)),
    (CAST('2039-07-12' AS DATE)),
    (CAST('2039-08-29' AS DATE)),
    (CAST('2039-12-25' AS DATE)),
    (CAST('2039-12-26' AS DATE)),
    (CAST('2039-12-27' AS DATE)),
    (CAST('2040-01-01' AS DATE)),
    (CAST('2040-01-02' AS DATE)),
    (CAST('2040-03-17' AS DATE)),
    (CAST('2040-03-19' AS DATE)),
    (CAST('2040-03-30' AS DATE)),
    (CAST('2040-04-02' AS DATE)),
    (CAST('2040-05-07' AS DATE)),
    (CAST('2040-05-28' AS DATE)),
    (CAST('2040-07-12' AS DATE)),
    (CAST('2040-08-27' AS DATE)),
    (CAST('2040-12-25' AS DATE)),
    (CAST('2040-12-26' AS DATE)),
    (CAST('2041-01-01' AS DATE)),
    (CAST('2041-03-17' AS DATE)),
    (CAST('2041-03-18' AS DATE)),
    (CAST('2041-04-19' AS DATE)),
    (CAST('2041-04-22' AS DATE)),
    (CAST('2041-05-06' AS DATE)),
    (CAST('2041-05-27' AS DATE)),
    (CAST('2041-07-12' AS DATE)),
    (CAST('2041-08-26' AS DATE)),
    (CAST('2041-12-25' AS DATE)),
    (CAST('2041-12-26' AS DATE)),
    (CAST('2042-01-01' AS DATE)),
    (CAST('2042-03-17' AS DATE)),
    (CAST('2042-04-04' AS DATE)),
    (CAST('2042-04-07' AS DATE)),
    (CAST('2042-05-05' AS DATE)),
    (CAST('2042-05-26' AS DATE)),
    (CAST('2042-07-12' AS DATE)),
    (CAST('2042-07-14' AS DATE)),
    (CAST('2042-08-25' AS DATE)),
    (CAST('2042-12-25' AS DATE)),
    (CAST('2042-12-26' AS DATE)),
    (CAST('2043-01-01' AS DATE)),
    (CAST('2043-03-17' AS DATE)),
    (CAST('2043-03-27' AS DATE)),
    (CAST('2043-03-30' AS DATE)),
    (CAST('2043-05-04' AS DATE)),
    (CAST('2043-05-25' AS DATE)),
    (CAST('2043-07-12' AS DATE)),
    (CAST('2043-07-13' AS DATE)),
    (CAST('2043-08-31' AS DATE)),
    (CAST('2043-12-25' AS DATE)),
    (CAST('2043-12-26' AS DATE)),
    (CAST('2043-12-28' AS DATE)),
    (CAST('2044-01-01' AS DATE)),
    (CAST('2044-03-17' AS DATE)),
    (CAST('2044-04-15' AS DATE)),
    (CAST('2044-04-18' AS DATE)),
    (CAST('2044-05-02' AS DATE)),
    (CAST('2044-05-30' AS DATE)),
    (CAST('2044-07-12' AS DATE)),
    (CAST('2044-08-29' AS DATE)),
    (CAST('2044-12-25' AS DATE)),
    (CAST('2044-12-26' AS DATE)),
    (CAST('2044-12-27' AS DATE)),
    (CAST('2045-01-01' AS DATE)),
    (CAST('2045-01-02' AS DATE)),
    (CAST('2045-03-17' AS DATE)),
    (CAST('2045-04-07' AS DATE)),
    (CAST('2045-04-10' AS DATE)),
    (CAST('2045-05-01' AS DATE)),
    (CAST('2045-05-29' AS DATE)),
    (CAST('2045-07-12' AS DATE)),
    (CAST('2045-08-28' AS DATE)),
    (CAST('2045-12-25' AS DATE)),
    (CAST('2045-12-26' AS DATE)),
    (CAST('2046-01-01' AS DATE)),
    (CAST('2046-03-17' AS DATE)),
    (CAST('2046-03-19' AS DATE)),
    (CAST('2046-03-23' AS DATE)),
    (CAST('2046-03-26' AS DATE)),
    (CAST('2046-05-07' AS DATE)),
    (CAST('2046-05-28' AS DATE)),
    (CAST('2046-07-12' AS DATE)),
    (CAST('2046-08-27' AS DATE)),
    (CAST('2046-12-25' AS DATE)),
    (CAST('2046-12-26' AS DATE)),
    (CAST('2047-01-01' AS DATE)),
    (CAST('2047-03-17' AS DATE)),
    (CAST('2047-03-18' AS DATE)),
    (CAST('2047-04-12' AS DATE)),
    (CAST('2047-04-15' AS DATE)),
    (CAST('2047-05-06' AS DATE)),
    (CAST('2047-05-27' AS DATE)),
    (CAST('2047-07-12' AS DATE)),
    (CAST('2047-08-26' AS DATE)),
    (CAST('2047-12-25' AS DATE)),
    (CAST('2047-12-26' AS DATE)),
    (CAST('2048-01-01' AS DATE)),
    (CAST('2048-03-17' AS DATE)),
    (CAST('2048-04-03' AS DATE)),
    (CAST('2048-04-06' AS DATE)),
    (CAST('2048-05-04' AS DATE)),
    (CAST('2048-05-25' AS DATE)),
    (CAST('2048-07-12' AS DATE)),
    (CAST('2048-07-13' AS DATE)),
    (CAST('2048-08-31' AS DATE)),
    (CAST('2048-12-25' AS DATE)),
    (CAST('2048-12-26' AS DATE)),
    (CAST('2048-12-28' AS DATE)),
    (CAST('2049-01-01' AS DATE)),
    (CAST('2049-03-17' AS DATE)),
    (CAST('2049-04-16' AS DATE)),
    (CAST('2049-04-19' AS DATE)),
    (CAST('2049-05-03' AS DATE)),
    (CAST('2049-05-31' AS DATE)),
    (CAST('2049-07-12' AS DATE)),
    (CAST('2049-08-30' AS DATE)),
    (CAST('2049-12-25' AS DATE)),
    (CAST('2049-12-26' AS DATE)),
    (CAST('2049-12-27' AS DATE)),
    (CAST('2049-12-28' AS DATE)),
    (CAST('2050-01-01' AS DATE)),
    (CAST('2050-01-03' AS DATE)),
    (CAST('2050-03-17' AS DATE)),
    (CAST('2050-04-08' AS DATE)),
    (CAST('2050-04-11' AS DATE)),
    (CAST('2050-05-02' AS DATE)),
    (CAST('2050-05-30' AS DATE)),
    (CAST('2050-07-12' AS DATE)),
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
    "source",
    "distribute_from",
    "reference",
    "says__publisher",
    "says__contact",
    "displayed_until",
    "asks_for_money",
    "charity",
    "approvals__head_of_communications__decision",
    "approvals__head_of_communications__date",
    "advice__site_safeguarding_officer__date"
  FROM "requests"
  WHERE
    "kind" = 'leaflet'
), "days" AS (
  /* The days that are a period from another. */
  SELECT
    "facts".*,
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("distribute_from" - CAST('1999-12-31' AS DATE), 0)) - 2,
        0
      )
    ) AS "distribute_from_minus_3_working_days"
  FROM "facts"
  CROSS JOIN "calendar"
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "days".*,
    "source" IS NOT DISTINCT FROM 'own-courses' AS "own-courses/applies", /* Our own courses (clause 3): applies */
    "source" IS NOT DISTINCT FROM 'outside'
    AND "approvals__head_of_communications__decision" IS NOT DISTINCT FROM 'declined' AS "communications-agrees/declined", /* The Head of Communications agrees first (clause 3): declined */
    "source" IS NOT DISTINCT FROM 'outside'
    AND "approvals__head_of_communications__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("approvals__head_of_communications__date" > "distribute_from", TRUE) AS "communications-agrees/late", /* The Head of Communications agrees first (clause 3): late */
    "source" IS NOT DISTINCT FROM 'outside'
    AND "approvals__head_of_communications__decision" IS DISTINCT FROM 'declined'
    AND "approvals__head_of_communications__decision" IS DISTINCT FROM 'granted' AS "communications-agrees/missing", /* The Head of Communications agrees first (clause 3): missing */
    (
      "source" IS NOT DISTINCT FROM 'outside'
      AND COALESCE("says__publisher" <> 'yes', FALSE)
    )
    OR (
      "source" IS NOT DISTINCT FROM 'outside'
      AND COALESCE("says__contact" <> 'yes', FALSE)
    ) AS "says-who-published-it/absent", /* It says who published it and how they can be reached (clause 3): absent */
    (
      "source" IS NOT DISTINCT FROM 'outside' AND "says__publisher" IS NULL
    )
    OR (
      "source" IS NOT DISTINCT FROM 'outside' AND "says__contact" IS NULL
    ) AS "says-who-published-it/missing", /* It says who published it and how they can be reached (clause 3): missing */
    "source" IS NOT DISTINCT FROM 'outside' AND "displayed_until" IS NULL AS "says-until-when/applies", /* It says until when, or it is collected again (clause 3): applies */
    "asks_for_money" IS NOT DISTINCT FROM 'yes'
    AND "charity" IS DISTINCT FROM 'yes'
    AND "source" IS DISTINCT FROM 'own-courses' AS "asks-for-money/applies", /* Leaflets that ask for money (clause 3): applies */
    "charity" IS DISTINCT FROM 'yes'
    AND "source" IS DISTINCT FROM 'own-courses'
    AND "asks_for_money" IS NULL AS "asks-for-money/unanswered", /* Leaflets that ask for money (clause 3): unanswered */
    COALESCE("asks_for_money" = 'yes', TRUE)
    AND "source" IS DISTINCT FROM 'own-courses'
    AND "charity" IS NULL AS "asks-for-money/unanswered_2", /* Leaflets that ask for money (clause 3): unanswered */
    "source" IS NOT DISTINCT FROM 'outside'
    AND NOT "advice__site_safeguarding_officer__date" IS NULL
    AND COALESCE(
      "advice__site_safeguarding_officer__date" > "distribute_from_minus_3_working_days",
      TRUE
    ) AS "foyle-leaflet-advice/late", /* The Site Safeguarding Officer advises first (clause N3): late */
    "source" IS NOT DISTINCT FROM 'outside'
    AND COALESCE(
      "advice__site_safeguarding_officer__date" > "distribute_from_minus_3_working_days",
      TRUE
    )
    AND "advice__site_safeguarding_officer__date" IS NULL AS "foyle-leaflet-advice/missing", /* The Site Safeguarding Officer advises first (clause N3): missing */
    "kind" IS NULL
    OR "source" IS NULL
    OR "distribute_from" IS NULL
    OR (
      NOT "distribute_from" IS NULL AND "distribute_from_minus_3_working_days" IS NULL
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
            WHEN "own-courses/applies"
            THEN {'rule': 'own-courses', 'failure': 'applies', 'outcome': 'allowed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "communications-agrees/declined"
            THEN {'rule': 'communications-agrees', 'failure': 'declined', 'outcome': 'refused', 'clause': '3', 'who': ['head-of-communications'], 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "communications-agrees/late"
            THEN {'rule': 'communications-agrees', 'failure': 'late', 'outcome': 'action-needed', 'clause': '3', 'who': ['head-of-communications'], 'by': "distribute_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "communications-agrees/missing"
            THEN {'rule': 'communications-agrees', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '3', 'who': ['head-of-communications'], 'by': "distribute_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "says-who-published-it/absent"
            THEN {'rule': 'says-who-published-it', 'failure': 'absent', 'outcome': 'action-needed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "distribute_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "says-who-published-it/missing"
            THEN {'rule': 'says-who-published-it', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "distribute_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "says-until-when/applies"
            THEN {'rule': 'says-until-when', 'failure': 'applies', 'outcome': 'allowed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "distribute_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': ['collected-again']}
          END,
          CASE
            WHEN "asks-for-money/applies"
            THEN {'rule': 'asks-for-money', 'failure': 'applies', 'outcome': 'refused', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "asks-for-money/unanswered"
            THEN {'rule': 'asks-for-money', 'failure': 'unanswered', 'outcome': 'action-needed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "distribute_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "asks-for-money/unanswered_2"
            THEN {'rule': 'asks-for-money', 'failure': 'unanswered', 'outcome': 'action-needed', 'clause': '3', 'who': CAST([] AS TEXT[]), 'by': "distribute_from", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "foyle-leaflet-advice/late"
            THEN {'rule': 'foyle-leaflet-advice', 'failure': 'late', 'outcome': 'action-needed', 'clause': 'N3', 'who': ['site-safeguarding-officer'], 'by': "distribute_from_minus_3_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "foyle-leaflet-advice/missing"
            THEN {'rule': 'foyle-leaflet-advice', 'failure': 'missing', 'outcome': 'action-needed', 'clause': 'N3', 'who': ['site-safeguarding-officer'], 'by': "distribute_from_minus_3_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
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
